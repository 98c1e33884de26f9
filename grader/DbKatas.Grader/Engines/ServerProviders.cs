namespace DbKatas.Grader.Engines;

/// <summary>Asks the ways to a server one after the other.</summary>
public static class ServerProviders
{
    /// <returns>The server of the first way that is open; null when none is.</returns>
    /// <exception cref="TroubleException">A way that is open failed.</exception>
    public static async Task<TServer?> FirstAsync<TServer>(IEnumerable<IServerProvider<TServer>> providers, CancellationToken cancellation) where TServer : class
    {
        foreach (var provider in providers)
        {
            if (await provider.TryStartAsync(cancellation).ConfigureAwait(false) is { } server)
            {
                return server;
            }
        }

        return null;
    }
}
