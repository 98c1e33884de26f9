using DbKatas.Engines.Containers;
using DbKatas.Engines.MongoDb;
using DbKatas.Engines.Redis;
using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.StandIn;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Engines.Postgres.Local;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines;

/// <summary>A string of the learner's comes first and what needs no Docker last, whether or not this build has the way between them.</summary>
public sealed class WaysToServersTests
{
    [Test]
    public void PostgreSQL_is_looked_for_in_the_order_of_the_README()
    {
        var between = ContainerWays.ToPostgres();

        var ways = PostgresProviders.Usual(between).Ways;

        ways[0].ShouldBeOfType<ConnectionStringProvider>();
        ways.Skip(1).SkipLast(1).ShouldBe(between);
        ways[^1].ShouldBeOfType<LocalServerProvider>();
    }

    [Test]
    public void MongoDB_is_looked_for_in_the_order_of_the_README()
    {
        var byString = MongoServers.ByConnectionString();
        var between = ContainerWays.ToMongoDb();

        var ways = MongoProviders.Usual([byString, .. between]).Ways;

        ways[0].ShouldBe(byString);
        ways.Skip(1).SkipLast(1).ShouldBe(between);
        ways[^1].ShouldBeOfType<MingoProvider>();
    }

    [Test]
    public void Redis_is_looked_for_in_the_order_of_the_README()
    {
        var between = ContainerWays.ToRedis();

        var ways = RedisProviders.Usual(between).Ways;

        ways[0].ShouldBeOfType<RedisConnectionStringProvider>();
        ways.Skip(1).SkipLast(1).ShouldBe(between);
        ways[^1].ShouldBeOfType<LocalRedisProvider>();
    }
}
