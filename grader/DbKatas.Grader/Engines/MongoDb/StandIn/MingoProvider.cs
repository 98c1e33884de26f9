using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>The stand-in, when its packages and Node.js are on this machine.</summary>
/// <param name="cache">Where <see cref="MingoSetup"/> has put the packages.</param>
/// <param name="node">The Node.js program; null when the machine has none.</param>
internal sealed class MingoProvider(CacheFolder cache, string? node) : IMongoProvider
{
    public static MingoProvider OfThisUser() => new(CacheFolder.OfThisUser(), ProgramPath.Find("node"));

    public string Name => "a stand-in";

    public async Task<WayFinding> LookAsync(CancellationToken cancellation)
    {
        if (node is null)
            return this.Closed("Node.js, in which it runs, is not here.");
        if (!MingoPackage.IsIn(cache))
            return this.Closed("Its packages have not been brought.");
        var server = await TryStartAsync(cancellation).ConfigureAwait(false);
        await using (server!.ConfigureAwait(false))
            return this.Open($"{server!.Description}, starts; what it can't judge faithfully says that it needs a server.");
    }

    public async Task<IMongoServer?> TryStartAsync(CancellationToken cancellation)
    {
        if (node is null || !MingoPackage.IsIn(cache))
            return null;
        var server = new MingoServer(node, MingoPackage.FolderIn(cache));
        try
        {
            await server.WarmUpAsync(cancellation).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
