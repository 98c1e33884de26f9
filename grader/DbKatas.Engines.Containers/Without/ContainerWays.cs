using DbKatas.Engines.Redis;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Engines.Containers;

/// <summary>The ways to a server in a container: none, for the package feed that this was built from lacks Testcontainers.</summary>
public static class ContainerWays
{
    /// <summary>Ways to PostgreSQL, in order of preference.</summary>
    public static IPostgresProvider[] ToPostgres() => [];

    /// <summary>Ways to MongoDB, in order of preference.</summary>
    public static IMongoProvider[] ToMongoDb() => [];

    /// <summary>Ways to Redis, in order of preference.</summary>
    public static IRedisProvider[] ToRedis() => [];
}
