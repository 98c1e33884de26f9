using System.Globalization;
using DbKatas.Engines.MongoDb;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Containers;
using DbKatas.Grader.Engines.MongoDb;
using MongoDB.Driver;

namespace DbKatas.Engines.Containers;

/// <summary>MongoDB in a container of the Docker engine that answers; no way where none does.</summary>
/// <param name="starter">Starts containers; asked for when a server is wanted.</param>
internal sealed class ContainerMongoDbProvider(Func<ContainerStarter> starter) : IMongoProvider
{
    private const string Origin = "container";

    public string Name => "a container";

    public async Task<WayFinding> LookAsync(CancellationToken cancellation)
    {
        var (isOpen, words) = await starter().LookAsync(_ => ContainerRecipes.MongoDb).ConfigureAwait(false);
        return isOpen ? this.Open(words) : this.Closed(words);
    }

    public async Task<IMongoServer?> TryStartAsync(CancellationToken cancellation)
    {
        MongoSet? set = null;
        var container = await starter().TryStartAsync(_ => ContainerRecipes.MongoDb, IsReadyAsync, cancellation).ConfigureAwait(false);
        if (container is not null)
            return new ContainerMongoDb(set!, AddressOf(container), container);
        set?.Dispose();
        return null;

        Task<bool> IsReadyAsync(RunningContainer started, CancellationToken token)
        {
            set = new MongoSet(AddressOf(started), ContainerRecipes.MongoDbReplicaSet, ContainerRecipes.MongoDb.Port);
            return Readiness.Usual.WaitAsync(set.IsReadyAsync, started.IsRunningAsync, token);
        }
    }

    /// <summary>Asked directly: the set's member knows itself by the address inside the container.</summary>
    private static string AddressOf(RunningContainer container) =>
        string.Create(CultureInfo.InvariantCulture, $"mongodb://{container.Host}:{container.Port}/?directConnection=true");

    private sealed class ContainerMongoDb(MongoSet set, string address, RunningContainer container)
        : MongoDbServer(set.Client, set.Version!, Origin, $"mongosh \"{address}\"")
    {
        public override async ValueTask DisposeAsync()
        {
            await container.DisposeAsync().ConfigureAwait(false);
            await base.DisposeAsync().ConfigureAwait(false);
        }
    }
}
