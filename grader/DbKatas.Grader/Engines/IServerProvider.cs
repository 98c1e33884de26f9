namespace DbKatas.Grader.Engines;

/// <summary>One way to come by a server of one engine. Providers are asked in order; the first that has one grades.</summary>
/// <typeparam name="TServer">The engine's kind of server.</typeparam>
public interface IServerProvider<TServer> where TServer : class
{
    /// <summary>For `kata doctor`: "your server", "a container".</summary>
    string Name { get; }

    /// <summary>The environment variable that names this way's server; null for a way that needs none.</summary>
    string? NamedBy => null;

    /// <summary>Goes the steps of <see cref="TryStartAsync"/> and leaves nothing running. A container is not started: Docker's answer is enough.</summary>
    /// <returns>Open or closed, with the reason.</returns>
    /// <exception cref="TroubleException">As for <see cref="TryStartAsync"/>.</exception>
    Task<WayFinding> LookAsync(CancellationToken cancellation);

    /// <returns>A server that has answered a connection, or null when this way is not open on this machine.</returns>
    /// <exception cref="TroubleException">The way is open and yet failed; asking the next provider would hide that from the learner.</exception>
    Task<TServer?> TryStartAsync(CancellationToken cancellation);
}
