using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.ReliableQueue;

public class Checks : RedisChecks
{
    private MailQueue Queue => new(Redis.Database);

    [Test]
    public async Task Gives_the_oldest_first_and_null_when_there_is_none()
    {
        await AddAsync("a", "b");

        var taken = await TakeAsync("w1", 3);
        taken.ShouldBe(["a", "b", "nothing"], "What TakeAsync gives, one after the other, after a and b were added.");
    }

    [Test]
    public async Task Writes_down_which_worker_has_what()
    {
        await AddAsync("a", "b", "c");
        await TakeAsync("w1", 1);
        await TakeAsync("w2", 1);

        await ShouldHoldAsync(["mail:waiting: c", "mail:working:w1: a", "mail:working:w2: b"], "The lists in Redis, after w1 and w2 took one each.");
    }

    [Test]
    public async Task Forgets_what_is_done_and_nothing_else()
    {
        await AddAsync("a", "b", "c");
        await TakeAsync("w1", 3);

        (await Queue.DoneAsync("w1", "b")).ShouldBeTrue("w1 has b.");
        (await Queue.DoneAsync("w1", "b")).ShouldBeFalse("w1 does not have b any more.");
        (await Queue.DoneAsync("w2", "a")).ShouldBeFalse("It is w1 that has a, and not w2.");
        await ShouldHoldAsync(["mail:working:w1: a", "mail:working:w1: c"], "The lists in Redis, after b was done.");
    }

    [Test]
    public async Task Takes_one_of_two_equal_ones_for_done()
    {
        await AddAsync("thank you", "thank you");
        await TakeAsync("w1", 2);
        await Queue.DoneAsync("w1", "thank you");

        await ShouldHoldAsync(["mail:working:w1: thank you"], "The lists in Redis. Two orders have equal e-mails, and one of them is done.");
    }

    [Test]
    public async Task Takes_an_empty_text_for_an_email()
    {
        await AddAsync("", "b");

        (await Queue.TakeAsync("w1")).ShouldBe("", "The oldest e-mail is an empty text.");
        (await Queue.RecoverAsync("w1")).ShouldBe(1, "E-mails that w1 had: one, an empty text.");
        var taken = await TakeAsync("w2", 2);
        taken.ShouldBe(["", "b"], "What w2 takes after that.");
    }

    [Test]
    public async Task Puts_back_what_a_crashed_worker_had_before_what_is_waiting()
    {
        await AddAsync("a", "b", "c", "d", "e");
        await TakeAsync("w1", 3);
        await TakeAsync("w2", 1);

        (await Queue.RecoverAsync("w1")).ShouldBe(3, "E-mails that w1 had.");
        var taken = await TakeAsync("w3", 5);
        taken.ShouldBe(["a", "b", "c", "e", "nothing"], "What w3 takes after that. w1 had a, b and c; d is with w2, who is at work.");
    }

    [Test]
    public async Task Puts_nothing_back_when_the_worker_had_nothing()
    {
        await AddAsync("a");

        (await Queue.RecoverAsync("w1")).ShouldBe(0, "E-mails that w1 had.");
        await ShouldHoldAsync(["mail:waiting: a"], "The lists in Redis.");
    }

    [Test]
    public async Task Gives_each_to_one_of_fifty_that_take_at_once()
    {
        // Luck may keep workers apart once, and not every time.
        for (var round = 0; round < 5; round++)
        {
            await DeleteAllAsync();
            await AddAsync([.. Enumerable.Range(10, 40).Select(number => $"{number}")]);
            var taken = await Callers.AtOnceAsync(50, number => Queue.TakeAsync($"w{number}"));
            var mails = taken.Where(mail => mail is not null).ToList();
            var twice = mails.GroupBy(mail => mail).Count(same => same.Count() > 1);
            twice.ShouldCount(0, "E-mails that were given to more than one worker.");
            mails.Count.ShouldCount(40, "E-mails that fifty workers took, of 40.");
        }
    }

    [Test]
    public Task Loses_nothing_when_it_crashes_while_taking() => CrashEverywhereAsync("TakeAsync", ["a", "b"], async queue => await queue.TakeAsync("w1"));

    [Test]
    public Task Loses_nothing_when_it_crashes_while_putting_back() => CrashEverywhereAsync(
        "RecoverAsync", ["a", "b", "c", "d"], async queue => await queue.RecoverAsync("w1"), before: 3, afterwards: async () =>
        {
            await Queue.RecoverAsync("w1");
            var taken = await TakeAsync("w2", 4);
            taken.ShouldBe(["a", "b", "c", "d"], "What w2 takes after RecoverAsync crashed and was called again. w1 had a, b and c.");
        });

    /// <summary>Does the same again and again, and each time the program crashes before another of its commands. Nothing may be missing or doubled then.</summary>
    private async Task CrashEverywhereAsync(string name, string[] mails, Func<MailQueue, Task> work, int before = 0, Func<Task>? afterwards = null)
    {
        for (var (crashAt, crashed) = (1, true); crashed; crashAt++)
        {
            await DeleteAllAsync();
            await AddAsync(mails);
            await TakeAsync("w1", before);
            crashed = await CrashesAsync(crashAt, work);
            await Redis.Database.PingAsync();

            var all = (await WhereAsync()).Select(line => line.Split(": ")[1]).Order(StringComparer.Ordinal).ToArray();
            var moment = crashed ? $"when the program crashes in {name} after {crashAt - 1} of its commands" : $"after {name}";
            all.ShouldBe(mails, $"All e-mails in Redis, in whichever list, {moment}.");
            if (afterwards is not null)
                await afterwards();
        }
    }

    private async Task<bool> CrashesAsync(int command, Func<MailQueue, Task> work)
    {
        var crashed = false;
        try
        {
            await work(new MailQueue(InterruptedDatabase.Around(Redis.Database, number =>
            {
                crashed |= number >= command;
                if (crashed)
                    throw new InvalidOperationException("The program that this ran in has crashed.");
            })));
        }
        catch (Exception) when (crashed)
        {
            // A crash ends it one way or the other.
        }
        return crashed;
    }

    private async Task DeleteAllAsync()
    {
        foreach (var key in await Redis.KeysAsync())
            await Redis.Look.KeyDeleteAsync(key);
    }

    private async Task AddAsync(params string[] mails)
    {
        foreach (var mail in mails)
            await Queue.AddAsync(mail);
    }

    private async Task<string[]> TakeAsync(string worker, int times)
    {
        var taken = new List<string>();
        for (var i = 0; i < times; i++)
            taken.Add(await Queue.TakeAsync(worker) ?? "nothing");
        return [.. taken];
    }

    private async Task ShouldHoldAsync(string[] expected, string sentence)
    {
        var lists = await WhereAsync();
        lists.ShouldBe(expected, sentence);
    }

    /// <summary>Each e-mail in Redis with the list that it is in, in the order of the lists' names and of the e-mails.</summary>
    private async Task<string[]> WhereAsync()
    {
        var lines = new List<string>();
        foreach (var key in await Redis.KeysAsync())
        {
            var type = (string)(await Redis.Look.ExecuteAsync("TYPE", key))!;
            type.ShouldBe("list", $"The type of the key {key}.");
            lines.AddRange((await Redis.Look.ListRangeAsync(key)).Select(mail => $"{key}: {mail}").Order(StringComparer.Ordinal));
        }
        return [.. lines];
    }
}
