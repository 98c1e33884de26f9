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

    /// <param name="work">Asked to end by its token; what does not listen is left behind.</param>
    /// <param name="limit">Time for the work.</param>
    /// <param name="cancellation">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Null when the time was over.</returns>
    public static async Task<T?> RunAsync<T>(Func<CancellationToken, T> work, TimeSpan limit, CancellationToken cancellation) where T : class
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limit);
        var token = deadline.Token;
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
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
        try
        {
            return await result.Task.WaitAsync(token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
