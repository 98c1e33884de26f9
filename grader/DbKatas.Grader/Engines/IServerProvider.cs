namespace DbKatas.Grader.Engines;

/// <summary>One way to come by a server of one engine. Providers are asked in order; the first that has one grades.</summary>
/// <typeparam name="TServer">The engine's kind of server.</typeparam>
public interface IServerProvider<TServer> where TServer : class
{
    /// <returns>A server that has answered a connection, or null when this way is not open on this machine.</returns>
    /// <exception cref="TroubleException">The way is open and yet failed; asking the next provider would hide that from the learner.</exception>
    Task<TServer?> TryStartAsync(CancellationToken cancellation);
}
