using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.DelayedJobs;

public class Checks : RedisChecks
{
    private readonly MovableClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private Reminders Reminders => new(Redis.Database, _clock);

    [Test]
    public async Task Gives_a_reminder_when_its_time_has_come_and_not_before()
    {
        await Reminders.ScheduleAsync("ann", TimeSpan.FromSeconds(600.5));

        await ShouldBeDueAsync([], "What is due at once, of a reminder that is due in 600.5 seconds.");
        await PassAsync(TimeSpan.FromSeconds(600.499));
        await ShouldBeDueAsync([], "What is due after 600.499 seconds, of a reminder that is due in 600.5 seconds.");
        await PassAsync(TimeSpan.FromSeconds(0.001));
        await ShouldBeDueAsync(["ann"], "What is due after exactly 600.5 seconds, of a reminder that is due in 600.5 seconds.");
    }

    [Test]
    public async Task Gives_what_was_due_first_in_front()
    {
        await ScheduleAsync(("cy", 30), ("ann", 10), ("ben", 20), ("dan", 50));
        await PassAsync(TimeSpan.FromMinutes(40));

        await ShouldBeDueAsync(["ann", "ben", "cy"], "What is due after 40 minutes. Ann's is due after 10, Ben's after 20, Cy's after 30, Dan's after 50.");
    }

    [Test]
    public async Task Gives_no_more_than_were_asked_for()
    {
        await ScheduleAsync(("ann", 10), ("ben", 20), ("cy", 30));
        await PassAsync(TimeSpan.FromMinutes(40));

        await ShouldBeDueAsync(["ann", "ben"], "What is given first, of three that are due, when 2 are asked for.", count: 2);
        await ShouldBeDueAsync(["cy"], "What is given then, when 2 are asked for.", count: 2);
        await ShouldBeDueAsync([], "What is given in the end.", count: 2);
    }

    [Test]
    public async Task Gives_at_once_what_has_no_delay()
    {
        await Reminders.ScheduleAsync("ann", TimeSpan.Zero);

        await ShouldBeDueAsync(["ann"], "What is due, of a reminder with a delay of zero.");
    }

    [Test]
    public async Task Takes_the_new_time_when_a_reminder_is_scheduled_again()
    {
        await ScheduleAsync(("ann", 10), ("ben", 60));
        await ScheduleAsync(("ann", 30), ("ben", 5));

        await PassAsync(TimeSpan.FromMinutes(10));
        await ShouldBeDueAsync(["ben"], "What is due after 10 minutes. Ann's was put off from 10 minutes to 30, Ben's brought forward from 60 to 5.");
        await Reminders.DoneAsync("ben");
        await PassAsync(TimeSpan.FromMinutes(20));
        await ShouldBeDueAsync(["ann"], "What is due after 30 minutes, when Ben's is done.");
        await Reminders.DoneAsync("ann");
        await PassAsync(TimeSpan.FromHours(2));
        await ShouldBeDueAsync([], "What is due two hours later, when both are done.");
    }

    [Test]
    public async Task Gives_a_reminder_again_when_it_is_not_done_after_60_seconds()
    {
        await Reminders.ScheduleAsync("ann", TimeSpan.Zero);
        await Reminders.TakeDueAsync(5);

        await ShouldBeDueAsync([], "What is given right after somebody else has taken it.");
        await PassAsync(TimeSpan.FromSeconds(59));
        await ShouldBeDueAsync([], "What is given 59 seconds after somebody else has taken it.");
        await PassAsync(TimeSpan.FromSeconds(1));
        await ShouldBeDueAsync(["ann"], "What is given 60 seconds after somebody has taken it and not called DoneAsync. That server has crashed.");
    }

    [Test]
    public async Task Forgets_what_is_done()
    {
        await ScheduleAsync(("ann", 0), ("ben", 0));
        await Reminders.TakeDueAsync(5);
        await Reminders.DoneAsync("ann");
        await PassAsync(TimeSpan.FromSeconds(61));

        await ShouldBeDueAsync(["ben"], "What is given a minute after Ann's and Ben's were taken. Only Ann's was done.");
        await Reminders.DoneAsync("ben");
        await PassAsync(TimeSpan.FromSeconds(61));
        (await Redis.KeysAsync()).ShouldBeEmpty("The keys in Redis, a minute after all reminders are done.");
    }

