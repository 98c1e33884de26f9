using System.Diagnostics;
using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.NegativeCaching;

public class Checks : RedisChecks
{
    private readonly Stopwatch _clock = new();
    private Dictionary<string, string?> _products = null!;
    private CountedLoader<string, string?> _database = null!;
    private ProductCache _cache = null!;

    [SetUp]
    public void Begin()
    {
        _products = new() { ["t1"] = "Green tea", ["empty"] = "" };
        _database = new(code => _products.GetValueOrDefault(code));
        _cache = Server(Redis.Database);
        _clock.Restart();
    }

    [Test]
    public async Task Loads_a_product_once()
    {
        (await _cache.GetAsync("t1")).ShouldBe("Green tea");
        (await _cache.GetAsync("t1")).ShouldBe("Green tea");

        Calls("t1").ShouldBe(1, "Calls of load for two questions about t1.");
    }

    [Test]
    public async Task Asks_once_for_what_is_not_there()
    {
        for (var time = 0; time < 5; time++)
            (await _cache.GetAsync("t2")).ShouldBeNull("There is no product t2.");

        Calls("t2").ShouldBe(1, "Calls of load for five questions about t2, which does not exist.");
    }

    [Test]
    public async Task Remembers_a_product_for_300_seconds()
    {
        await _cache.GetAsync("t1");

        var (shortest, longest) = await SecondsToLiveAsync();
        longest.ShouldBeLessThanOrEqualTo(300, "Seconds that the longest-lived key has to live after GetAsync(\"t1\").");
        shortest.ShouldBeGreaterThanOrEqualTo(300, "Seconds that the shortest-lived key was given by GetAsync(\"t1\").");
    }

    [Test]
    public async Task Remembers_an_absence_for_30_seconds()
    {
        await _cache.GetAsync("t2");

        var (shortest, longest) = await SecondsToLiveAsync();
        longest.ShouldBeLessThanOrEqualTo(30, "Seconds that the longest-lived key has to live after GetAsync(\"t2\"), which found nothing.");
        shortest.ShouldBeGreaterThanOrEqualTo(30, "Seconds that the shortest-lived key was given by GetAsync(\"t2\"), which found nothing.");
    }

    [Test]
    public async Task Finds_a_product_that_came_later_when_the_30_seconds_are_over()
    {
        await _cache.GetAsync("t2");
        _products["t2"] = "Black tea";
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(31));

