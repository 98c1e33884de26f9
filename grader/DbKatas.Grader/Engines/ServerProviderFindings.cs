namespace DbKatas.Grader.Engines;

/// <summary>Findings in a way's own name.</summary>
public static class ServerProviderFindings
{
    public static WayFinding Open<TServer>(this IServerProvider<TServer> way, string words) where TServer : class =>
        new(way.Name, WayState.Open, words) { Variable = way.NamedBy };

    public static WayFinding Closed<TServer>(this IServerProvider<TServer> way, string words) where TServer : class =>
        new(way.Name, WayState.Closed, words) { Variable = way.NamedBy };
}
