namespace DbKatas.Grader.Engines.Containers;

/// <summary>The servers that the grader runs in containers. Durability is off: what a power cut spoils is made again.</summary>
public static class ContainerRecipes
{
    /// <summary>Redis, which keeps nothing. It asks for no password before it is given one.</summary>
    public static ContainerRecipe Redis { get; } =
        new("Redis", "redis:7.4.6-alpine", 6379, ["redis-server", "--save", "", "--appendonly", "no"], ["/data"]);

    /// <summary>The replica set that <see cref="MongoDb"/> is told to be a member of.</summary>
    public const string MongoDbReplicaSet = "rs0";

    /// <summary>MongoDB as a replica set of one, which transactions need. It answers only when the set has been initiated.</summary>
    public static ContainerRecipe MongoDb { get; } = new(
        "MongoDB",
        "mongo:8.0.15",
        27017,
        ["mongod", "--replSet", MongoDbReplicaSet, "--bind_ip_all", "--wiredTigerCacheSizeGB", "0.5", "--quiet"],
        ["/data/db", "/data/configdb"])
    {
        AsksForPassword = false,
    };

    /// <summary>PostgreSQL of the pinned version, with pgvector for the vector katas.</summary>
    /// <param name="password">The superuser's.</param>
    public static ContainerRecipe Postgres(string password) => new(
        "PostgreSQL",
        "pgvector/pgvector:0.8.1-pg17",
        5432,
        [
            "postgres",
            "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off",
            "-c", "wal_level=minimal", "-c", "max_wal_senders=0",
            "-c", "autovacuum=off", "-c", "jit=off", "-c", "timezone=UTC",
            "-c", "max_prepared_transactions=8",
        ],
        ["/var/lib/postgresql/data"])
    {
        Environment = new Dictionary<string, string>
        {
            ["POSTGRES_PASSWORD"] = password,
            // Text sorts by code point, as on the private server.
            ["POSTGRES_INITDB_ARGS"] = "--locale=C.UTF-8 --no-sync",
        },
        SharedMemory = 256 << 20,
    };
}
