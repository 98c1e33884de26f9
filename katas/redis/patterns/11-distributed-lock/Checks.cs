using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.DistributedLock;

public class Checks : RedisChecks
{
    private const string Key = "lock:interest";

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private Locks Here => new(Redis.Database);

    private Locks There => new(Redis.Look);

    [Test]
    public async Task Gives_the_lock_to_the_first_and_to_nobody_else()
    {
        var first = await Here.TakeAsync("interest", Short);
        var second = await There.TakeAsync("interest", Long);

        first.ShouldNotBeNull("Nobody has the lock, so the first one gets it, and a token.");
        second.ShouldBeNull("The first one has the lock.");
        await ShouldLiveAsync(20, 30, "after it was taken for 30 seconds, and somebody else has asked for it in vain");
        (await Redis.KeysAsync()).ShouldBe([Key], "The keys in Redis.");
    }

    [Test]
    public async Task Gives_the_lock_to_one_of_fifty_that_ask_at_once()
    {
        // Luck may keep callers apart once, and not every time.
        for (var round = 0; round < 20; round++)
        {
            await Redis.Look.KeyDeleteAsync(Key);
            var tokens = await Callers.AtOnceAsync(50, number => (number % 2 == 0 ? Here : There).TakeAsync("interest", Short));
            tokens.Count(token => token is not null).ShouldCount(1, "Callers of fifty at once that were given the lock.");
        }
    }

    [Test]
    public async Task Gives_the_lock_to_one_when_another_asks_between_two_commands()
    {
        for (var (askAt, asked) = (1, true); asked; askAt++)
        {
            await Redis.Look.KeyDeleteAsync(Key);
            string? own = null, other = null;
            var once = false;
            asked = await InterruptAsync(askAt, async locks => own = await locks.TakeAsync("interest", Short), () =>
            {
                // On a thread of its own: the answer's waits until it is done.
                if (!once)
                    other = Task.Run(() => There.TakeAsync("interest", Short)).GetAwaiter().GetResult();
                once = true;
            });
            var owners = (own is null ? 0 : 1) + (other is null ? 0 : 1);
            owners.ShouldBe(1, $"Callers of two that were given the lock. The second one asked when the first one's TakeAsync had sent {askAt - 1} of its commands.");
        }
    }

    [Test]
    public async Task Keeps_locks_of_different_names_apart()
    {
        await TakeAsync(Here);

        (await There.TakeAsync("statements", Short)).ShouldNotBeNull("Somebody has the lock interest. Nobody has the lock statements.");
    }

    [Test]
    public async Task Lets_the_next_one_in_when_it_is_released()
    {
        var token = await TakeAsync(Here);

        (await Here.ReleaseAsync("interest", token)).ShouldBeTrue("The lock is its own, so it is released.");
        (await Redis.KeysAsync()).ShouldBeEmpty("The keys in Redis after the lock was released.");
        (await Here.ReleaseAsync("interest", token)).ShouldBeFalse("There is nothing to release a second time.");
        (await There.TakeAsync("interest", Short)).ShouldNotBeNull("The lock is free again.");
    }

    [Test]
    public async Task Lets_the_next_one_in_when_the_time_is_over()
    {
        await TakeAsync(Here);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(31));

