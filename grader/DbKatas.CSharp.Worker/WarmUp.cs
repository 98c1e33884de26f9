using System.Text.Json;
using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.CSharp.Worker;

/// <summary>
/// Goes once through what most checks go through, while a worker waits for its answer: then NUnit, Shouldly and the engines' clients are
/// loaded and compiled when the answer comes. Nothing of it is left for the answer to find: its data are a copy of their own.
/// </summary>
internal static class WarmUp
{
    /// <param name="engines">What the kata uses.</param>
    /// <param name="ask">Gives a connection string to a fresh copy of the kata's data on an engine.</param>
    public static void Run(IReadOnlyCollection<string> engines, Func<string, Task<string>> ask)
    {
        string[] fixtures = [.. Fixtures.Where(fixture => engines.Contains(fixture.Engine)).Select(fixture => fixture.Class.FullName!)];
        if (fixtures.Length > 0)
            CheckRunner.Run(typeof(WarmUp).Assembly, "", new Unheard(), ask, fixtures);
    }

    private static readonly (string Engine, Type Class)[] Fixtures = [("redis", typeof(RedisWarmUp)), ("postgres", typeof(PostgresWarmUp))];

    private sealed class Unheard : ICheckListener
    {
        public void Started(string check)
        {
        }

        public void Finished(CheckResult result)
        {
        }
    }
}

/// <summary>What checks do that use Redis.</summary>
public sealed class RedisWarmUp : RedisChecks
{
    private sealed record Profile(int Id, string Name);

    [Test]
    public async Task GoThroughTheMotionsAsync()
    {
        var before = await Redis.CommandsAsync();
        await Redis.Database.StringSetAsync("warm", "up", TimeSpan.FromSeconds(60));
        await Redis.PassTimeAsync(TimeSpan.FromSeconds(1));

        ((string?)await Redis.Database.StringGetAsync("warm")).ShouldBe("up", "a reason");
        (await Redis.KeysAsync()).ShouldBe(["warm"]);
        (await Redis.TimeToLiveAsync("warm"))!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await Redis.CommandsAsync(before)).ShouldNotContain("expire", "a reason");
        (await Redis.Database.KeyDeleteAsync("warm")).ShouldBeTrue();
        (await Redis.KeysAsync()).ShouldBeEmpty();
    }

    [Test]
    public async Task FailAsync()
    {
        var loader = new CountedLoader<int, string?>(_ => null);
        loader.FailOnce(new InvalidOperationException("The database is away."));

        (await Should.ThrowAsync<InvalidOperationException>(() => loader.LoadAsync(1), "a reason")).StackTrace.ShouldNotBeNull();
        Should.Throw<ShouldAssertException>(() => loader.Calls.ShouldBe(2, "a reason")).Message.ShouldContain("a reason");
    }

    [Test]
    public async Task BeManyAsync()
    {
        var script = Callers.AtOnceAsync(4, number => Redis.Database.ScriptEvaluateAsync("return ARGV[1]", [], [number]));
        await Redis.SettleAsync(script);

        (await script).Select(result => (int)result).ShouldBe([0, 1, 2, 3]);
        JsonSerializer.Deserialize<Profile>(JsonSerializer.Serialize(new Profile(7, "Ann"))).ShouldBe(new Profile(7, "Ann"));
    }
}

/// <summary>What checks do that use PostgreSQL.</summary>
public sealed class PostgresWarmUp : PostgresChecks
{
    [Test]
    public async Task GoThroughTheMotionsAsync()
    {
        await using var command = Database.DataSource.CreateCommand("select 1, 'up' where 1 = $1");
        command.Parameters.Add(new Npgsql.NpgsqlParameter<int> { TypedValue = 1 });
        await using var reader = await command.ExecuteReaderAsync();

        (await reader.ReadAsync()).ShouldBeTrue("a reason");
        reader.GetInt32(0).ShouldBe(1);
        Database.Statements.ShouldNotBeEmpty();
    }
}
