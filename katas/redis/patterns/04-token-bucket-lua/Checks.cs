using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.TokenBuckets;

public class Checks : RedisChecks
{
    private MovableClock _clock = null!;
    private TokenBucket _one = null!;
    private TokenBucket _two = null!;

    [SetUp]
    public void Begin()
    {
        _clock = new MovableClock();
        (_one, _two) = (new TokenBucket(Redis.Database, _clock), new TokenBucket(Redis.Look, _clock));
    }

    [Test]
    public async Task Begins_full()
    {
        await ShouldBeAllowedAsync(60, "The first question of a user, whose bucket is full.");
        await ShouldWaitAsync(1, 1000, "All 60 tokens were just taken.");
    }

    [Test]
    public async Task Takes_what_a_question_costs()
    {
        await ShouldBeAllowedAsync(50, "Of 60 tokens.");
        await ShouldBeAllowedAsync(7, "Of the 10 that are left.");
        await ShouldWaitAsync(4, 1000, "3 tokens are left.");
        await ShouldBeAllowedAsync(3, "Of the 3 that are left.");
    }

    [Test]
    public async Task Takes_nothing_when_there_is_not_enough()
    {
        await ShouldBeAllowedAsync(50, "Of 60 tokens.");
        for (var time = 0; time < 20; time++)
            await ShouldWaitAsync(12, 2000, "10 tokens are left. Refused questions take none.");

        await ShouldBeAllowedAsync(10, "10 tokens are left. Twenty refused questions have taken none.");
    }

    [Test]
    public async Task Tells_how_long_to_wait()
    {
        await ShouldBeAllowedAsync(50, "Of 60 tokens.");
        await ShouldWaitAsync(12, 2000, "At 0 s there are 10 tokens.");
        await PassAsync(1500);
        await ShouldWaitAsync(12, 500, "At 1.5 s there are 11.5 tokens.");
        await ShouldWaitAsync(60, 48_500, "At 1.5 s there are 11.5 tokens.");
        await PassAsync(250);
        await ShouldWaitAsync(12, 250, "At 1.75 s there are 11.75 tokens.");
        await PassAsync(350);
        await ShouldBeAllowedAsync(12, "At 2.1 s there are 12.1 tokens.");
    }

    [Test]
    public async Task Loses_no_fraction_however_often_somebody_asks()
    {
        await ShouldBeAllowedAsync(60, "Of 60 tokens.");
        for (var time = 0; time < 40; time++)
        {
            await PassAsync(250);
            await _one.TryTakeAsync("ann", 20);
        }

        await ShouldBeAllowedAsync(9, "10 s ago the bucket was empty. Since then somebody has asked for 20 tokens every 250 ms, in vain.");
    }

    [Test]
    public async Task Gives_no_fraction_that_has_not_come_yet()
    {
        await ShouldBeAllowedAsync(60, "Of 60 tokens.");
        await PassAsync(990);
        await ShouldWaitAsync(1, 10, "0.99 s ago the bucket was empty.");
        await PassAsync(990);
        await ShouldBeAllowedAsync(1, "1.98 s ago the bucket was empty.");
        await ShouldWaitAsync(1, 20, "1.98 s ago the bucket was empty, and one token was taken since.");
    }

    [Test]
    public async Task Never_holds_more_than_60()
    {
        await ShouldBeAllowedAsync(10, "Of 60 tokens.");
        await PassAsync(24 * 60 * 60 * 1000);

        await ShouldBeAllowedAsync(60, "After a day away the bucket is full.");
        await ShouldWaitAsync(1, 1000, "After a day away the bucket held 60 tokens, and all were just taken.");
    }

    [Test]
    public async Task Holds_no_more_than_60_while_Redis_still_remembers_it()
    {
        await ShouldBeAllowedAsync(10, "Of 60 tokens.");
        await PassAsync(40_000, ofRedis: 0);

        await ShouldBeAllowedAsync(60, "40 s ago 50 tokens were left: the bucket is full.");
        await ShouldWaitAsync(1, 1000, "The bucket held 60 tokens and not 90, and all were just taken.");
    }

    [Test]
    public async Task Does_not_forget_a_bucket_before_it_is_full()
    {
        await ShouldBeAllowedAsync(60, "Of 60 tokens.");
        await PassAsync(50_000, ofRedis: 45_000);

        await ShouldWaitAsync(60, 10_000, "50 s ago the bucket was empty.");
        await ShouldBeAllowedAsync(49, "50 s ago the bucket was empty.");
        await PassAsync(40_000, ofRedis: 35_000);
        await ShouldWaitAsync(60, 19_000, "40 s ago one token was left.");
    }

