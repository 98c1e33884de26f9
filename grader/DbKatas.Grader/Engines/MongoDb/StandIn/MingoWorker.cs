using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>One Node.js process that answers a line with a line. It ends when its standard input closes, however the grader ends.</summary>
internal sealed class MingoWorker : IDisposable
{
    /// <summary>Enough for any kata's data many times over; an answer that multiplies them without end stops here.</summary>
    public const int UsualMegabytes = 256;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private MingoWorker(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>True once it has ended or has been stopped.</summary>
    public bool IsLost { get; private set; }

    public int ProcessId => _process.Id;

    /// <exception cref="TroubleException">It does not start.</exception>
    public static async Task<MingoWorker> StartAsync(string node, string packages, int megabytes, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(node, [$"--max-old-space-size={megabytes}", Path.Combine(MingoPackage.WorkerFolder, "worker.mjs"), packages])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            // It needs none, and keeps nobody from removing the one that the grader was started in.
            WorkingDirectory = Path.GetPathRoot(MingoPackage.WorkerFolder),
        };
        // Options of the user's own could load other code into it.
        start.Environment.Remove("NODE_OPTIONS");
        try
        {
            var worker = new MingoWorker(Process.Start(start)!);
            return await worker.IsReadyAsync(cancellation).ConfigureAwait(false) ? worker : throw worker.DidNotStart(node);
        }
        catch (Win32Exception e)
        {
            throw new TroubleException($"Node.js could not be started: {node} does not run ({e.Message}).", e);
        }
    }

    /// <returns>The answer's line; null when the worker is lost: it ended by itself, or was stopped because the time was over.</returns>
    public async Task<string?> AskAsync(string question, TimeSpan limit, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limit);
        try
        {
            await _process.StandardInput.WriteLineAsync(question.AsMemory(), deadline.Token).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync(deadline.Token).ConfigureAwait(false);
            var answer = await _process.StandardOutput.ReadLineAsync(deadline.Token).ConfigureAwait(false);
            IsLost = answer is null;
            return answer;
        }
        catch (IOException)
        {
            IsLost = true;
            return null;
        }
        catch (OperationCanceledException)
        {
            // What it may still say belongs to a question that nobody asks any more.
            Stop();
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }

    public void Dispose()
    {
        Stop();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(StartLimit);
        try
        {
            return await _process.StandardOutput.ReadLineAsync(deadline.Token).ConfigureAwait(false) is not null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private TroubleException DidNotStart(string node)
    {
        Stop();
        lock (_errors)
            return new TroubleException(
                $"mingo, which stands in for MongoDB, did not start in {node}. It needs Node.js {MingoPackage.OldestNode} or newer. "
                + $"Bring its packages anew with ./kata setup. Its last words:\n{TextTail.Of(_errors.ToString(), 3)}");
    }

    private void Stop()
    {
        IsLost = true;
        try
        {
            ProcessTree.Kill(_process);
            _process.WaitForExit();
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }

    private void Remember(string? line)
    {
        lock (_errors)
            if (line is not null && _errors.Length < 10_000)
                _errors.Append(line).Append('\n');
    }
}
