using System.Diagnostics;
using System.Net.Sockets;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Engines.Redis.Local;

/// <summary>A private server's process, from its start to its end.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private const string IsReady = "Ready to accept connections";
    private const string PortIsTaken = "Address already in use";

    // Nothing is kept, so nothing need be put in order, and a server inside an endless script hears no other signal.
    private const string StopSignals = "KILL";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(12);

    private readonly RedisProgram _program;
    private readonly RedisFolder _folder;
    private readonly Process _guard;

    private RedisProcess(RedisProgram program, RedisFolder folder, RedisAddress address)
    {
        (_program, _folder, Address) = (program, folder, address);
        _guard = ServerGuard.Start(program.Start(folder.Settings), "Redis", StopSignals, folder.Log.Path);
        AppDomain.CurrentDomain.ProcessExit += StopAtExit;
    }

    public RedisAddress Address { get; }

    /// <returns>A server that has answered, or null when another program has the port.</returns>
    /// <exception cref="TroubleException">The server ended at once, or gave no answer in time; the sentence shows its last words.</exception>
    public static async Task<RedisProcess?> TryStartAsync(RedisProgram program, RedisFolder folder, RedisAddress address, CancellationToken cancellation)
    {
        var server = new RedisProcess(program, folder, address);
        var isReady = false;
        try
        {
            isReady = await server.WaitUntilReadyAsync(cancellation);
            return isReady ? server : null;
        }
        finally
        {
            if (!isReady)
                await server.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        AskToStop();
        using var limit = new CancellationTokenSource(LongestStop);
        await _guard.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _guard.Dispose();
    }

    private async Task<bool> WaitUntilReadyAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (!_folder.Log.Says(IsReady) || !await AnswersAsync(cancellation))
        {
            if (_guard.HasExited)
                return _folder.Log.Says(PortIsTaken) ? false : throw Trouble("ended at its start");
            if (watch.Elapsed > Patience)
                throw Trouble($"was started and did not answer within {Patience.TotalSeconds:0} s");
            await Task.Delay(Pause, cancellation);
        }
        return true;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await RespConnection.OpenAsync(Address, cancellation);
            return (await connection.DemandAsync(cancellation, "PING")).Text == "PONG";
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
        catch (RespException e)
        {
            throw new TroubleException($"The private Redis refused the grader: {e.Message}", e);
        }
    }

    private TroubleException Trouble(string what) => _folder.Log.SaysDiskIsFull
        ? FolderTrouble.Full(_folder.Path)
        : new TroubleException($"Redis {_program.Number} ({_program.File}) {what}. Its last words, from {_folder.Log.Path}:\n{_folder.Log.LastLines()}");

    private void StopAtExit(object? sender, EventArgs e) => AskToStop();

    private void AskToStop() => _guard.StandardInput.Close();
}