    [TestCase(0)]
    [TestCase(-5)]
    [TestCase(61)]
    [TestCase(int.MaxValue)]
    public async Task Refuses_a_cost_that_cannot_be_served(int cost)
    {
        await ShouldBeAllowedAsync(20, "Of 60 tokens.");

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => _one.TryTakeAsync("ann", cost));

        await ShouldWaitAsync(41, 1000, "40 tokens are left: a cost that can't be served takes none and brings none.");
    }

    [Test]
    public async Task Pays_no_second_twice_when_clocks_disagree()
    {
        var behind = new TokenBucket(Redis.Look, new MovableClock(_clock.GetUtcNow().AddSeconds(-20)));
        await ShouldBeAllowedAsync(60, "Of 60 tokens.");

        (await behind.TryTakeAsync("ann", 1)).Allowed.ShouldBeFalse("The bucket is empty. A server whose clock is 20 s behind asks for one token.");
        await ShouldWaitAsync(1, 1000, "The bucket was emptied just now. A server whose clock is 20 s behind has asked meanwhile, which brings no tokens.");
        await PassAsync(2100);
        await ShouldBeAllowedAsync(2, "2.1 s ago the bucket was empty. A server whose clock is 20 s behind has asked meanwhile, which takes no tokens.");
    }

    [Test]
    public async Task Lets_nothing_flow_out_when_clocks_disagree()
    {
        var behind = new TokenBucket(Redis.Look, new MovableClock(_clock.GetUtcNow().AddSeconds(-20)));
        await ShouldBeAllowedAsync(50, "Of 60 tokens.");

        (await behind.TryTakeAsync("ann", 5)).Allowed.ShouldBeTrue("10 tokens are left. A server whose clock is 20 s behind asks for 5.");
        await ShouldBeAllowedAsync(5, "5 tokens are left. A server whose clock is 20 s behind has just taken 5.");
    }

    [Test]
    public async Task Gives_each_user_his_own_bucket()
    {
        await ShouldBeAllowedAsync(60, "Of 60 tokens.");

        (await _one.TryTakeAsync("ben", 60)).Allowed.ShouldBeTrue("Ann has emptied her bucket. Ben's is full.");
    }

    [Test]
    public async Task Shares_a_bucket_between_servers()
    {
        await ShouldBeAllowedAsync(40, "Of 60 tokens.");

        (await _two.TryTakeAsync("ann", 21)).Allowed.ShouldBeFalse("Of the 20 that are left, at another server.");
        (await _two.TryTakeAsync("ann", 20)).Allowed.ShouldBeTrue("Of the 20 that are left, at another server.");
    }

    [Test]
    public async Task Gives_no_token_out_twice_when_many_ask_at_once()
    {
        var answers = await Callers.AtOnceAsync(50, number => (number % 2 == 0 ? _one : _two).TryTakeAsync("ann", 3));

        var allowed = answers.Count(taken => taken.Allowed);
        allowed.ShouldBe(20, "Of fifty questions at once, three tokens each, so many were allowed. There were 60 tokens.");
    }

    [Test]
    public async Task Gives_every_key_an_expiry()
    {
        await ShouldBeAllowedAsync(60, "Of 60 tokens.");
        await ShouldWaitAsync(5, 5000, "The bucket is empty.");

        foreach (var key in await Redis.KeysAsync())
        {
            if (await Redis.TimeToLiveAsync(key) is not { } left)
                Assert.Fail("There is a key without an expiry: it would live for ever.");
            else
                left.TotalSeconds.ShouldBeLessThanOrEqualTo(120, "Seconds that a key has to live.");
        }
    }

    [Test]
    public async Task Does_everything_in_one_script()
    {
        var before = await Redis.CommandsAsync();
        await ShouldBeAllowedAsync(5, "Of 60 tokens.");

        var sent = await Redis.CommandsAsync(before);
        if (!sent.Any(command => command is "eval" or "evalsha" or "fcall"))
            Assert.Fail("""
                Redis was sent no script. Between reading the bucket and writing it back others take
                from it as well.
                """);
    }

    private async Task ShouldBeAllowedAsync(int cost, string situation)
    {
        var taken = await _one.TryTakeAsync("ann", cost);
        taken.Allowed.ShouldBeTrue($"{situation} The question costs {cost}.");
        taken.Wait.ShouldBe(TimeSpan.Zero, $"{situation} The question costs {cost} and is allowed: there is nothing to wait for.");
    }

    private async Task ShouldWaitAsync(int cost, int milliseconds, string situation)
    {
        var taken = await _one.TryTakeAsync("ann", cost);
        taken.Allowed.ShouldBeFalse($"{situation} The question costs {cost}.");
        var secondsToWait = Math.Round(taken.Wait.TotalSeconds, 2);
        secondsToWait.ShouldBe(milliseconds / 1000.0, 0.0101, $"{situation} The question costs {cost}.");
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
}
