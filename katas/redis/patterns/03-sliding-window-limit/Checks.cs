using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

public class Checks : RedisChecks
{
    private MovableClock _clock = null!;
    private RateLimit _one = null!;
    private RateLimit _two = null!;

    [SetUp]
    public void Begin()
    {
        _clock = new MovableClock();
        (_one, _two) = (new RateLimit(Redis.Database, _clock), new RateLimit(Redis.Look, _clock));
    }

    [Test]
    public async Task Lets_five_calls_through_and_refuses_the_next()
    {
        var answers = new List<bool>();
        for (var call = 0; call < 7; call++)
        {
            answers.AddRange(await CallAsync(1));
            await PassAsync(1000);
        }

        answers.ShouldBe([true, true, true, true, true, false, false], "Seven calls, one a second.");
    }

    [Test]
    public async Task Counts_every_call_of_the_same_millisecond() =>
        (await CallAsync(7)).ShouldBe([true, true, true, true, true, false, false], "Seven calls in the same millisecond. Each of them counts.");

    [Test]
    public async Task Frees_a_place_when_a_call_is_60_seconds_old()
    {
        await CallAsync(5);
        await PassAsync(59_999, ofRedis: 40_000);
        (await CallAsync(1)).ShouldBe([false], "59.999 s after five calls: all five still count.");

        await PassAsync(1);
        (await CallAsync(6)).ShouldBe([true, true, true, true, true, false], "60 s after five calls: none of them counts any more.");
    }

    [Test]
    public async Task Frees_one_place_for_each_call_that_gets_old()
    {
        for (var call = 0; call < 5; call++)
        {
            await CallAsync(1);
            await PassAsync(10_000);
        }

        (await CallAsync(1)).ShouldBe([false], "At 50 s. There were calls at 0, 10, 20, 30 and 40 s.");
        await PassAsync(10_000);
        (await CallAsync(2)).ShouldBe([true, false], "At 60 s. There were calls at 0, 10, 20, 30 and 40 s, and that at 0 s no longer counts.");
        await PassAsync(20_000);
        (await CallAsync(3)).ShouldBe([true, true, false], "At 80 s. Those at 10 and 20 s no longer count.");
    }

    [Test]
    public async Task Has_no_seam_between_two_minutes()
    {
        await CallAsync(1);
        await PassAsync(58_000);
        (await CallAsync(4)).ShouldBe([true, true, true, true], "At 58 s, after one call at 0 s.");
        await PassAsync(3_000);

        (await CallAsync(5)).ShouldBe([true, false, false, false, false], "At 61 s. Four calls were let through 3 s ago, so one more may come.");
    }

    [Test]
    public async Task Forgets_nothing_while_a_client_goes_on_calling()
    {
        await CallAsync(1);
        await PassAsync(40_000);
        await CallAsync(4);
        await PassAsync(40_000);

        (await CallAsync(2)).ShouldBe([true, false], "At 80 s, after one call at 0 s and four at 40 s. Those four still count.");
    }

    [Test]
    public async Task Does_not_count_refused_calls()
    {
        await CallAsync(5);
        for (var second = 1; second < 60; second++)
        {
            await PassAsync(1000, ofRedis: 500);
            (await CallAsync(1)).ShouldBe([false], "A call less than 60 s after five others.");
        }
        await PassAsync(1000);

        (await CallAsync(5)).ShouldBe([true, true, true, true, true], "60 s after five calls. The 59 refused ones since do not count.");
    }

    [Test]
    public async Task Keeps_nothing_of_refused_calls()
    {
        await CallAsync(5);
        var five = await BytesAsync();
        await CallAsync(500);

        var grown = await BytesAsync() - five;
        grown.ShouldBeLessThan(200, "Bytes that 500 refused calls have added to what Redis keeps for a client.");
    }

