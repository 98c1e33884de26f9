using System.Globalization;
using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.StreamConsumerGroup;

public class Checks : RedisChecks
{
    private ViewEvents Events => new(Redis.Database);

    [Test]
    public async Task Gives_what_was_appended_oldest_first()
    {
        await Events.PrepareAsync();
        var ids = await AppendAsync("a", "b: 10:30", "");

        var entries = await Events.ReadAsync("w1", 10);

        Texts(entries).ShouldBe(["a", "b: 10:30", ""]);
        entries.Select(entry => entry.Id).ToArray().ShouldBe(ids, "The ids of the entries, as AppendAsync gave them.");
    }

    [Test]
    public async Task Writes_the_field_and_the_key_that_were_agreed_on()
    {
        await Events.AppendAsync("a");

        (await Redis.KeysAsync()).ShouldBe(["views"], "The keys in Redis.");
        var entry = ((RedisResult[])(await Redis.Look.ExecuteAsync("XRANGE", "views", "-", "+"))!)[0];
        var fields = (string[])((RedisResult[])entry!)[1]!;
        fields.ShouldBe(["text", "a"], "Field and value of the entry.");
    }

    [Test]
    public async Task Gives_what_was_appended_before_the_group_was_made()
    {
        await AppendAsync("a", "b");
        await Events.PrepareAsync();

        Texts(await Events.ReadAsync("w1", 10)).ShouldBe(["a", "b"], "Both were there before PrepareAsync, and nobody has had them.");
    }

    [Test]
    public async Task Changes_nothing_when_it_is_prepared_again()
    {
        await AppendAsync("a", "b");
        await Events.PrepareAsync();
        await Events.ReadAsync("w1", 1);
        await Events.PrepareAsync();

        Texts(await Events.ReadAsync("w2", 10)).ShouldBe(["b"], "w1 has a. Then w2 starts, and calls PrepareAsync as well.");
        (await WaitingAsync()).ShouldBe(2, "Entries that are with a worker, and not done.");
    }

    [Test]
    public async Task Can_be_prepared_by_twenty_workers_at_once()
    {
        await Callers.AtOnceAsync(20, _ => Events.PrepareAsync());
        await AppendAsync("a");

        Texts(await Events.ReadAsync("w1", 10)).ShouldBe(["a"]);
    }

    [Test]
    public async Task Gives_no_more_than_were_asked_for_and_the_rest_to_others()
    {
        await PrepareAsync("a", "b", "c");

        Texts(await Events.ReadAsync("w1", 2)).ShouldBe(["a", "b"], "What w1 is given, who asks for 2.");
        Texts(await Events.ReadAsync("w2", 2)).ShouldBe(["c"], "What w2 is given then.");
        Texts(await Events.ReadAsync("w1", 2)).ShouldBeEmpty("What w1 is given when nothing is new.");
    }

    [Test]
    public async Task Gives_each_entry_to_one_of_eight_workers_that_read_at_once()
    {
        await PrepareAsync(Numbers(80));

        var given = await Callers.AtOnceAsync(8, number => ReadAllAsync($"w{number}"));

        EachOnce(given, 80);
    }

    [Test]
    public async Task Has_another_worker_finish_what_a_crashed_one_had()
    {
        var ids = await PrepareAsync("a", "b", "c");
        await Events.ReadAsync("w1", 3);
        await Events.DoneAsync(ids[1]);
        await PassAsync("w1", 60, ids[0], ids[2]);

        var taken = Texts(await Events.TakeOverAsync("w2", 10));

        taken.ShouldBe(["a", "c"], "What w2 takes over from w1, a minute after it had a, b and c and finished b.");
        await Events.DoneAsync(ids[0]);
        await Events.DoneAsync(ids[2]);
        (await WaitingAsync()).ShouldBe(0, "Entries that are with a worker, and not done, in the end.");
    }

    [Test]
    public async Task Takes_nothing_from_a_worker_that_has_had_it_for_less_than_a_minute()
    {
        var ids = await PrepareAsync("a", "b");
        await Events.ReadAsync("w1", 2);
        await PassAsync("w1", 50, ids[0]);

        Texts(await Events.TakeOverAsync("w2", 10)).ShouldBeEmpty("w1 has had a for 50 seconds, and b for a moment.");
    }

