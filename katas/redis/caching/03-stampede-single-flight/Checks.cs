using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;

namespace Redis.SingleFlight;

public class Checks : RedisChecks
{
    private readonly CountedLoader<string, string> _database = new(name => $"the {name} report");
    private readonly CountedLoader<string, string> _slow = new(name => $"the {name} report, at last");
    private ReportCache _cache = null!;

    [SetUp]
    public void Begin() => _cache = new ReportCache(Redis.Database, name => name == "slow" ? _slow.LoadAsync(name) : _database.LoadAsync(name));

    [Test]
    public async Task Loads_and_caches_a_report()
    {
        var report = await _cache.GetAsync("daily");

        report.ShouldBe("the daily report");
        ((string?)await Redis.Look.StringGetAsync("report:daily")).ShouldBe("the daily report", "What Redis holds under report:daily.");
        var seconds = (await Redis.TimeToLiveAsync("report:daily"))?.TotalSeconds;
        seconds.ShouldNotBeNull("The key has no expiry: it would live for ever.");
        var left = Math.Ceiling(seconds.Value);
        left.ShouldBeInRange(31, 60, "Seconds that report:daily has to live.");
    }

    [Test]
    public async Task Loads_once_for_fifty_callers_at_the_same_time()
    {
        _database.Hold();
        var callers = Callers.Start(50, _ => _cache.GetAsync("daily"));
        await _database.FirstCall;
        await Redis.SettleAsync();
        _database.Release();
        var reports = await Task.WhenAll(callers);

        reports.ShouldAllBe(report => report == "the daily report");
        _database.Calls.ShouldBe(1, "Calls of load for one report.");
    }

    [Test]
    public async Task Loads_each_report_once_when_several_are_asked_for()
    {
        _database.Hold();
        var callers = Callers.Start(40, number => _cache.GetAsync(number % 2 == 0 ? "daily" : "weekly"));
        await _database.FirstCall;
        await Redis.SettleAsync();
        _database.Release();
        await Task.WhenAll(callers);

        _database.Calls.ShouldBe(2, "Calls of load, when twenty callers ask for one report and twenty for another.");
        _database.Keys.Order().ShouldBe(["daily", "weekly"]);
    }

    [Test]
    public async Task Lets_no_report_wait_for_another()
    {
        _slow.Hold();
        var slow = _cache.GetAsync("slow");
        await _slow.FirstCall;
        var quick = Callers.Start(1, _ => _cache.GetAsync("daily"))[0];
        await Redis.SettleAsync(orUntil: quick);

        var hasCome = quick.IsCompleted;
        _slow.Release();
        await Task.WhenAll(slow, quick);
        hasCome.ShouldBeTrue("The daily report waited until the slow one was there.");
    }

    [Test]
    public async Task Asks_nobody_for_what_is_cached()
    {
        await Redis.Look.StringSetAsync("report:daily", "made by another program", TimeSpan.FromSeconds(30));

        var report = await _cache.GetAsync("daily");

        report.ShouldBe("made by another program");
        _database.Calls.ShouldBe(0);
    }

    [Test]
    public async Task Loads_again_when_the_minute_is_over()
    {
        await _cache.GetAsync("daily");
        await _cache.GetAsync("daily");
        _database.Calls.ShouldBe(1, "Calls of load within the minute.");

        await Redis.PassTimeAsync(TimeSpan.FromSeconds(61));
        await _cache.GetAsync("daily");

        _database.Calls.ShouldBe(2, "Calls of load, one of them after the minute.");
    }

    [Test]
    public async Task Tries_again_after_a_failure()
    {
        _database.FailOnce(new TimeoutException("the database is busy"));
        await Should.ThrowAsync<TimeoutException>(() => _cache.GetAsync("daily"));
        (await Redis.KeysAsync()).ShouldBeEmpty("Nothing is cached after a failure.");

        var report = await _cache.GetAsync("daily");

        report.ShouldBe("the daily report");
    }
}
