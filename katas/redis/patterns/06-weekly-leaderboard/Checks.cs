using System.Globalization;
using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.WeeklyLeaderboard;

public class Checks : RedisChecks
{
    private MovableClock _clock = null!;

    private WeeklySteps Board => new(Redis.Database, _clock);

    [SetUp]
    public void BeginOnWednesday() => _clock = At("2026-01-07 00:00");

    [Test]
    public async Task Adds_up_the_steps_of_this_week()
    {
        await Board.AddAsync("ann", 900);
        await Board.AddAsync("ben", 950);
        await Board.AddAsync("ann", 100);

        var top = Show(await Board.TopAsync(0, 3));

        top.ShouldBe(["ann 1000", "ben 950"]);
    }

    [Test]
    public async Task Gives_no_more_than_were_asked_for()
    {
        await AddAsync(("ann", 30), ("ben", 50), ("cy", 40));

        Show(await Board.TopAsync(0, 2)).ShouldBe(["ben 50", "cy 40"]);
        Show(await Board.LastFourWeeksAsync(2)).ShouldBe(["ben 50", "cy 40"], "The two best of four weeks.");
    }

    [TestCase("2026-01-07 00:00", "steps:2026-W02")]
    [TestCase("2026-01-11 23:59", "steps:2026-W02")]
    [TestCase("2026-01-12 00:00", "steps:2026-W03")]
    [TestCase("2025-12-29 00:00", "steps:2026-W01")]
    [TestCase("2027-01-03 12:00", "steps:2026-W53")]
    public async Task Names_the_key_by_the_week(string now, string key)
    {
        _clock = At(now);
        await Board.AddAsync("ann", 10);

        var keys = await Redis.KeysAsync();
        keys.ShouldBe([key], $"The keys in Redis after steps on {_clock.GetUtcNow().ToString("dddd, d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture)}.");
        (await Redis.Look.SortedSetScoreAsync(key, "ann")).ShouldBe(10, $"Ann's score in {key}.");
    }

    [Test]
    public async Task Begins_at_nothing_on_Monday_and_still_knows_the_week_before()
    {
        await Board.AddAsync("ann", 900);
        await PassAsync(TimeSpan.FromDays(5));
        var monday = Show(await Board.TopAsync(0, 3));
        await Board.AddAsync("ben", 50);

        monday.ShouldBeEmpty("This week's board on Monday, before anybody has walked.");
        Show(await Board.TopAsync(0, 3)).ShouldBe(["ben 50"], "This week's board after 50 steps of Ben's.");
        Show(await Board.TopAsync(1, 3)).ShouldBe(["ann 900"], "Last week's board.");
    }

    [Test]
    public async Task Keeps_a_week_until_28_days_after_its_end()
    {
        await Board.AddAsync("ann", 900);
        var days = await DaysToLiveAsync("steps:2026-W02");
        days.ShouldBe(33, 0.01, "Days that steps:2026-W02 has to live, on Wednesday. The week ends in 5 days.");

        await PassAsync(TimeSpan.FromDays(3));
        await Board.AddAsync("ann", 100);
        days = await DaysToLiveAsync("steps:2026-W02");
        days.ShouldBe(30, 0.01, "Days that steps:2026-W02 has to live, after more steps on Saturday. They do not move its end.");
    }

    [Test]
    public async Task Adds_four_weeks_up()
    {
        // Ben leads in no week, and over all of them.
        await AddAsync(("ann", 5000), ("ben", 1));
        await PassAsync(TimeSpan.FromDays(7));
        foreach (var leader in new[] { "ann", "cy", "dan", "eve" })
        {
            await AddAsync((leader, 100), ("ben", 90));
            await PassAsync(TimeSpan.FromDays(leader == "eve" ? 0 : 7));
        }

        Show(await Board.LastFourWeeksAsync(1)).ShouldBe(["ben 360"], "Ben has 90 in each of the four weeks; four others have 100 in one. What lies further back does not count.");
    }

    [Test]
    public async Task Adds_up_over_the_turn_of_the_year()
    {
        _clock = At("2026-12-16 12:00");
        foreach (var _ in Enumerable.Range(1, 4))
        {
            await Board.AddAsync("ann", 100);
            await PassAsync(TimeSpan.FromDays(7));
        }
        await PassAsync(TimeSpan.FromDays(-7));

        Show(await Board.LastFourWeeksAsync(3)).ShouldBe(["ann 400"], "100 steps in each of the weeks 2026-W51, 2026-W52, 2026-W53 and 2027-W01.");
    }

    [Test]
    public async Task Lists_nobody_when_nobody_has_walked()
    {
        Show(await Board.TopAsync(0, 3)).ShouldBeEmpty();
        Show(await Board.LastFourWeeksAsync(3)).ShouldBeEmpty();
    }

    [Test]
    public async Task Loses_no_steps_when_fifty_calls_come_at_once()
    {
        await Callers.AtOnceAsync(50, _ => Board.AddAsync("ann", 2));

        var top = Show(await Board.TopAsync(0, 1));
        top.ShouldBe(["ann 100"], "Ann's steps after 50 calls that add 2 each.");
    }

    [Test]
    public async Task Leaves_no_key_without_an_expiry_wherever_adding_is_interrupted() =>
        await InterruptEverywhereAsync("AddAsync", board => board.AddAsync("ann", 10));

    [Test]
    public async Task Leaves_nothing_behind_that_it_has_made_to_add_up()
    {
        await InterruptEverywhereAsync("LastFourWeeksAsync", async board =>
        {
            await Board.AddAsync("ann", 10);
            await board.LastFourWeeksAsync(3);
        });
    }

    /// <summary>Does the same again and again, and each time the answer's server crashes before another of its commands.</summary>
    private async Task InterruptEverywhereAsync(string name, Func<WeeklySteps, Task> work)
    {
        for (var crashAt = 1; ; crashAt++)
        {
            foreach (var key in await Redis.KeysAsync())
                await Redis.Look.KeyDeleteAsync(key);
            var crashed = await CrashesAsync(crashAt, work);
            await Redis.Database.PingAsync();
            foreach (var key in await Redis.KeysAsync())
            {
                var left = await Redis.TimeToLiveAsync(key);
                var moment = crashed ? $"when a server crashes in {name} after {crashAt - 1} of its commands" : $"after {name}";
                if (left is null)
                    Assert.Fail($"""
                        {key} has no expiry {moment}:
                        it would stay for ever. What belongs together is one step, a transaction or a script.
                        """);
                else if (key != "steps:2026-W02")
                    left.Value.TotalSeconds.ShouldBeLessThan(61, $"Seconds that {key} has to live {moment}. It is no week's board.");
            }
            if (!crashed)
                return;
        }
    }

    private async Task<bool> CrashesAsync(int command, Func<WeeklySteps, Task> work)
    {
        var crashed = false;
        try
        {
            await work(new WeeklySteps(InterruptedDatabase.Around(Redis.Database, number =>
            {
                crashed |= number >= command;
                if (crashed)
                    throw new InvalidOperationException("The server that this ran on has crashed.");
            }), _clock));
        }
        catch (Exception) when (crashed)
        {
            // A crash ends it one way or the other.
        }
        return crashed;
    }

    private async Task<double> DaysToLiveAsync(string key)
    {
        var left = await Redis.TimeToLiveAsync(key);
        if (left is null)
            Assert.Fail($"{key} has no expiry: it would live for ever.");
        return Math.Round(left!.Value.TotalDays, 2);
    }

    private async Task AddAsync(params (string Name, long Steps)[] all)
    {
        foreach (var (name, steps) in all)
            await Board.AddAsync(name, steps);
    }

    /// <summary>Lets time pass for the clock and for Redis. Backwards for the clock alone.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        _clock = new MovableClock(_clock.GetUtcNow() + time);
        if (time > TimeSpan.Zero)
            await Redis.PassTimeAsync(time);
    }

    private static string[] Show(IReadOnlyList<Walker> walkers) => [.. walkers.Select(walker => $"{walker.Name} {walker.Steps}")];

    private static MovableClock At(string time) =>
        new(DateTimeOffset.ParseExact(time, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
}