    [Test]
    public async Task Begins_the_minute_anew_for_what_was_taken_over()
    {
        var ids = await PrepareAsync("a", "b", "c");
        await Events.ReadAsync("w1", 3);
        await PassAsync("w1", 3600, ids);

        Texts(await Events.TakeOverAsync("w2", 2)).ShouldBe(["a", "b"], "What w2 takes over, who asks for 2.");
        Texts(await Events.TakeOverAsync("w3", 10)).ShouldBe(["c"], "What w3 takes over right after that. w2 has just begun with a and b.");
    }

    [Test]
    public async Task Finds_what_is_to_be_taken_over_behind_fifty_others()
    {
        var ids = await PrepareAsync(Numbers(51));
        await Events.ReadAsync("w1", 51);
        await PassAsync("w1", 70, ids[^1]);

        Texts(await Events.TakeOverAsync("w2", 1)).ShouldBe(["50"], "Before it, w1 has 50 entries for a moment only. Does Redis look at all of them in one go?");
    }

    [Test]
    public async Task Has_each_entry_taken_over_by_one_of_eight_workers_at_once()
    {
        var ids = await PrepareAsync(Numbers(40));
        await Events.ReadAsync("w0", 40);
        await PassAsync("w0", 70, ids);

        var taken = await Callers.AtOnceAsync(8, async number => Texts(await Events.TakeOverAsync($"w{number + 1}", 5)));

        EachOnce(taken, 40);
    }

    [Test]
    public async Task Leaves_in_the_stream_what_is_done()
    {
        var ids = await PrepareAsync("a", "b");
        await Events.ReadAsync("w1", 2);
        await Events.DoneAsync(ids[0]);

        ((long)await Redis.Look.ExecuteAsync("XLEN", "views")).ShouldBe(2, "Entries in the stream.");
        (await WaitingAsync()).ShouldBe(1, "Entries that are with a worker, and not done: b alone.");
    }

    private async Task<string[]> PrepareAsync(params string[] texts)
    {
        await Events.PrepareAsync();
        return await AppendAsync(texts);
    }

    private async Task<string[]> AppendAsync(params string[] texts)
    {
        var ids = new List<string>();
        foreach (var text in texts)
            ids.Add(await Events.AppendAsync(text));
        return [.. ids];
    }

    private async Task<List<string>> ReadAllAsync(string worker)
    {
        var all = new List<string>();
        while (all.Count <= 80 && await Events.ReadAsync(worker, 3) is { Count: > 0 } some)
            all.AddRange(Texts(some));
        return all;
    }

    private static void EachOnce(IEnumerable<IEnumerable<string>> given, int entries)
    {
        var all = given.SelectMany(texts => texts).ToList();
        var givenTwice = all.GroupBy(text => text).Count(same => same.Count() > 1);
        givenTwice.ShouldBe(0, "Entries that were given to more than one of the eight workers, or more than once.");
        all.Count.ShouldBe(entries, $"Entries that the eight workers were given together, of {entries}.");
    }

    /// <summary>Lets time pass for entries that are with a worker: Redis is told that it gave them out so much earlier.</summary>
    private async Task PassAsync(string worker, int seconds, params string[] ids)
    {
        var milliseconds = (seconds * 1000).ToString(CultureInfo.InvariantCulture);
        await Redis.Look.ExecuteAsync("XCLAIM", ["views", "billing", worker, "0", .. ids, "IDLE", milliseconds, "JUSTID"]);
    }

    /// <summary>How many entries are with a worker and not acknowledged.</summary>
    private async Task<long> WaitingAsync() => (long)((RedisResult[])(await Redis.Look.ExecuteAsync("XPENDING", "views", "billing"))!)[0];

    private static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(number => number.ToString("00", CultureInfo.InvariantCulture))];

    private static string[] Texts(IReadOnlyList<Entry> entries) => [.. entries.Select(entry => entry.Text)];
}
