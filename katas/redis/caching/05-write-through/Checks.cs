using System.Diagnostics;
using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace Redis.WriteThrough;

public class Checks : RedisChecks
{
    private readonly Stopwatch _clock = new();
    private Table _table = null!;
    private ProfileStore _one = null!;
    private ProfileStore _two = null!;

    [SetUp]
    public void Begin()
    {
        _table = new Table();
        (_one, _two) = (Server(Redis.Database), Server(Redis.Look));
        _clock.Restart();
    }

    [Test]
    public async Task Saves_into_the_database_and_into_the_cache()
    {
        (await _one.SaveAsync(7, "likes tea")).ShouldBe(new Profile("likes tea", 1), "What SaveAsync gives.");

        _table.Row(7).ShouldBe(new Profile("likes tea", 1), "What the database holds.");
        (await _two.GetAsync(7)).ShouldBe(new Profile("likes tea", 1), "What another server gets.");
        _table.Loads.ShouldBe(0, "Calls of load: what was just saved is in the cache.");
    }

    [Test]
    public async Task Shows_a_change_at_once_on_every_server()
    {
        await _one.SaveAsync(7, "likes tea");
        await _two.GetAsync(7);
        await _one.SaveAsync(7, "likes coffee");

        (await _one.GetAsync(7)).ShouldBe(new Profile("likes coffee", 2));
        (await _two.GetAsync(7)).ShouldBe(new Profile("likes coffee", 2));
        _table.Loads.ShouldBe(0, "Calls of load: a change goes into the cache when it is saved.");
    }

    [Test]
    public async Task Loads_what_is_not_cached_once()
    {
        _table.Put(7, new Profile("likes tea", 3));

        (await _one.GetAsync(7)).ShouldBe(new Profile("likes tea", 3));
        (await _two.GetAsync(7)).ShouldBe(new Profile("likes tea", 3));
        _table.Loads.ShouldBe(1, "Calls of load for one profile that two servers asked for.");
    }

    [Test]
    public async Task Caches_nothing_for_a_user_who_is_not_there()
    {
        (await _one.GetAsync(404)).ShouldBeNull("There is no user 404.");

        (await Redis.KeysAsync()).ShouldBeEmpty("Nothing is cached for user 404.");
    }

    [Test]
    public async Task Keeps_an_empty_text_and_the_profiles_of_others()
    {
        await _one.SaveAsync(7, "");
        await _one.SaveAsync(8, "likes cake");

        (await _two.GetAsync(7)).ShouldBe(new Profile("", 1));
        (await _two.GetAsync(8)).ShouldBe(new Profile("likes cake", 1));
        _table.Loads.ShouldBe(0, "Calls of load: both were saved just now.");
    }

    [Test]
    public async Task Leaves_the_cache_alone_until_the_database_has_saved()
    {
        await _one.SaveAsync(7, "likes tea");
        var answer = _table.HoldNextSave();
        var saving = _one.SaveAsync(7, "likes coffee");
        await _table.SaveBegun;
        await Redis.SettleAsync();

        var meanwhile = await _two.GetAsync(7);

        answer.SetResult();
        await saving;
        meanwhile.ShouldBe(new Profile("likes tea", 1), "What the cache holds while the database has not answered yet.");
        (await _two.GetAsync(7)).ShouldBe(new Profile("likes coffee", 2), "What the cache holds when it has.");
    }

    [Test]
    public async Task Leaves_the_cache_alone_when_saving_fails()
    {
        await _one.SaveAsync(7, "likes tea");
        _table.FailNext(new TimeoutException("the database is busy"));

        await Should.ThrowAsync<TimeoutException>(() => _one.SaveAsync(7, "likes coffee"));

        (await _two.GetAsync(7)).ShouldBe(new Profile("likes tea", 1), "The save failed, so the profile is what it was.");
        _table.Loads.ShouldBe(0, "Calls of load: the cache keeps what it held.");
    }

    [Test]
    public async Task Caches_nothing_when_the_first_save_or_a_load_fails()
    {
        _table.FailNext(new TimeoutException("the database is busy"));
        await Should.ThrowAsync<TimeoutException>(() => _one.SaveAsync(7, "likes tea"));
        _table.FailNext(new TimeoutException("the database is busy"));
        await Should.ThrowAsync<TimeoutException>(() => _one.GetAsync(7));

        (await Redis.KeysAsync()).ShouldBeEmpty("After failures nothing is cached.");
    }

    [Test]
    public async Task Does_not_let_a_late_save_replace_a_newer_one()
    {
        var answer = _table.HoldNextSave();
        var late = _one.SaveAsync(7, "likes tea");
        await _table.SaveBegun;
        await _two.SaveAsync(7, "likes coffee");
        answer.SetResult();

        (await late).ShouldBe(new Profile("likes tea", 1), "What the late SaveAsync gives: what its own save gave.");
        (await _two.GetAsync(7)).ShouldBe(new Profile("likes coffee", 2),
            "Server one saved version 1, server two version 2; the answer for version 1 came later. The database holds version 2, and so must the cache.");
    }

    [Test]
    public async Task Does_not_let_a_late_load_replace_a_newer_save()
    {
        _table.Put(7, new Profile("likes tea", 1));
        var answer = _table.HoldNextLoad();
        var late = _one.GetAsync(7);
        await _table.LoadBegun;
        await _two.SaveAsync(7, "likes coffee");
        answer.SetResult();
        await late;

        (await _two.GetAsync(7)).ShouldBe(new Profile("likes coffee", 2),
            "Server one was loading version 1 while server two saved version 2. What was loaded is old when it arrives.");
    }

