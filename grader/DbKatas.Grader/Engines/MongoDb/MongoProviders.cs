using DbKatas.Grader.Engines.MongoDb.StandIn;

namespace DbKatas.Grader.Engines.MongoDb;

/// <summary>The ways to MongoDB, in the order in which they are asked. The first that has one grades.</summary>
/// <param name="providers">In order of preference.</param>
public sealed class MongoProviders(IReadOnlyList<IMongoProvider> providers)
{
    /// <summary>The environment variable that names a server: mongodb://localhost:27017.</summary>
    public const string Variable = "DBKATAS_MONGODB";

    /// <summary>How to come by a server, two commands.</summary>
    public const string ServerCommands = $"""
          docker compose up -d mongo
          export {Variable}="mongodb://localhost:27017"
        """;

    /// <summary>The ways, as they are asked.</summary>
    public IReadOnlyList<IMongoProvider> Ways => providers;

    /// <summary>The usual order: <paramref name="servers"/>, which live in other projects, then the stand-in.</summary>
    public static MongoProviders Usual(params IMongoProvider[] servers) => new([.. servers, MingoProvider.OfThisUser()]);

    /// <summary>What <see cref="StartAsync"/> would find, way by way; nothing is left running.</summary>
    public Task<IReadOnlyList<WayFinding>> LookAsync(CancellationToken cancellation) => ServerProviders.LookAsync(providers, cancellation);

    /// <returns>A server that has answered; the caller disposes it.</returns>
    /// <exception cref="TroubleException">No way has a server, or one that is open failed.</exception>
    public async Task<IMongoServer> StartAsync(CancellationToken cancellation) =>
        await ServerProviders.FirstAsync(providers, cancellation).ConfigureAwait(false) ?? throw new TroubleException(
            $"""
            There is nothing to grade MongoDB katas on. Either of these brings it:
              ./kata setup                         fetches mingo {MingoPackage.Version}, which stands in for MongoDB (2 MB, needs Node.js {MingoPackage.OldestNode} and npm)
              docker compose up -d mongo           starts MongoDB in Docker; then
              export {Variable}="mongodb://localhost:27017"
            """);
}