        (await There.TakeAsync("interest", Short)).ShouldNotBeNull("The lock was taken for 30 seconds, 31 seconds ago.");
    }

    [Test]
    public async Task Gives_another_token_for_each_taking()
    {
        var first = await TakeAsync(Here);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(31));
        var second = await TakeAsync(Here);

        (second == first).ShouldBeFalse("Whether the second token is the first one again. With the first one's token nobody may release the second one's lock, also when both come from one server.");
    }

    [Test]
    public async Task Releases_only_a_lock_of_its_own()
    {
        var old = await TakeAsync(Here);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(31));
        var current = await TakeAsync(There);

        (await Here.ReleaseAsync("interest", old)).ShouldBeFalse("The lock has run out, and now it is another's.");
        (await There.ReleaseAsync("interest", current)).ShouldBeTrue("The other one has the lock still, and releases it.");
    }

    [Test]
    public async Task Lets_its_own_lock_live_longer()
    {
        var token = await TakeAsync(Here);

        (await Here.ExtendAsync("interest", token, Long)).ShouldBeTrue("The lock is its own.");
        await ShouldLiveAsync(500, 600, "after it was extended to 10 minutes");
    }

    [Test]
    public async Task Extends_only_a_lock_of_its_own()
    {
        var old = await TakeAsync(Here);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(31));
        await TakeAsync(There);

        (await Here.ExtendAsync("interest", old, Long)).ShouldBeFalse("The lock has run out, and now it is another's.");
        await ShouldLiveAsync(0, 30, "after the other one took it for 30 seconds");
    }

    [Test]
    public async Task Does_not_bring_back_a_lock_that_has_run_out()
    {
        var token = await TakeAsync(Here);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(31));

        (await Here.ExtendAsync("interest", token, Long)).ShouldBeFalse("The lock has run out.");
        (await Redis.KeysAsync()).ShouldBeEmpty("The keys in Redis after a lock that had run out was extended.");
    }

    [Test]
    public async Task Leaves_no_lock_without_an_expiry_wherever_a_server_crashes()
    {
        for (var (crashAt, crashed) = (1, true); crashed; crashAt++)
        {
            await Redis.Look.KeyDeleteAsync(Key);
            crashed = await InterruptAsync(crashAt, locks => locks.TakeAsync("interest", Short), () => throw new InvalidOperationException("The server that this ran on has crashed."));
            await Redis.Database.PingAsync();
            if (await Redis.TimeToLiveAsync(Key) is null)
                Assert.Fail($"""
                    {Key} has no expiry {(crashed ? $"when a server crashes in TakeAsync after {crashAt - 1} of its commands" : "after TakeAsync")}:
                    nobody could ever take the lock again. SET can do all of it in one command.
                    """);
        }
    }

    [Test]
    public Task Releases_only_a_lock_of_its_own_when_it_changes_hands_meanwhile() => ChangeHandsEverywhereAsync("ReleaseAsync", (locks, token) => locks.ReleaseAsync("interest", token));

    [Test]
    public Task Extends_only_a_lock_of_its_own_when_it_changes_hands_meanwhile() => ChangeHandsEverywhereAsync("ExtendAsync", (locks, token) => locks.ExtendAsync("interest", token, Long));

    /// <summary>Does the same again and again, and each time the lock runs out and is taken by another before another of the commands.</summary>
    private async Task ChangeHandsEverywhereAsync(string name, Func<Locks, string, Task> work)
    {
        for (var (changeAt, changed) = (1, true); changed; changeAt++)
        {
            await Redis.Look.KeyDeleteAsync(Key);
            var token = await TakeAsync(Here);
            string? other = null;
            // On a thread of its own: the answer's waits until it is done.
            changed = await InterruptAsync(changeAt, locks => work(locks, token), () => other ??= Task.Run(ChangeHandsAsync).GetAwaiter().GetResult());
            if (!changed)
                return;
            var moment = $"after it had run out and another had taken it for 30 seconds, while {name} had sent {changeAt - 1} of its commands";
            await ShouldLiveAsync(0, 30, moment);
            (await There.ReleaseAsync("interest", other!)).ShouldBeTrue($"The lock is the other one's still, {moment}.");
        }
    }

    private async Task<string> ChangeHandsAsync()
    {
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(31));
        return await TakeAsync(There);
    }

    /// <returns>Whether the work came to that command.</returns>
    private async Task<bool> InterruptAsync(int command, Func<Locks, Task> work, Action interruption)
    {
        var interrupted = false;
        try
        {
            await work(new Locks(InterruptedDatabase.Around(Redis.Database, number =>
            {
                interrupted |= number >= command;
                if (interrupted)
                    interruption();
            })));
        }
        catch (Exception) when (interrupted)
        {
            // A crash ends it one way or the other.
        }
        return interrupted;
    }

    private static async Task<string> TakeAsync(Locks locks)
    {
        var token = await locks.TakeAsync("interest", Short);
        token.ShouldNotBeNull("Nobody has the lock, so it can be taken.");
        return token;
    }

    private async Task ShouldLiveAsync(int least, int most, string moment)
    {
        if (await Redis.TimeToLiveAsync(Key) is not { } left)
            Assert.Fail($"{Key} has no expiry: it would be locked for ever.");
        else
            Math.Round(left.TotalSeconds).ShouldBeInRange(least, most, left == TimeSpan.Zero ? $"There is no {Key} {moment}." : $"Seconds that {Key} has to live, {moment}.");
    }
}
