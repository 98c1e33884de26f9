using DbKatas.CSharp;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.CSharp;

/// <summary>The compiler's time is the time that it works, not the time that a busy machine lets it wait.</summary>
public class CompilerThreadTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(300);

    [Test]
    [Platform("Linux", Reason = "Elsewhere nobody tells how long a thread has worked.")]
    public async Task Waiting_does_not_count()
    {
        using var goOn = new ManualResetEventSlim();
        var working = CompilerThread.RunAsync(_ =>
        {
            goOn.Wait(CancellationToken.None);
            return "done";
        }, Limit, default);

        await Task.WhenAny(working, Task.Delay(Limit * 3));
        goOn.Set();

        (await working).ShouldBe("done");
    }

    [Test]
    public async Task Work_without_an_end_is_left_behind_and_told_to_stop()
    {
        var told = new TaskCompletionSource();

        var result = await CompilerThread.RunAsync(token =>
        {
            while (!token.IsCancellationRequested)
            {
            }
            told.SetResult();
            return "too late";
        }, Limit, default);

        result.ShouldBeNull();
        await told.Task;
    }

    [Test]
    public async Task Who_stops_the_run_does_not_wait_for_it()
    {
        using var stop = new CancellationTokenSource();
        using var goOn = new ManualResetEventSlim();
        var working = CompilerThread.RunAsync(_ =>
        {
            goOn.Wait(CancellationToken.None);
            return "";
        }, TimeSpan.FromHours(1), stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => working);
        goOn.Set();
    }
}
