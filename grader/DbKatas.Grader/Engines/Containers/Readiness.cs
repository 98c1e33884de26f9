using System.Diagnostics;

namespace DbKatas.Grader.Engines.Containers;

/// <summary>Waits for a server that is starting, by asking it again and again.</summary>
/// <param name="patience">How long in all.</param>
/// <param name="pause">Between two questions.</param>
public sealed class Readiness(TimeSpan patience, TimeSpan pause)
{
    // Asking whether a container still runs costs more than asking a server that isn't there.
    private const int QuestionsBetween = 20;

    /// <summary>For a server in a container.</summary>
    public static Readiness Usual { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(50));

    /// <param name="answersAsync">Whether the server answers.</param>
    /// <param name="isRunningAsync">Asked now and then; waiting ends when it says no.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>True when the server has answered; false when the patience is over, or the server is.</returns>
    public async Task<bool> WaitAsync(
        Func<CancellationToken, Task<bool>> answersAsync, Func<CancellationToken, Task<bool>> isRunningAsync, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        for (var question = 1; watch.Elapsed < patience; question++)
        {
            if (await answersAsync(cancellation).ConfigureAwait(false))
            {
                return true;
            }

            if (question % QuestionsBetween == 0 && !await isRunningAsync(cancellation).ConfigureAwait(false))
            {
                return false;
            }

            await Task.Delay(pause, cancellation).ConfigureAwait(false);
        }

        return false;
    }
}
