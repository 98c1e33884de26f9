using System.Net.Sockets;

namespace DbKatas.Grader.Engines.Containers;

/// <summary>
/// Looks for a Docker engine, once for all who ask. Where Docker was never installed this costs nothing; an engine that is there and
/// does not answer costs the patience, and a sentence.
/// </summary>
/// <param name="addresses">Where to ask, in order.</param>
/// <param name="patience">For one address to connect, and again for it to answer.</param>
/// <param name="say">Is told, once, why there are no containers.</param>
public sealed class DockerLookup(Func<IReadOnlyList<DockerAddress>> addresses, TimeSpan patience, Action<string> say)
{
    public const string Otherwise = $"Grading goes on without containers; {ContainerModes.Variable}=off stops asking.";

    private readonly Lock _turn = new();
    private Task<DockerEngine?>? _asked;

    /// <summary>Why <see cref="FindAsync"/> found none, in a sentence; null before it is asked, and where Docker was never installed.</summary>
    public string? WhyNone { get; private set; }

    /// <summary>The usual patience is short, for other ways are open. Who asks for a container that stays wants Docker, also one that wakes up slowly.</summary>
    public static DockerLookup OfThisUser(ContainerMode mode, Action<string> say) =>
        new(DockerAddress.OfThisUser, mode == ContainerMode.Reuse ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(150), say);

    /// <returns>An engine that has answered; null when there is none.</returns>
    public Task<DockerEngine?> FindAsync()
    {
        lock (_turn)
        {
            return _asked ??= AskAllAsync();
        }
    }

    private async Task<DockerEngine?> AskAllAsync()
    {
        string? why = null;
        foreach (var address in addresses())
        {
            var reason = await WhyNotAsync(address).ConfigureAwait(false);
            if (reason is null)
            {
                return new DockerEngine(address);
            }

            why ??= reason;
        }

        if (why is not null)
        {
            WhyNone = why;
            say($"{why} {Otherwise}");
        }

        return null;
    }

    private async Task<string?> WhyNotAsync(DockerAddress address)
    {
        if (!address.IsKnown)
        {
            return $"Docker at {address.Uri} can be reached by TLS or ssh alone, which the grader does not use.";
        }

        using var deadline = new CancellationTokenSource(patience);
        try
        {
            await using var connection = await address.ConnectAsync(deadline.Token).ConfigureAwait(false);
            deadline.CancelAfter(patience);
            return await DockerEngine.AnswersAsync(connection, deadline.Token).ConfigureAwait(false)
                ? null
                : $"What listens on {address.Place} does not answer as Docker does.";
        }
        catch (OperationCanceledException)
        {
            return $"Docker on {address.Place} did not answer within {patience.TotalSeconds:0.##} s.";
        }
        catch (SocketException denied) when (denied.SocketErrorCode == SocketError.AccessDenied)
        {
            return $"This user may not use Docker ({address.Place}); on Linux, members of the group docker may.";
        }
        catch (UnauthorizedAccessException)
        {
            return $"This user may not use Docker ({address.Place}).";
        }
        catch (Exception silence) when (silence is SocketException or IOException)
        {
            return $"Docker is not running: nothing answers on {address.Place}.";
        }
    }
}
