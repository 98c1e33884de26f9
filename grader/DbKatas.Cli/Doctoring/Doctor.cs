using DbKatas.Engines.Redis;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Cli.Doctoring;

/// <summary>Looks at each engine by the very ways that grading asks, and at what else this machine has.</summary>
/// <param name="postgres">The ways to PostgreSQL.</param>
/// <param name="mongo">The ways to MongoDB.</param>
/// <param name="redis">The ways to Redis.</param>
internal sealed class Doctor(PostgresProviders postgres, MongoProviders mongo, RedisProviders redis)
{
    public async Task<IReadOnlyList<EngineFinding>> EnginesAsync(CancellationToken cancellation)
    {
        // At the same time: each may wait ten seconds for a server that does not answer.
        var (sql, documents, keys) = (postgres.LookAsync(cancellation), mongo.LookAsync(cancellation), redis.LookAsync(cancellation));
        return
        [
            new EngineFinding(PostgresEngine.Name, "PostgreSQL", await sql, Mends.FromNpm),
            new EngineFinding(MongoEngine.Name, "MongoDB", await documents, Mends.FromNpm),
            new EngineFinding(RedisEngine.Name, "Redis", await keys, Mends.Redis),
        ];
    }
}
