using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;

namespace DbKatas.Engines.MongoDb;

/// <summary>Ways to a MongoDB server, in a build that has no driver for one.</summary>
public static class MongoServers
{
    /// <summary>Says so where the environment names a server: grading on something else would hide that.</summary>
    public static IMongoProvider ByConnectionString() => new NoDriver();

    private sealed class NoDriver : IMongoProvider
    {
        public string Name => "your server";

        public string NamedBy => MongoProviders.Variable;

        public async Task<WayFinding> LookAsync(CancellationToken cancellation)
        {
            await TryStartAsync(cancellation);
            return this.Closed($"{MongoProviders.Variable} is not set.");
        }

        public Task<IMongoServer?> TryStartAsync(CancellationToken cancellation) =>
            string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(MongoProviders.Variable))
                ? Task.FromResult<IMongoServer?>(null)
                : throw new TroubleException(
                    $"{MongoProviders.Variable} names a MongoDB server, but the package feed of this build lacks MongoDB.Driver, which talks to one. "
                    + $"Build with a feed that has it, then: ./kata setup. Or unset {MongoProviders.Variable} to grade with mingo.");
    }
}
