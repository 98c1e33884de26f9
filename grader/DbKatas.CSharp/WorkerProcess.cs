using System.Diagnostics;
using System.Net.Sockets;
using DbKatas.CSharp.Worker;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.CSharp;

/// <summary>
/// A process for one answer, closed off from the grader's files, settings and connections, and from the next answer: it is never used twice.
/// Disposing ends it and everything that it has started.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>For objects; beyond it the runtime throws OutOfMemoryException.</summary>
    public const int MostHeapMegabytes = 384;

    private const int LongestText = 64 * 1024;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder;
    private readonly TaskCompletionSource _over = new();
    private readonly Process _process;
    private Socket? _connection;
    private bool _isDisposed;

    private WorkerProcess(DirectoryInfo folder, IEnumerable<string> readable, Sandbox? sandbox)
    {
        _folder = folder;
        var start = StartInfo(_folder.FullName, sandbox is null ? _folder.FullName : Sandbox.Home);
        if (sandbox is null)
            _process = ClosedRoom.Start(start, _folder.FullName, readable);
        else
            (_process, Gate) = (StartEnclosed(sandbox, start, readable), new SandboxGate(_folder.FullName));
        Printed = new OutputHead(_process.StandardOutput.BaseStream);
        Errors = new OutputHead(_process.StandardError.BaseStream);
    }

    public OutputHead Printed { get; }

    public OutputHead Errors { get; }

    public Process Process => _process;

    /// <summary>The way to the servers, for a worker in a sandbox; null for one that has this machine's network.</summary>
    public SandboxGate? Gate { get; }

    public MessageChannel Messages { get; private set; } = null!;

    /// <summary>Starts a worker and waits until it is ready for its job.</summary>
    /// <param name="readable">Files that it may read: the answer's and the checks' source, which messages quote.</param>
    /// <param name="sandbox">Where it runs; null to run it in the closed room of an answer of one's own.</param>
    /// <param name="cancellation">Ends the wait and the worker.</param>
    /// <exception cref="TroubleException">It does not start on this machine.</exception>
    public static async Task<WorkerProcess> StartAsync(IEnumerable<string> readable, Sandbox? sandbox, CancellationToken cancellation)
    {
        var worker = Start(readable, sandbox);
        try
        {
            using var invitation = new Invitation(sandbox is null ? null : Path.Combine(worker._folder.FullName, "grader"));
            // On standard input, where neither another user's list of processes nor the answer can read it.
            await worker._process.StandardInput.WriteLineAsync(invitation.Text);
            worker._process.StandardInput.Close();
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            deadline.CancelAfter(LongestStart);
            await worker.GreetAsync(invitation, deadline.Token);
            return worker;
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            await worker.DisposeAsync();
            var said = (await worker.Errors.TextAsync()).Trim();
            throw new TroubleException($"The program that runs C# answers did not start{(said.Length > 0 ? ": " + said : $" within {LongestStart.TotalSeconds:0} s")}.", failure);
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        // While it still waits for us: once it has ended by itself, nobody knows any more which programs were its children.
        if (!_process.HasExited)
            ProcessTree.Kill(_process);
        await _process.WaitForExitAsync();
        _over.SetResult();
        _connection?.Dispose();
        if (Gate is not null)
            await Gate.DisposeAsync();
        _process.Dispose();
        LeftPrograms.End(_folder.FullName);
        Remove(_folder);
    }

    private static WorkerProcess Start(IEnumerable<string> readable, Sandbox? sandbox)
    {
        DirectoryInfo? folder = null;
        try
        {
            folder = Directory.CreateTempSubdirectory("dbkatas-answer-");
            return new WorkerProcess(folder, readable, sandbox);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            Remove(folder);
            throw FolderTrouble.OfTemporary(unwritable);
        }
    }

    private static void Remove(DirectoryInfo? folder)
    {
        try
        {
            folder?.Delete(recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // A temporary folder that the answer has made hard to delete is the system's to clean up.
        }
    }

    /// <summary>Any program of this machine can connect; only the worker knows the token.</summary>
    private async Task GreetAsync(Invitation invitation, CancellationToken cancellation)
    {
        var exit = _process.WaitForExitAsync(cancellation);
        while (true)
        {
            var accept = invitation.AcceptAsync(cancellation);
            if (await Task.WhenAny(accept, exit) == exit)
                throw new IOException("the worker ended at once");
            var connection = await accept;
            if (connection.ProtocolType == ProtocolType.Tcp)
                connection.NoDelay = true;
            var messages = new MessageChannel(new NetworkStream(connection), LongestText);
            if (await messages.ReceiveAsync(cancellation) is [MessageKinds.Hello, var said] && said == invitation.Token)
            {
                (_connection, Messages) = (connection, messages);
                return;
            }
            connection.Dispose();
        }
    }

    private Process StartEnclosed(Sandbox sandbox, ProcessStartInfo start, IEnumerable<string> readable)
    {
        // Inside, the answer is another user, who must be able to read what it is given.
        if (!OperatingSystem.IsWindows())
            _folder.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        return sandbox.Start(start, _folder.FullName, readable, _over.Task);
    }

    private static ProcessStartInfo StartInfo(string folder, string home)
    {
        // Written here, because only programs are copied along to every place that the grader runs from.
        var settings = Path.Combine(folder, "worker.runtimeconfig.json");
        File.WriteAllText(settings, RuntimeSettings);
        var start = new ProcessStartInfo(DotnetHost.Program, ["exec", "--runtimeconfig", settings, Path.Combine(DotnetHost.WorkerFolder, "DbKatas.CSharp.Worker.dll")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        // The grader's own variables hold connection strings and a person's secrets.
        var path = start.Environment["PATH"];
        var windows = start.Environment.TryGetValue("SystemRoot", out var root) ? root : null;
        start.Environment.Clear();
        foreach (var (name, value) in Variables(home))
            start.Environment[name] = value;
        start.Environment["PATH"] = path;
        if (windows is not null)
            start.Environment["SystemRoot"] = windows;
        return start;
    }

    // Cultures have the invariant rules wherever the grader runs; an answer may still make one by its name.
    private static string RuntimeSettings => $$"""
        {
          "runtimeOptions": {
            "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" },
            "configProperties": {
              "System.Globalization.Invariant": true,
              "System.Globalization.PredefinedCulturesOnly": false,
              "System.Runtime.TieredPGO": false,
              "System.GC.Concurrent": false
            }
          }
        }
        """;

    private static IEnumerable<(string Name, string Value)> Variables(string home) =>
    [
        ("HOME", home), ("TMPDIR", home), ("TEMP", home), ("TMP", home), ("TZ", "UTC"), ("NO_COLOR", "1"),
        ("DOTNET_GCHeapHardLimit", (MostHeapMegabytes * 1024L * 1024L).ToString("X")),
        ("DOTNET_EnableDiagnostics", "0"), ("DOTNET_EnableWriteXorExecute", "0"),
    ];
}
