using System.Diagnostics;
using DbKatas.Grader.Engines.Machine;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>A private server's process, from its start to its end.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string PortIsTaken = "could not bind";

    // Fast shutdown, immediate shutdown, and what no process survives.
    private const string StopSignals = "INT QUIT KILL";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // Longer than the guard takes to come to its last signal.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(12);

    private readonly PostgresProgram _program;
    private readonly DataSlot _slot;
    private readonly Process _guard;

    private ServerProcess(PostgresProgram program, DataSlot slot, int port, Process guard)
    {
        (_program, _slot, _guard) = (program, slot, guard);
        ConnectionString = AddressOf(port, slot.Password);
        AppDomain.CurrentDomain.ProcessExit += StopAtExit;
    }

    public string ConnectionString { get; }

    /// <summary>The connection that it has answered, open, for whoever takes this server to dispose.</summary>
    public NpgsqlConnection? Connection { get; private set; }

    /// <summary>Starts the server on the slot's data.</summary>
    /// <returns>A server that has answered a connection, or null when another program has the port.</returns>
    /// <exception cref="TroubleException">The server ended at once, or gave no answer in time; the sentence shows its last words.</exception>
    public static async Task<ServerProcess?> TryStartAsync(PostgresProgram program, DataSlot slot, int port, CancellationToken cancellation)
    {
        var guard = ServerGuard.Start(program.StartServer(ServerSettings.Arguments(slot.Data, port)), "PostgreSQL", StopSignals, slot.Log.Path);
        var server = new ServerProcess(program, slot, port, guard);
        var isReady = false;
        try
        {
            isReady = await server.WaitUntilReadyAsync(cancellation).ConfigureAwait(false);
            return isReady ? server : null;
        }
        finally
        {
            if (!isReady)
            {
                await server.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Stops the server: open transactions are rolled back, data are kept.</summary>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        AskToStop();
        using var limit = new CancellationTokenSource(LongestStop);
        await _guard.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _guard.Dispose();
    }

    private static string AddressOf(int port, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = InitdbTemplate.Superuser,
        Password = password,
        Database = "postgres",
        // The server offers neither; asking costs a round trip each time.
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    private async Task<bool> WaitUntilReadyAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (!SaysReady() || !await AnswersAsync(cancellation).ConfigureAwait(false))
        {
            if (_guard.HasExited)
            {
                return _slot.Log.Says(PortIsTaken) ? false : throw EndedAtOnce();
            }

            if (watch.Elapsed > Patience)
            {
                throw new TroubleException(
                    $"PostgreSQL {_program.Number} ({_program.Folder}) was started and did not answer within {Patience.TotalSeconds:0} s. "
                    + $"Its last words, from {_slot.Log.Path}:\n{_slot.Log.LastLines()}");
            }

            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
        }

        return true;
    }

    // The eighth line of postmaster.pid is the server's own word, as pg_ctl reads it. Connecting before would cost an exception a try.
    private bool SaysReady()
    {
        try
        {
            return File.ReadLines(Path.Combine(_slot.Data, "postmaster.pid")).ElementAtOrDefault(7)?.TrimEnd() == "ready";
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            Connection = await PostgresAnswer.TryConnectAsync(ConnectionString, cancellation).ConfigureAwait(false);
            return Connection is not null;
        }
        catch (NpgsqlException e)
        {
            throw new TroubleException($"PostgreSQL on the private data folder {_slot.Data} refused the grader: {e.Message}", e);
        }
    }

    private TroubleException EndedAtOnce() => _slot.Log.SaysDiskIsFull
        ? FolderTrouble.Full(_slot.Data)
        : new TroubleException(
            $"PostgreSQL {_program.Number} ({_program.Folder}) ended at its start on {_slot.Data}. Its last words:\n{_slot.Log.LastLines()}");

    private void StopAtExit(object? sender, EventArgs e) => AskToStop();

    private void AskToStop()
    {
        if (OperatingSystem.IsWindows() && !_guard.HasExited)
        {
            // No guard there: pg_ctl asks the server over its own pipe.
            using var stop = Process.Start(_program.Start("pg_ctl", ["stop", "-D", _slot.Data, "-m", "fast"]));
            stop?.WaitForExit(LongestStop);
        }

        _guard.StandardInput.Close();
    }
}
