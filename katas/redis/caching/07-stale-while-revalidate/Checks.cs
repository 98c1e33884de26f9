using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.StaleWhileRevalidate;

public class Checks : RedisChecks
{
    private CountedLoader<string, string> _database = null!;
    private RowCache _one = null!;
    private RowCache _two = null!;

    [SetUp]
    public void Begin()
    {
        DatabaseGives("1");
        (_one, _two) = (Server(Redis.Database), Server(Redis.Look));
    }

    [Test]
    public async Task Loads_a_row_that_is_not_cached()
    {
        (await _one.GetAsync("new")).ShouldBe("new, row 1");
        (await _two.GetAsync("new")).ShouldBe("new, row 1", "From the cache, on another server.");

        _database.Calls.ShouldBe(1, "Calls of load for two questions.");
    }

    [Test]
    public async Task Gives_a_fresh_row_and_lets_the_database_rest()
    {
        await _one.GetAsync("new");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(45));
        DatabaseGives("2");

        (await _one.GetAsync("new")).ShouldBe("new, row 1");
        await Redis.SettleAsync();
        _database.Calls.ShouldBe(0, "Calls of load while the row is 45 s old, which is fresh.");
    }

    [Test]
    public async Task Gives_an_old_row_at_once_and_refreshes_it_meanwhile()
    {
        await _one.GetAsync("new");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(70));
        DatabaseGives("2", held: true);

        var (came, row) = await ComesAtOnceAsync(_one, "new");
        await ShouldRefreshAsync("The row is 70 s old. It was given, but not refreshed: load was not called.");
        _database.Release();

        came.ShouldBeTrue("The row is 70 s old, and GetAsync waited until load was done. Give the old row; don't await the refresh.");
        row.ShouldBe("new, row 1");
        (await BecomesAsync("new", "new, row 2")).ShouldBe("new, row 2", "What the cache gives when the refresh is done.");
    }

    [Test]
    public async Task Refreshes_once_for_fifty_callers_on_two_servers()
    {
        await _one.GetAsync("new");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(70));
        DatabaseGives("2", held: true);

        var callers = Callers.Start(50, number => (number % 2 == 0 ? _one : _two).GetAsync("new"));
        await Redis.SettleAsync(orUntil: Task.WhenAll(callers));
        await Redis.SettleAsync();
        var (lastCame, _) = await ComesAtOnceAsync(_two, "new");
        var waiting = callers.Count(caller => !caller.IsCompleted);
        var calls = _database.Calls;
        _database.Release();
        var rows = await Task.WhenAll(callers);

        lastCame.ShouldBeTrue("Fifty callers asked for an old row, and it is being refreshed. One more asked, and had to wait.");
        waiting.ShouldBe(0, "Callers, of fifty, that waited for the refresh of an old row.");
        rows.ShouldAllBe(row => row == "new, row 1");
        calls.ShouldBe(1, "Calls of load, when fifty callers on two servers ask for an old row.");
    }

    [Test]
    public async Task Is_fresh_for_a_minute_after_a_refresh()
    {
        await RefreshAfterAsync(seconds: 70);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(45));
        DatabaseGives("3");

        (await _one.GetAsync("new")).ShouldBe("new, row 2");
        await Redis.SettleAsync();
        _database.Calls.ShouldBe(0, "Calls of load, 45 s after a refresh.");
    }

    [Test]
    public async Task Can_be_refreshed_again_and_again()
    {
        await RefreshAfterAsync(seconds: 70);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(70));
        DatabaseGives("3");

        (await _one.GetAsync("new")).ShouldBe("new, row 2", "70 s after the first refresh the row is old, and is given at once.");
        (await BecomesAsync("new", "new, row 3")).ShouldBe("new, row 3", "What the cache gives after the second refresh.");
    }

    [Test]
    public async Task Gives_a_row_that_is_almost_eleven_minutes_old()
    {
        await _one.GetAsync("new");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(640));
        DatabaseGives("2", held: true);

        var (came, row) = await ComesAtOnceAsync(_two, "new");
        _database.Release();

        came.ShouldBeTrue("The row is 640 s old, and is still to be given at once.");
        row.ShouldBe("new, row 1");
    }

    [Test]
    public async Task Waits_for_a_row_that_is_gone()
    {
        await _one.GetAsync("new");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(661));
        DatabaseGives("2");

        (await _one.GetAsync("new")).ShouldBe("new, row 2", "The row was 661 s old: that is too old to be given to anybody.");
    }

    [Test]
    public async Task Gives_the_old_row_when_refreshing_fails()
    {
        await _one.GetAsync("new");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(70));
        DatabaseFails();

        for (var time = 0; time < 5; time++)
        {
            (await _one.GetAsync("new")).ShouldBe("new, row 1", "Refreshing fails, and the old row is there.");
            await Redis.SettleAsync();
        }
    }

    [Test]
    public async Task Tries_again_31_seconds_after_a_failure()
    {
        await _one.GetAsync("new");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(70));
        DatabaseFails();
        await _one.GetAsync("new");
        await Redis.SettleAsync(orUntil: _database.FirstCall);
        await Redis.SettleAsync();
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(31));
        DatabaseGives("2");

        await _two.GetAsync("new");
        (await BecomesAsync("new", "new, row 2")).ShouldBe("new, row 2", "A refresh failed, and 31 s later the database is well again.");
    }

    [Test]
    public async Task Never_gives_a_row_older_than_eleven_minutes_though_refreshing_fails()
    {
        await _one.GetAsync("new");
        DatabaseFails();
        foreach (var seconds in new[] { 100, 300, 240 })
        {
            await Redis.PassTimeAsync(TimeSpan.FromSeconds(seconds));
            (await _one.GetAsync("new")).ShouldBe("new, row 1");
            await Redis.SettleAsync();
        }
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(21));

        await Should.ThrowAsync<TimeoutException>(() => _one.GetAsync("new"), "The row is 661 s old, and load fails: there is nothing left to give.");
    }

    [Test]
    public async Task Survives_a_server_that_crashes_while_it_refreshes()
    {
        await _one.GetAsync("new");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(70));
        DatabaseGives("2", held: true);
        await ComesAtOnceAsync(_one, "new");
        await ShouldRefreshAsync("The row is 70 s old, and was not refreshed: load was not called.");

        DatabaseGives("3");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(20));
        await ComesAtOnceAsync(_two, "new");
        await Redis.SettleAsync();
        _database.Calls.ShouldBe(0, "Calls of load by a second server, 20 s after a first one began to refresh and has not ended.");

        await Redis.PassTimeAsync(TimeSpan.FromSeconds(11));
        await ComesAtOnceAsync(_two, "new");
        await ShouldRefreshAsync("""
            A server began to refresh 31 s ago and was never heard of again. Nobody else refreshes:
            load was not called. Does what the server left in Redis expire?
            """);
    }

    [Test]
    public async Task Is_not_disturbed_by_the_late_end_of_a_slow_refresh()
    {
        await _one.GetAsync("new");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(70));
        var slow = DatabaseGives("2", held: true);
        await ComesAtOnceAsync(_one, "new");
        await ShouldRefreshAsync("The row is 70 s old, and was not refreshed: load was not called.");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(31));
        var second = DatabaseGives("3", held: true);
        await ComesAtOnceAsync(_two, "new");
        await ShouldRefreshAsync("A refresh has not ended for 31 s, and nobody else refreshes: load was not called.");

        // The first one fails at last, so that the row stays old.
        slow.FailOnce(new TimeoutException("the database is busy"));
        slow.Release();
        await Redis.SettleAsync();
        DatabaseGives("4");
        await ComesAtOnceAsync(_one, "new");
        await Redis.SettleAsync();
        var third = _database.Calls;
        second.Release();

        third.ShouldBe(0, "Calls of load for a third refresh. A first was slow and has just failed, a second is under way. Whoever ends may give back his own turn alone.");
    }

    [Test]
    public async Task Lets_no_row_wait_for_the_refresh_of_another()
    {
        await _one.GetAsync("new");
        await _one.GetAsync("trending");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(70));
        DatabaseGives("2", held: true);
        await ComesAtOnceAsync(_one, "new");
        await ComesAtOnceAsync(_one, "trending");
        await Redis.SettleAsync(orUntil: _database.Call(2));

        var asked = _database.Keys.Distinct().Order(StringComparer.Ordinal).ToList();
        _database.Release();
        asked.ShouldBe(["new", "trending"], "The rows that load was called for. Both are old, and both were asked for.");
    }

    [Test]
    public async Task Fails_and_tries_again_when_there_is_nothing_to_give()
    {
        _database.FailOnce(new TimeoutException("the database is busy"));

        await Should.ThrowAsync<TimeoutException>(() => _one.GetAsync("new"));

        (await _one.GetAsync("new")).ShouldBe("new, row 1", "The next call tries again.");
    }

    [Test]
    public async Task Gives_every_key_an_expiry()
    {
        await _one.GetAsync("new");
        await ShouldAllExpireAsync("after a row was cached");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(70));
        DatabaseGives("2", held: true);
        await ComesAtOnceAsync(_one, "new");
        await ShouldRefreshAsync("The row is 70 s old, and was not refreshed: load was not called.");
        await ShouldAllExpireAsync("while a row is being refreshed");
        _database.Release();
        await BecomesAsync("new", "new, row 2");
        await ShouldAllExpireAsync("after a refresh");
    }

    private RowCache Server(IDatabase redis) => new(redis, name => _database.LoadAsync(name));

    private CountedLoader<string, string> DatabaseGives(string row, bool held = false)
    {
        _database = new(name => $"{name}, row {row}");
        if (held)
            _database.Hold();
        return _database;
    }

    private void DatabaseFails() => _database = new(_ => throw new TimeoutException("the database is busy"));

    private async Task RefreshAfterAsync(int seconds)
    {
        await _one.GetAsync("new");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(seconds));
        DatabaseGives("2");
        (await BecomesAsync("new", "new, row 2")).ShouldBe("new, row 2", $"The row was {seconds} s old when it was asked for, and was to be refreshed.");
        await Redis.SettleAsync();
    }

    /// <summary>Whether the call came back although load is held, and what it gave. An answer that waits is left waiting.</summary>
    private async Task<(bool Came, string? Row)> ComesAtOnceAsync(RowCache server, string name)
    {
        var call = Callers.Start(1, _ => server.GetAsync(name))[0];
        await Redis.SettleAsync(orUntil: call);
        return call.IsCompleted ? (true, await call) : (false, null);
    }

    private async Task ShouldRefreshAsync(string otherwise)
    {
        await Redis.SettleAsync(orUntil: _database.FirstCall);
        if (!_database.FirstCall.IsCompleted)
            Assert.Fail(otherwise);
    }

    /// <summary>Asks until the row is the expected one, or for so many round trips that it never will be.</summary>
    private async Task<string> BecomesAsync(string name, string expected)
    {
        var row = "";
        for (var round = 0; round < 3000 && row != expected; round++)
        {
            row = await _one.GetAsync(name);
            await Redis.Look.PingAsync();
        }
        return row;
    }

    private async Task ShouldAllExpireAsync(string when)
    {
        foreach (var key in await Redis.KeysAsync())
        {
            if (await Redis.TimeToLiveAsync(key) is null)
                Assert.Fail($"There is a key without an expiry {when}: it would live for ever.");
        }
    }
}
