using DbKatas.Grader.Engines.MongoDb;

namespace DbKatas.Engines.MongoDb;

/// <summary>Ways to a MongoDB server.</summary>
public static class MongoServers
{
    /// <summary>The server that the environment names, asked for at most 10 s; none when it names none.</summary>
    public static IMongoProvider ByConnectionString() =>
        new MongoConnectionStringProvider(Environment.GetEnvironmentVariable(MongoProviders.Variable), TimeSpan.FromSeconds(10));
}
