using DbKatas.Grader.Engines.Containers;
using DotNet.Testcontainers.Containers;

namespace DbKatas.Engines.Containers;

/// <summary>A container that has been started. Disposing removes it, unless it is to stay for the next run.</summary>
/// <param name="container">As Testcontainers knows it.</param>
/// <param name="recipe">What runs in it.</param>
/// <param name="password">The server's.</param>
/// <param name="engine">On which it runs.</param>
/// <param name="owner">The run that removes it; null for a container that stays.</param>
internal sealed class RunningContainer(IContainer container, ContainerRecipe recipe, string password, DockerEngine engine, ContainerRun? owner) : IAsyncDisposable
{
    private const int LinesToShow = 3;
    private static readonly TimeSpan LongestRemoval = TimeSpan.FromSeconds(5);

    /// <summary>Whether Docker has made it; a start may fail before.</summary>
    public bool IsMade => container.State != TestcontainersStates.Undefined;

    /// <summary>Whether it is left for the next run.</summary>
    public bool Stays => owner is null;

    public string Host => container.Hostname;

    public int Port => container.GetMappedPublicPort(recipe.Port);

    public string Password { get; } = password;

    public Task<bool> IsRunningAsync(CancellationToken cancellation) => engine.IsRunningAsync(container.Id, cancellation);

    /// <summary>The last lines that the server wrote.</summary>
    public async Task<string> LastWordsAsync(CancellationToken cancellation)
    {
        var (output, errors) = await container.GetLogsAsync(timestampsEnabled: false, ct: cancellation).ConfigureAwait(false);
        var lines = (output + "\n" + errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(" / ", lines.TakeLast(LinesToShow));
    }

    /// <summary>From now on, a process that ends without disposing removes the container as well.</summary>
    public void RemoveAtExit()
    {
        if (owner is not null)
        {
            AppDomain.CurrentDomain.ProcessExit += RemoveNow;
        }
    }

    /// <summary>Removes it also when it was to stay: it is of no use.</summary>
    public async Task DiscardAsync()
    {
        if (IsMade)
        {
            await engine.RemoveAsync(container.Id, CancellationToken.None).ConfigureAwait(false);
        }

        owner?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (owner is null)
        {
            return;
        }

        AppDomain.CurrentDomain.ProcessExit -= RemoveNow;
        await DiscardAsync().ConfigureAwait(false);
    }

    private void RemoveNow(object? sender, EventArgs e)
    {
        try
        {
            DiscardAsync().Wait(LongestRemoval);
        }
        catch (AggregateException)
        {
            // The next run finds it by its label.
        }
    }
}
