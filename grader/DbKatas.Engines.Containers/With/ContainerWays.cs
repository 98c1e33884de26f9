using DbKatas.Engines.Redis;
using DbKatas.Grader.Engines.Containers;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Engines.Containers;

/// <summary>The ways to a server in a container, by Testcontainers.</summary>
public static class ContainerWays
{
    // One for the process: Docker is asked once, and what is wrong with it is said once.
    private static readonly Lazy<ContainerStarter> Starter = new(() =>
    {
        var mode = ContainerModes.OfEnvironment();
        return new ContainerStarter(DockerLookup.OfThisUser(mode, Tell), mode, CacheFolder.OfThisUser(), Tell);
    });

    /// <summary>Ways to PostgreSQL, in order of preference.</summary>
    public static IPostgresProvider[] ToPostgres() => [new ContainerPostgresProvider(() => Starter.Value)];

    /// <summary>Ways to MongoDB, in order of preference.</summary>
    public static IMongoProvider[] ToMongoDb() => MongoDbContainers.Ways(() => Starter.Value);

    /// <summary>Ways to Redis, in order of preference.</summary>
    public static IRedisProvider[] ToRedis() => [new ContainerRedisProvider(() => Starter.Value)];

    // Standard error as it is then: what waits for more than one run has another one for each.
    private static void Tell(string text) => Console.Error.WriteLine(text);
}
