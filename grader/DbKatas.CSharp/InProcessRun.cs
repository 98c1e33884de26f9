using System.Diagnostics;
using System.Runtime.Loader;
using DbKatas.CSharp.Worker;

namespace DbKatas.CSharp;

/// <summary>
/// Runs checks in the grader's own process, where a debugger that is attached to it stops at the answer's breakpoints. Without limits: whoever
/// debugs an answer trusts it and takes his time.
/// </summary>
internal static class InProcessRun
{
    /// <summary>Set to 1 to run so without a debugger.</summary>
    public const string Variable = "DBKATAS_IN_PROCESS";

    // Checks find their data by a place that the whole process shares.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    public static bool IsWanted => Debugger.IsAttached || Environment.GetEnvironmentVariable(Variable) == "1";

    public static async Task<WorkerRun> RunAsync(byte[] image, string answerPath, CheckDataSupply data, CancellationToken cancellation)
    {
        await Turn.WaitAsync(cancellation);
        var context = new AssemblyLoadContext("answer", isCollectible: true);
        try
        {
            using var stream = new MemoryStream(image);
            var assembly = context.LoadFromStream(stream);
            var listener = new Listener();
            await OnItsOwnThreadAsync(() => CheckRunner.Run(assembly, answerPath, listener, async engine => (await data.ProvideAsync(engine, cancellation)).ConnectionString));
            return new WorkerRun(listener.Results, null, WorkerEnd.Finished, null, 0, "", "", false);
        }
        finally
        {
            context.Unload();
            Turn.Release();
        }
    }

    /// <summary>A test run may be around this one: its context must not flow into the checks.</summary>
    private static Task OnItsOwnThreadAsync(Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                work();
                done.SetResult();
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        })
        { IsBackground = true }.UnsafeStart();
        return done.Task;
    }

    private sealed class Listener : ICheckListener
    {
        public List<CheckResult> Results { get; } = [];

        public void Started(string check) { }

        public void Finished(CheckResult result) => Results.Add(result);
    }
}