    [Test]
    public async Task Takes_versions_for_numbers()
    {
        _table.Put(7, new Profile("likes tea", 8));
        await _one.SaveAsync(7, "likes coffee");
        await _one.SaveAsync(7, "likes cocoa");

        (await _two.GetAsync(7)).ShouldBe(new Profile("likes cocoa", 10), "Version 10 came after version 9.");
    }

    [Test]
    public async Task Lives_for_600_seconds_after_a_save()
    {
        await _one.SaveAsync(7, "likes tea");

        await ShouldLiveForTenMinutesAsync("SaveAsync");
    }

    [Test]
    public async Task Lives_for_600_seconds_after_a_load()
    {
        _table.Put(7, new Profile("likes tea", 1));
        await _one.GetAsync(7);

        await ShouldLiveForTenMinutesAsync("GetAsync");
    }

    [Test]
    public async Task Lives_for_600_seconds_again_after_the_next_save()
    {
        await _one.SaveAsync(7, "likes tea");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(400));
        _clock.Restart();
        await _one.SaveAsync(7, "likes coffee");

        await ShouldLiveForTenMinutesAsync("the second SaveAsync, 400 s after the first");
    }

    [Test]
    public async Task Does_not_live_longer_for_being_read()
    {
        await _one.SaveAsync(7, "likes tea");
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(400));
        await _one.GetAsync(7);
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(201));
        await _one.GetAsync(7);

        _table.Loads.ShouldBe(1, "Calls of load: the profile was saved 601 s ago, so it has to be loaded again. It was read after 400 s.");
    }

    [Test]
    public async Task Compares_and_writes_in_one_step()
    {
        await _one.SaveAsync(7, "likes tea");
        var before = await Redis.CommandsAsync();
        await _one.SaveAsync(7, "likes coffee");

        var sent = await Redis.CommandsAsync(before);
        if (!sent.Any(command => command is "eval" or "evalsha" or "fcall") && !(sent.Contains("exec") && sent.Contains("watch")))
            Assert.Fail("""
                SaveAsync sent Redis neither a script nor a transaction with a condition. Between
                a look and the writing another server may write something newer.
                """);
    }

    [Test]
    public async Task Ends_with_the_newest_when_many_save_at_once()
    {
        var behind = 0;
        for (var id = 1; id <= 10; id++)
        {
            _table.AnswerTogether(20);
            await Callers.AtOnceAsync(20, number => (number % 2 == 0 ? _one : _two).SaveAsync(id, $"text of caller {number}"));
            behind += await _one.GetAsync(id) == _table.Row(id) ? 0 : 1;
        }

        behind.ShouldCount(0, "Ten profiles were saved by twenty callers each, at once.\nProfiles of which the cache holds an older version than the database now.");
        _table.Loads.ShouldBe(0, "Calls of load: all were saved just now.");
    }

    private ProfileStore Server(IDatabase redis) => new(redis, _table.LoadAsync, _table.SaveAsync);

    private async Task ShouldLiveForTenMinutesAsync(string call)
    {
        var (given, remaining) = await Redis.SecondsToLiveAsync(_clock, "Redis holds no key: nothing was cached.");
        remaining.ShouldBeLessThanOrEqualTo(600, $"Seconds that the cached profile has to live after {call}.");
        given.ShouldBeGreaterThanOrEqualTo(600, $"Seconds that the cached profile was given by {call}.");
    }

    /// <summary>The database's table. What a call reads or writes is settled when it begins; its answer can be held back.</summary>
    private sealed class Table
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<int, Profile> _rows = [];
        private readonly TaskCompletionSource _loadBegun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _saveBegun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource? _nextLoad;
        private TaskCompletionSource? _nextSave;
        private Exception? _failure;
        private TaskCompletionSource? _together;
        private int _missing;

        public int Loads { get; private set; }

        /// <summary>Ends when the load or save that is held back has begun.</summary>
        public Task LoadBegun => _loadBegun.Task;

        /// <inheritdoc cref="LoadBegun"/>
        public Task SaveBegun => _saveBegun.Task;

        public void Put(int id, Profile profile) => _rows[id] = profile;

        public Profile? Row(int id) => _rows.GetValueOrDefault(id);

        public TaskCompletionSource HoldNextLoad() => _nextLoad = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource HoldNextSave() => _nextSave = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void FailNext(Exception failure) => _failure = failure;

        /// <summary>The next saves get their answers when so many have come.</summary>
        public void AnswerTogether(int saves) => (_missing, _together) = (saves, new(TaskCreationOptions.RunContinuationsAsynchronously));

        public async Task<Profile?> LoadAsync(int id)
        {
            Profile? row;
            TaskCompletionSource? held;
            lock (_lock)
            {
                Loads++;
                Fail();
                row = _rows.GetValueOrDefault(id);
                (held, _nextLoad) = (_nextLoad, null);
            }
            await AnswerAsync(held, _loadBegun);
            return row;
        }

        public async Task<Profile> SaveAsync(int id, string text)
        {
            Profile row;
            TaskCompletionSource? held;
            lock (_lock)
            {
                Fail();
                row = _rows[id] = new Profile(text, (_rows.GetValueOrDefault(id)?.Version ?? 0) + 1);
                (held, _nextSave) = (_nextSave, null);
            }
            if (_together is { } together)
                await CountAsync(together);
            await AnswerAsync(held, _saveBegun);
            return row;
        }

        private Task CountAsync(TaskCompletionSource together)
        {
            if (Interlocked.Decrement(ref _missing) == 0)
                together.SetResult();
            return together.Task;
        }

        private void Fail()
        {
            if (_failure is not { } failure)
                return;
            _failure = null;
            throw failure;
        }

        private static async Task AnswerAsync(TaskCompletionSource? held, TaskCompletionSource begun)
        {
            await Task.Yield();
            if (held is null)
                return;
            begun.TrySetResult();
            await held.Task;
        }
    }
}
