using DbKatas.Engines.Containers;
using DbKatas.Engines.Redis;
using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Engines.Postgres.Local;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines;

/// <summary>A string of the learner's comes first and a private server last, whether or not this build has the way between them.</summary>
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
    public void Redis_is_looked_for_in_the_order_of_the_README()
    {
        var between = ContainerWays.ToRedis();

        var ways = RedisProviders.Usual(between).Ways;

        ways[0].ShouldBeOfType<RedisConnectionStringProvider>();
        ways.Skip(1).SkipLast(1).ShouldBe(between);
        ways[^1].ShouldBeOfType<LocalRedisProvider>();
    }
}
