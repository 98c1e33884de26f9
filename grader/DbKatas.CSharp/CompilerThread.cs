using System.Diagnostics;

namespace DbKatas.CSharp;

/// <summary>
/// Where the compiler meets an answer's text. It goes down into the text by calling itself, and not everywhere does it look how much
/// stack is left: brackets within brackets would end the whole grader. So it has room for more levels than a text of
/// <see cref="SourceFile.MostCharacters"/> can have.
/// </summary>
internal static class CompilerThread
{
    /// <summary>Reserved, and used only as far as a text is deep.</summary>
    private const int StackBytes = 512 * 1024 * 1024;

    /// <summary>So many times its limit the work may take on a machine that is busy with other things.</summary>
    private const int MostTimes = 20;

    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(200);

    /// <param name="work">Asked to end by its token; what does not listen is left behind.</param>
    /// <param name="limit">Time that the work itself may take; where the system does not tell it, time that may pass.</param>
    /// <param name="cancellation">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Null when the time was over.</returns>
    public static async Task<T?> RunAsync<T>(Func<CancellationToken, T> work, TimeSpan limit, CancellationToken cancellation) where T : class
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = Start(work, result, deadline.Token);
        var clock = Stopwatch.StartNew();
        for (var wait = limit; ;)
        {
            try
            {
                return await result.Task.WaitAsync(wait, cancellation);
            }
            catch (TimeoutException)
            {
                var known = ThreadClock.Of(await thread);
                // It may have come to its end in this very moment; then there is a result, and no thread whose time could be asked.
                if (result.Task.IsCompleted)
                    return await result.Task;
                var taken = known ?? clock.Elapsed;
                if (taken >= limit || clock.Elapsed >= limit * MostTimes)
                {
                    await deadline.CancelAsync();
                    return null;
                }
                wait = limit - taken > ShortestLook ? limit - taken : ShortestLook;
            }
        }
    }

    /// <returns>The thread's number, as soon as it has one.</returns>
    private static Task<int> Start<T>(Func<CancellationToken, T> work, TaskCompletionSource<T> result, CancellationToken token)
    {
        var number = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            number.SetResult(ThreadClock.Current());
            try
            {
                result.TrySetResult(work(token));
            }
            catch (Exception failure)
            {
                result.TrySetException(failure);
            }
        }, StackBytes)
        { IsBackground = true }.Start();
        return number.Task;
    }
}
