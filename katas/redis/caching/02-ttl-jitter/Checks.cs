using System.Diagnostics;
using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;

namespace Redis.TtlJitter;

public class Checks : RedisChecks
{
    private const int Shortest = 300;
    private const int Longest = 360;

    private readonly Stopwatch _sinceCaching = new();
    private CountedLoader<int, string> _database = null!;
    private ProductCache _cache = null!;

    [SetUp]
    public void Begin()
    {
        _database = new(id => $"tea no. {id}");
        _cache = new ProductCache(Redis.Database, id => _database.LoadAsync(id));
        _sinceCaching.Restart();
    }

    [Test]
    public async Task Loads_a_product_once_and_caches_it()
    {
        (await _cache.GetAsync(7)).ShouldBe("tea no. 7");
        (await _cache.GetAsync(7)).ShouldBe("tea no. 7");

        _database.Calls.ShouldBe(1, "Calls of load for two questions.");
        ((string?)await Redis.Look.StringGetAsync("product:7")).ShouldBe("tea no. 7", "What Redis holds under product:7.");
    }

    [Test]
    public async Task Puts_all_products_into_the_cache()
    {
        await Redis.Look.StringSetAsync("product:60", "an old text", TimeSpan.FromSeconds(20));

        await _cache.WarmAsync(Products(400));

        (await Redis.KeysAsync()).Count.ShouldBe(400, "Keys in Redis after 400 products were put there.");
        ((string?)await Redis.Look.StringGetAsync("product:60")).ShouldBe("tea no. 60", "product:60 was there before, with an old text.");
        (await _cache.GetAsync(2400)).ShouldBe("tea no. 2400");
        _database.Calls.ShouldBe(0, "Calls of load: what was put into the cache is there.");
    }

    [Test]
    public async Task Lets_products_put_there_together_live_for_300_to_360_seconds()
    {
        await _cache.WarmAsync(Products(400));

        ShouldBeWithinTheMinute(await SecondsToLiveAsync(), "400 products put there together");
    }

    [Test]
    public async Task Lets_products_loaded_on_demand_live_for_300_to_360_seconds() =>
        ShouldBeWithinTheMinute(await LoadOnDemandAsync(100), "100 products loaded one after the other");

    [Test]
    public async Task Spreads_products_put_there_together_over_the_whole_minute()
    {
        await _cache.WarmAsync(Products(400));

        ShouldSpread(await SecondsToLiveAsync(), "400 products put there together");
    }

    [Test]
    public async Task Spreads_products_loaded_on_demand_over_the_whole_minute() =>
        ShouldSpread(await LoadOnDemandAsync(400), "400 products loaded one after the other");

    [Test]
    public async Task Draws_anew_each_time_a_product_is_cached()
    {
        var seconds = new List<double>();
        for (var time = 0; time < 60; time++)
        {
            await _cache.WarmAsync(Products(1));
            seconds.Add(await SecondsToLiveAsync("product:60"));
        }

        if (Rounded(seconds.Max() - seconds.Min()) <= 30)
            Assert.Fail("One product was cached 60 times, and its times to live lie 30 seconds apart or less.");
    }

    [Test]
    public async Task Reading_does_not_change_the_time_to_live()
    {
        await _cache.WarmAsync(Products(1));
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(200));
        await _cache.GetAsync(60);

        if (Rounded(await SecondsToLiveAsync("product:60")) > Longest - 200)
            Assert.Fail($"""
                product:60 was cached 200 s ago and has been read since. It lives for more than {Longest - 200} s
                still: reading it has given it a new time.
                """);
    }

    [Test]
    public async Task Sets_value_and_expiry_in_one_command()
    {
        var before = await Redis.CommandsAsync();
        await _cache.GetAsync(7);
        await _cache.WarmAsync(Products(3));

        var second = (await Redis.CommandsAsync(before)).FirstOrDefault(command => command is "expire" or "pexpire" or "expireat" or "pexpireat");
        if (second is not null)
            Assert.Fail($"""
                Redis was sent {second.ToUpperInvariant()}, which is a command of its own. Should the program end just
                before it, the value lives for ever. SET can carry the expiry.
                """);
    }

    [Test]
    public async Task Caches_nothing_when_the_database_fails()
    {
        _database.FailOnce(new TimeoutException("the database is busy"));

        await Should.ThrowAsync<TimeoutException>(() => _cache.GetAsync(7));

        (await Redis.KeysAsync()).ShouldBeEmpty("After a failure nothing is cached.");
    }

    /// <summary>All ids are multiples of 60: a rest of the id is no random number.</summary>
    private static Dictionary<int, string> Products(int count) =>
        Enumerable.Range(1, count).ToDictionary(number => number * 60, number => $"tea no. {number * 60}");

    private async Task<List<double>> LoadOnDemandAsync(int count)
    {
        var seconds = new List<double>();
        foreach (var id in Products(count).Keys)
        {
            await _cache.GetAsync(id);
            seconds.Add(await SecondsToLiveAsync($"product:{id}"));
        }
        return seconds;
    }

    private async Task<IReadOnlyList<double>> SecondsToLiveAsync() => await Task.WhenAll((await Redis.KeysAsync()).Select(SecondsToLiveAsync));

    private async Task<double> SecondsToLiveAsync(string key)
    {
        if (await Redis.TimeToLiveAsync(key) is { } left)
            return left.TotalSeconds;
        Assert.Fail($"{key} has no expiry: it would live for ever.");
        return 0;
    }

    private void ShouldBeWithinTheMinute(IReadOnlyList<double> seconds, string what)
    {
        // What is left now, and the time that the machine took since then: at least so long it was given.
        var (shortest, longest) = (Rounded(seconds.Min() + _sinceCaching.Elapsed.TotalSeconds), Rounded(seconds.Max()));
        if (shortest < Shortest)
            Assert.Fail($"{what}.\nSome were given less than {Shortest} s.");
        if (longest > Longest)
            Assert.Fail($"{what}.\nSome were given more than {Longest} s.");
    }

    /// <summary>Each sixth of the minute gets about a sixth of the keys. 20 of 400 are so few that chance alone never brings it about.</summary>
    private static void ShouldSpread(IReadOnlyList<double> seconds, string what)
    {
        var first = seconds.Min();
        var width = Rounded(seconds.Max() - first);
        if (width <= 45)
            Assert.Fail($"{what}.\nFrom the first to expire to the last it is {About(width)}, and it should be a minute.");
        var fewest = Enumerable.Range(0, 6).Min(sixth => seconds.Count(s => (int)Math.Min((s - first) / 10, 5) == sixth));
        if (fewest <= 20)
            Assert.Fail($"{what}.\nAbout 67 of them should expire in each ten seconds of the minute. In some there are 20 or less.");
        if (seconds.Select(s => (int)s).Distinct().Count() <= 40)
            Assert.Fail($"{what}.\nIn whole seconds they have 40 different times to live or less.");
    }

    private static double Rounded(double seconds) => Math.Round(seconds, 1);

    /// <summary>What is drawn at random is another number in each run, and a verdict should be the same.</summary>
    private static string About(double seconds) => seconds < 5 ? "a few seconds at most" : $"about {Math.Round(seconds / 10) * 10} s";
}
