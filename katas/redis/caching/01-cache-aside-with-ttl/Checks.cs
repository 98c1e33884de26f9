using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;

namespace Redis.CacheAside;

public class Checks : RedisChecks
{
    private readonly Dictionary<int, string?> _users = new() { [7] = "Ann, likes tea", [8] = "", [9] = "Cy" };
    private CountedLoader<int, string?> _database = null!;
    private ProfileCache _cache = null!;

    [SetUp]
    public void Begin()
    {
        _database = new(id => _users.GetValueOrDefault(id));
        _cache = new ProfileCache(Redis.Database, id => _database.LoadAsync(id));
    }

    [Test]
    public async Task Loads_a_profile_that_is_not_cached()
    {
        var profile = await _cache.GetAsync(7);

        profile.ShouldBe("Ann, likes tea");
    }

    [Test]
    public async Task Gives_the_cached_profile_the_second_time()
    {
        await _cache.GetAsync(7);
        var again = await _cache.GetAsync(7);

        again.ShouldBe("Ann, likes tea");
        _database.Calls.ShouldBe(1, "The second time the database is not asked.");
    }

    [Test]
    public async Task Keeps_the_text_under_the_key_that_was_agreed_on()
    {
        await _cache.GetAsync(7);

        (await Redis.KeysAsync()).ShouldBe(["profile:7"]);
        ((string?)await Redis.Look.StringGetAsync("profile:7")).ShouldBe("Ann, likes tea");
    }

    [Test]
    public async Task Uses_what_another_program_has_cached()
    {
        await Redis.Look.StringSetAsync("profile:7", "Ann, cached elsewhere", TimeSpan.FromSeconds(30));

        var profile = await _cache.GetAsync(7);

        profile.ShouldBe("Ann, cached elsewhere", "The cache is Redis, which all programs share.");
    }

    [Test]
    public async Task Lets_it_live_for_sixty_seconds()
    {
        await _cache.GetAsync(7);

        var seconds = (await Redis.TimeToLiveAsync("profile:7"))?.TotalSeconds;
        seconds.ShouldNotBeNull("The key has no expiry: it would live for ever.");
        var left = Math.Ceiling(seconds.Value);
        left.ShouldBeInRange(31, 60, "Seconds that profile:7 has to live, just after it was loaded.");
    }

    [Test]
    public async Task Does_not_let_it_live_longer_for_being_read()
    {
        await _cache.GetAsync(7);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(35));
        await _cache.GetAsync(7);

        var seconds = (await Redis.TimeToLiveAsync("profile:7"))?.TotalSeconds;
        seconds.ShouldNotBeNull("The key has lost its expiry.");
        var left = Math.Ceiling(seconds.Value);
        left.ShouldBeInRange(0, 25, "Seconds that profile:7 has to live, 35 s after it was loaded.");
    }

    [Test]
    public async Task Loads_again_when_the_time_is_over()
    {
        await _cache.GetAsync(7);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(61));
        _users[7] = "Ann, likes coffee";

        var profile = await _cache.GetAsync(7);

        profile.ShouldBe("Ann, likes coffee");
    }

    [Test]
    public async Task Caches_an_empty_profile_as_well()
    {
        await _cache.GetAsync(8);
        var again = await _cache.GetAsync(8);

        again.ShouldBe("");
        _database.Calls.ShouldBe(1, "An empty text in the cache is a profile, and no miss.");
    }

    [Test]
    public async Task Caches_nothing_for_a_user_who_is_not_there()
    {
        var profile = await _cache.GetAsync(404);

        profile.ShouldBeNull();
        (await Redis.KeysAsync()).ShouldBeEmpty("Nothing is cached for user 404.");
    }

    [Test]
    public async Task Sets_value_and_expiry_in_one_command()
    {
        var before = await Redis.CommandsAsync();
        await _cache.GetAsync(7);

        var sent = await Redis.CommandsAsync(before);
        sent.ShouldNotContain("expire", "EXPIRE is a second command; the expiry goes with the value.");
        sent.ShouldNotContain("pexpire", "PEXPIRE is a second command; the expiry goes with the value.");
    }

    [Test]
    public async Task Caches_nothing_when_the_database_fails()
    {
        _database.FailOnce(new TimeoutException("the database is busy"));

        await Should.ThrowAsync<TimeoutException>(() => _cache.GetAsync(7));

        (await Redis.KeysAsync()).ShouldBeEmpty();
        (await _cache.GetAsync(7)).ShouldBe("Ann, likes tea", "The next call tries again.");
    }

    [Test]
    public async Task Forgets_one_profile_and_no_other()
    {
        await _cache.GetAsync(7);
        await _cache.GetAsync(9);
        _users[7] = "Ann, likes coffee";

        await _cache.ForgetAsync(7);

        (await Redis.KeysAsync()).ShouldBe(["profile:9"]);
        (await _cache.GetAsync(7)).ShouldBe("Ann, likes coffee");
    }
}
