using System.ComponentModel;
using System.Diagnostics;

namespace DbKatas.Grader.Engines.Machine;

/// <summary>What a short program said and how it ended.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">Standard output and standard error, in that order.</param>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    /// <summary>The last lines that hold something, for a sentence about a failure.</summary>
    public string LastLines(int count = 3) => TextTail.Of(Output, count);

    /// <summary>Runs a program to its end. It is killed when the time is over.</summary>
    /// <exception cref="Win32Exception">The program can't be started at all.</exception>
    /// <exception cref="TimeoutException">The time is over.</exception>
    public static async Task<ProgramRun> OfAsync(ProcessStartInfo start, TimeSpan limit, CancellationToken cancellation)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limit);
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            return new ProgramRun(process.ExitCode, await output.ConfigureAwait(false) + await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"{start.FileName} did not end within {limit.TotalSeconds:0} s");
        }
        finally
        {
            KillIfRunning(process);
        }
    }

    private static void KillIfRunning(Process process)
    {
        if (!process.HasExited)
        {
            ProcessTree.Kill(process);
        }
    }
}
