using DbKatas.Composition;
using DbKatas.Engines.Redis;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.Postgres;
using NUnit.Framework;

namespace DbKatas.Tests;

/// <summary>One server of each engine, or what stands in for it, for all tests that only need some server.</summary>
[SetUpFixture]
public sealed class TestServers
{
    public static PostgresEngine Postgres { get; } = new(PostgresProviders.Usual().StartAsync);

    public static RedisEngine Redis { get; } = new(RedisProviders.Usual().StartAsync);

    /// <summary>The stand-in for MongoDB, also where a server is at hand: its refusals and words are what is tested.</summary>
    public static MongoEngine MongoDb { get; } = new(MongoProviders.Usual().StartAsync);

    /// <summary>A grader on these servers, with the reference answers of a library. Not for disposing: the servers are everybody's.</summary>
    /// <param name="solutions">The folder of reference answers.</param>
    /// <param name="explains">False where only outcomes count.</param>
    public static Grader.Grading.Grader Grader(string solutions, bool explains = true) =>
        StandardGrader.For(solutions, Postgres, Redis, MongoDb, explains);

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        await Postgres.DisposeAsync();
        await Redis.DisposeAsync();
        await MongoDb.DisposeAsync();
    }
}