    [Test]
    public async Task Gives_each_to_one_of_twenty_servers_that_take_at_once()
    {
        // Luck may keep servers apart once, and not every time.
        for (var round = 0; round < 5; round++)
        {
            await DeleteAllAsync();
            await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Reminders.ScheduleAsync($"{round}-{number}", TimeSpan.Zero)));
            var given = await Callers.AtOnceAsync(20, _ => Reminders.TakeDueAsync(5));
            var all = given.SelectMany(some => some).ToList();
            var givenTwice = all.GroupBy(reminder => reminder).Count(same => same.Count() > 1);
            givenTwice.ShouldCount(0, "Reminders that were given to more than one server.");
            all.Count.ShouldCount(50, "Reminders that twenty servers were given, each of which asked for 5.");
        }
    }

    [Test]
    public async Task Gives_each_to_one_when_another_server_takes_between_two_commands()
    {
        for (var (takeAt, taken) = (1, true); taken; takeAt++)
        {
            await DeleteAllAsync();
            await ScheduleAsync(("ann", 0), ("ben", 0), ("cy", 0));
            IReadOnlyList<string>? others = null;
            // On a thread of its own: the answer's waits until it is done.
            var database = InterruptedDatabase.Around(Redis.Database, number =>
                others ??= number < takeAt ? null : Task.Run(() => new Reminders(Redis.Look, _clock).TakeDueAsync(5)).GetAwaiter().GetResult());
            var own = await new Reminders(database, _clock).TakeDueAsync(5);

            taken = others is not null;
            var all = own.Concat(others ?? []).Order(StringComparer.Ordinal).ToArray();
            all.ShouldBe(["ann", "ben", "cy"], $"What two servers were given together. The second one came when the first one's TakeDueAsync had sent {takeAt - 1} of its commands.");
        }
    }

    [Test]
    public async Task Loses_nothing_when_a_server_crashes_while_taking()
    {
        for (var (crashAt, crashed) = (1, true); crashed; crashAt++)
        {
            await DeleteAllAsync();
            await ScheduleAsync(("ann", 0), ("ben", 0), ("cy", 0));
            crashed = await CrashesAsync(crashAt);
            await Redis.Database.PingAsync();
            await PassAsync(TimeSpan.FromSeconds(60));

            var moment = crashed ? $"that crashed after {crashAt - 1} of its commands" : "that took all and then crashed";
            var due = (await Reminders.TakeDueAsync(5)).Order(StringComparer.Ordinal).ToArray();
            due.ShouldBe(["ann", "ben", "cy"], $"What is due 60 seconds after a TakeDueAsync {moment}. Three reminders are not done.");
        }
    }

    private async Task<bool> CrashesAsync(int command)
    {
        var crashed = false;
        try
        {
            var database = InterruptedDatabase.Around(Redis.Database, number =>
            {
                crashed |= number >= command;
                if (crashed)
                    throw new InvalidOperationException("The server that this ran on has crashed.");
            });
            await new Reminders(database, _clock).TakeDueAsync(5);
        }
        catch (Exception) when (crashed)
        {
            // A crash ends it one way or the other.
        }
        return crashed;
    }

    private async Task ScheduleAsync(params (string Reminder, int Minutes)[] all)
    {
        foreach (var (reminder, minutes) in all)
            await Reminders.ScheduleAsync(reminder, TimeSpan.FromMinutes(minutes));
    }

    private async Task DeleteAllAsync()
    {
        foreach (var key in await Redis.KeysAsync())
            await Redis.Look.KeyDeleteAsync(key);
    }

    private async Task ShouldBeDueAsync(string[] expected, string sentence, int count = 5)
    {
        var given = await Reminders.TakeDueAsync(count);
        given.ShouldBe(expected, sentence);
    }

    /// <summary>Lets time pass for the clock, and for keys that expire.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        _clock.Advance(time);
        await Redis.PassTimeAsync(time);
    }
}