        (await _cache.GetAsync("t2")).ShouldBe("Black tea", "31 s after t2 was not found, it is there.");
        (await _cache.GetAsync("t2")).ShouldBe("Black tea");
        Calls("t2").ShouldBe(2, "Calls of load for t2: once in vain, and once 31 s later.");
    }

    [Test]
    public async Task Does_not_remember_an_absence_longer_for_being_asked()
    {
        await _cache.GetAsync("t2");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(20));
        await _cache.GetAsync("t2");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(11));
        await _cache.GetAsync("t2");

        Calls("t2").ShouldBe(2, "Calls of load for t2, which is asked for at 0 s, 20 s and 31 s.");
    }

    [Test]
    public async Task Does_not_remember_an_absence_longer_because_of_another()
    {
        await _cache.GetAsync("t2");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(20));
        await _cache.GetAsync("t3");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(11));
        await _cache.GetAsync("t2");

        Calls("t2").ShouldBe(2, "Calls of load for t2, asked for at 0 s and 31 s. At 20 s there was no t3 either.");
    }

    [Test]
    public async Task Does_not_remember_a_product_longer_for_being_asked()
    {
        await _cache.GetAsync("t1");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(200));
        await _cache.GetAsync("t1");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(101));
        await _cache.GetAsync("t1");

        Calls("t1").ShouldBe(2, "Calls of load for t1, which is asked for at 0 s, 200 s and 301 s.");
    }

    [Test]
    public async Task Notices_that_a_product_has_gone()
    {
        await _cache.GetAsync("t1");
        _products["t1"] = null;
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(301));

        (await _cache.GetAsync("t1")).ShouldBeNull("t1 was deleted, and its 300 s are over.");
        (await _cache.GetAsync("t1")).ShouldBeNull();
        Calls("t1").ShouldBe(2, "Calls of load for t1: when it was there, and when it was gone.");
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("-")]
    [TestCase("+")]
    [TestCase("0")]
    [TestCase("\0")]
    [TestCase("NOT_FOUND")]
    [TestCase("[]")]
    public async Task Takes_any_text_for_a_description(string text)
    {
        _products["odd"] = text;

        (await _cache.GetAsync("odd")).ShouldBe(text);
        (await _cache.GetAsync("odd")).ShouldBe(text, "The second time, from the cache.");
        Calls("odd").ShouldBe(1, "Calls of load for two questions about a product with this description.");
    }

    [Test]
    public async Task Takes_even_the_sign_for_absence_for_a_description()
    {
        await _cache.GetAsync("t2");
        var number = 0;
        foreach (var sign in await TextsInRedisAsync())
        {
            var code = $"sign{number++}";
            _products[code] = sign;
            await _cache.GetAsync(code);

            (await _cache.GetAsync(code)).ShouldBe(sign, $"Your cache keeps \"{sign}\" for what is not there. A product may have just this description.");
            Calls(code).ShouldBe(1, $"Calls of load for a product whose description is \"{sign}\", asked for twice.");
        }
    }

    [Test]
    public async Task Does_not_take_a_failure_for_an_absence()
    {
        _database.FailOnce(new TimeoutException("the database is busy"));

        await Should.ThrowAsync<TimeoutException>(() => _cache.GetAsync("t1"));

        (await Redis.KeysAsync()).ShouldBeEmpty("After a failure nothing is remembered.");
        (await _cache.GetAsync("t1")).ShouldBe("Green tea", "The next call tries again.");
    }

    [Test]
    public async Task Forgets_that_there_was_nothing()
    {
        await _cache.GetAsync("t2");
        _products["t2"] = "Black tea";
        await _cache.ForgetAsync("t2");

        (await _cache.GetAsync("t2")).ShouldBe("Black tea", "t2 was added, and ForgetAsync(\"t2\") was called.");
    }

    [Test]
    public async Task Forgets_a_product()
    {
        await _cache.GetAsync("t1");
        _products["t1"] = null;
        await _cache.ForgetAsync("t1");

        (await _cache.GetAsync("t1")).ShouldBeNull("t1 was deleted, and ForgetAsync(\"t1\") was called.");
    }

    [Test]
    public async Task Forgets_nothing_about_other_codes()
    {
        foreach (var code in new[] { "t1", "t2", "t3" })
            await _cache.GetAsync(code);

        await _cache.ForgetAsync("t2");

        foreach (var code in new[] { "t1", "t3" })
            await _cache.GetAsync(code);
        (Calls("t1"), Calls("t3")).ShouldBe((1, 1), "Calls of load for t1 and t3, which were not to be forgotten.");
    }

    [Test]
    public async Task Shares_with_other_servers_what_is_not_there()
    {
        var other = Server(Redis.Look);
        await _cache.GetAsync("t2");

        (await other.GetAsync("t2")).ShouldBeNull();
        Calls("t2").ShouldBe(1, "Calls of load for t2, asked for on two servers.");
        _products["t2"] = "Black tea";
        await other.ForgetAsync("t2");
        (await _cache.GetAsync("t2")).ShouldBe("Black tea", "Another server has called ForgetAsync(\"t2\").");
    }

    [Test]
    public async Task Gives_every_key_its_expiry_in_one_step()
    {
        var before = await Redis.CommandsAsync();
        await _cache.GetAsync("t1");
        await _cache.GetAsync("t2");

        var sent = await Redis.CommandsAsync(before);
        if (sent.Any(command => command is "expire" or "pexpire") && !sent.Any(command => command is "eval" or "evalsha" or "exec"))
            Assert.Fail("""
                Redis was sent EXPIRE, a command of its own. Should the program end just before it, the key
                lives for ever. SET can carry the expiry; a script or a transaction makes one step of two.
                """);
    }

    private ProductCache Server(IDatabase redis) => new(redis, code => _database.LoadAsync(code));

    private int Calls(string code) => _database.Keys.Count(key => key == code);

    /// <summary>What the answer has written, strings and fields of hashes: an absence among them, if it is a text.</summary>
    private async Task<List<string>> TextsInRedisAsync()
    {
        var texts = new List<string>();
        foreach (var key in await Redis.KeysAsync())
        {
            var type = (string?)await Redis.Look.ExecuteAsync("TYPE", key);
            if (type == "string")
                texts.Add((await Redis.Look.StringGetAsync(key))!);
            else if (type == "hash")
                texts.AddRange((await Redis.Look.HashGetAllAsync(key)).Select(field => (string)field.Value!));
        }
        return texts;
    }

    private Task<(double Shortest, double Longest)> SecondsToLiveAsync() => Redis.SecondsToLiveAsync(_clock, "Redis holds no key: nothing was remembered.");
}
