using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;

namespace Redis.FixedWindowLimit;

public class Checks : RedisChecks
{
    private RateLimit Limit => new(Redis.Database);

    [Test]
    public async Task Lets_five_calls_through_and_refuses_the_next()
    {
        var answers = await CallAsync("ann", 7);

        answers.ShouldBe([true, true, true, true, true, false, false]);
    }

    [Test]
    public async Task Counts_each_client_alone()
    {
        await CallAsync("ann", 6);

        (await Limit.TryAsync("ben")).ShouldBeTrue("Ann's calls are no calls of Ben's.");
        (await Redis.KeysAsync()).ShouldBe(["limit:ann", "limit:ben"]);
    }

    [Test]
    public async Task Begins_the_minute_with_the_first_call()
    {
        await Limit.TryAsync("ann");

        var seconds = (await Redis.TimeToLiveAsync("limit:ann"))?.TotalSeconds;
        seconds.ShouldNotBeNull("limit:ann has no expiry: ann would be locked out for ever.");
        var left = Math.Ceiling(seconds.Value);
        left.ShouldBeInRange(31, 60, "Seconds that limit:ann has to live after the first call.");
    }

    [Test]
    public async Task Lets_the_client_in_again_when_the_minute_is_over()
    {
        await CallAsync("ann", 6);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(61));

        (await CallAsync("ann", 6)).ShouldBe([true, true, true, true, true, false]);
    }

    [Test]
    public async Task Does_not_move_the_end_of_the_window()
    {
        await CallAsync("ann", 3);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(35));
        await CallAsync("ann", 4);

        var seconds = (await Redis.TimeToLiveAsync("limit:ann"))?.TotalSeconds;
        seconds.ShouldNotBeNull("limit:ann has lost its expiry.");
        var left = Math.Ceiling(seconds.Value);
        left.ShouldBeInRange(0, 25, "Seconds that limit:ann has to live, 35 s after the first call.");
    }

    [Test]
    public async Task Counts_the_calls_before_and_after_a_pause_together()
    {
        await CallAsync("ann", 3);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(20));

        (await CallAsync("ann", 3)).ShouldBe([true, true, false]);
    }

    [Test]
    public async Task Counts_over_all_servers()
    {
        var (one, other) = (new RateLimit(Redis.Database), new RateLimit(Redis.Look));
        for (var i = 0; i < 3; i++)
            await one.TryAsync("ann");

        (await other.TryAsync("ann")).ShouldBeTrue();
        (await other.TryAsync("ann")).ShouldBeTrue();
        (await other.TryAsync("ann")).ShouldBeFalse("Three calls at one server and three at another are six.");
    }

    [Test]
    public async Task Lets_five_of_fifty_through_that_come_at_once()
    {
        var answers = await Callers.AtOnceAsync(50, _ => Limit.TryAsync("ann"));

        answers.Count(allowed => allowed).ShouldCount(5, "Calls that were let through, of fifty at once.");
    }

    [Test]
    public async Task Counts_and_sets_the_expiry_in_one_step()
    {
        var before = await Redis.CommandsAsync();
        await Limit.TryAsync("ann");

        var sent = await Redis.CommandsAsync(before);
        sent.ShouldContain(
            command => command == "eval" || command == "evalsha" || command == "exec",
            $"Redis was sent: {string.Join(", ", sent)}. Between two commands a server may crash; a script or a transaction is one step.");
    }

    private async Task<List<bool>> CallAsync(string client, int times)
    {
        var answers = new List<bool>();
        for (var i = 0; i < times; i++)
            answers.Add(await Limit.TryAsync(client));
        return answers;
    }
}
