using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Containers;
using DbKatas.Grader.Engines.Postgres;
using Npgsql;

namespace DbKatas.Engines.Containers;

/// <summary>PostgreSQL in a container of the Docker engine that answers; no way where none does.</summary>
/// <param name="starter">Starts containers; asked for when a server is wanted.</param>
internal sealed class ContainerPostgresProvider(Func<ContainerStarter> starter) : IPostgresProvider
{
    public string Name => "a container";

    public async Task<WayFinding> LookAsync(CancellationToken cancellation)
    {
        var (isOpen, words) = await starter().LookAsync(ContainerRecipes.Postgres).ConfigureAwait(false);
        return isOpen ? this.Open(words) : this.Closed(words);
    }

    public async Task<PostgresServer?> TryStartAsync(CancellationToken cancellation)
    {
        var container = await starter().TryStartAsync(ContainerRecipes.Postgres, IsReadyAsync, cancellation).ConfigureAwait(false);
        return container is null ? null : new ContainerPostgres(AddressOf(container), container);
    }

    private static Task<bool> IsReadyAsync(RunningContainer container, CancellationToken cancellation) =>
        Readiness.Usual.WaitAsync(token => PostgresAnswer.IsGivenAsync(AddressOf(container), token), container.IsRunningAsync, cancellation);

    private static string AddressOf(RunningContainer container) => new NpgsqlConnectionStringBuilder
    {
        Host = container.Host,
        Port = container.Port,
        Username = "postgres",
        Password = container.Password,
        Database = "postgres",
        // The image offers neither; asking costs a round trip each time.
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    private sealed class ContainerPostgres(string connectionString, RunningContainer container) : PostgresServer(connectionString, "container")
    {
        public override async ValueTask DisposeAsync()
        {
            await container.DisposeAsync().ConfigureAwait(false);
            await base.DisposeAsync().ConfigureAwait(false);
        }
    }
}