    [Test]
    public async Task Keeps_nothing_of_calls_that_have_got_old()
    {
        await CallAsync(5);
        var five = await BytesAsync();
        await PassAsync(48_000);
        for (var call = 0; call < 60; call++)
        {
            await PassAsync(12_000);
            (await CallAsync(1)).ShouldBe([true], "A client that calls once in 12 s is never refused.");
        }

        var grown = await BytesAsync() - five;
        grown.ShouldBeLessThan(200, "Bytes that Redis keeps for a client after 65 calls, more than after five.");
    }

    [Test]
    public async Task Counts_each_client_alone()
    {
        await CallAsync(6);

        (await _one.TryAsync("ben")).ShouldBeTrue("Ann's calls are no calls of Ben's.");
    }

    [Test]
    public async Task Counts_over_all_servers()
    {
        await CallAsync(3);

        var answers = new List<bool>();
        for (var call = 0; call < 3; call++)
            answers.Add(await _two.TryAsync("ann"));
        answers.ShouldBe([true, true, false], "Three calls at a second server, after three at the first.");
    }

    [Test]
    public async Task Lets_five_of_fifty_through_that_come_at_once()
    {
        for (var minute = 1; minute <= 3; minute++)
        {
            var answers = await Callers.AtOnceAsync(50, number => (number % 2 == 0 ? _one : _two).TryAsync("ann"));

            answers.Count(allowed => allowed).ShouldCount(5, "Calls that were let through, of fifty at once at two servers.");
            await PassAsync(60_000);
        }
    }

    [Test]
    public async Task Lets_one_of_thirty_through_that_come_at_once_for_the_last_place()
    {
        await CallAsync(4);

        var answers = await Callers.AtOnceAsync(30, number => (number % 2 == 0 ? _one : _two).TryAsync("ann"));

        answers.Count(allowed => allowed).ShouldCount(1, "Calls that were let through, of thirty at once for the one place that was left.");
    }

    [Test]
    public async Task Gives_every_key_an_expiry()
    {
        await CallAsync(3);
        await PassAsync(30_000);
        await CallAsync(4);

        foreach (var key in await Redis.KeysAsync())
        {
            if (await Redis.TimeToLiveAsync(key) is not { } left)
                Assert.Fail("There is a key without an expiry: it would live for ever.");
            else
                left.TotalSeconds.ShouldBeLessThanOrEqualTo(60, "Seconds that a key has to live.");
        }
    }

    [Test]
    public async Task Leaves_nothing_behind_after_a_minute()
    {
        await CallAsync(7);
        await PassAsync(30_000);
        await CallAsync(7);
        await PassAsync(30_001);

        (await Redis.KeysAsync()).ShouldBeEmpty("Ann's calls were let through more than 60 s ago.");
    }

    [Test]
    public async Task Looks_and_counts_in_one_step()
    {
        var before = await Redis.CommandsAsync();
        await CallAsync(1);

        var sent = await Redis.CommandsAsync(before);
        if (!sent.Any(command => command is "eval" or "evalsha" or "fcall") && !(sent.Contains("exec") && sent.Contains("watch")))
            Assert.Fail("""
                Redis was sent neither a script nor a transaction with a condition. Between a look and
                the counting other calls may come.
                """);
    }

    private async Task<List<bool>> CallAsync(int times)
    {
        var answers = new List<bool>();
        for (var call = 0; call < times; call++)
            answers.Add(await _one.TryAsync("ann"));
        return answers;
    }

    /// <summary>
    /// Time passes for the answer's clock and for Redis, whose own clock runs on as well while the machine works: where a check comes close to
    /// the end of an expiry, it lets less of it pass there.
    /// </summary>
    private async Task PassAsync(int milliseconds, int? ofRedis = null)
    {
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        await Redis.PassTimeAsync(TimeSpan.FromMilliseconds(ofRedis ?? milliseconds));
    }

    private async Task<long> BytesAsync()
    {
        var bytes = 0L;
        foreach (var key in await Redis.KeysAsync())
            bytes += (long)await Redis.Look.ExecuteAsync("MEMORY", "USAGE", key, "SAMPLES", "0");
        return bytes;
    }
}
