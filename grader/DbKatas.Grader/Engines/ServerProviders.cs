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

    /// <summary>Looks at the ways in the same order, up to the one that <see cref="FirstAsync"/> would take or fail at.</summary>
    public static async Task<IReadOnlyList<WayFinding>> LookAsync<TServer>(IEnumerable<IServerProvider<TServer>> providers, CancellationToken cancellation) where TServer : class
    {
        var findings = new List<WayFinding>();
        foreach (var provider in providers)
        {
            findings.Add(await LookAsync(provider, cancellation).ConfigureAwait(false));
            if (findings[^1].State != WayState.Closed)
            {
                break;
            }
        }

        return findings;
    }

    private static async Task<WayFinding> LookAsync<TServer>(IServerProvider<TServer> provider, CancellationToken cancellation) where TServer : class
    {
        try
        {
            return await provider.LookAsync(cancellation).ConfigureAwait(false);
        }
        catch (TroubleException trouble)
        {
            return new WayFinding(provider.Name, WayState.Broken, trouble.Message) { Variable = provider.NamedBy };
        }
    }
}
