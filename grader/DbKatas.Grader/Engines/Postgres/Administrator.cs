using System.Data;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>The administrator's connections to a server's own database: one that stays, and holds the run's lock, and others for when it is in use.</summary>
internal sealed class Administrator(PostgresServer server) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = PostgresConnections.Source(PostgresConnections.Administrator(server.ConnectionString));
    private readonly SemaphoreSlim _using = new(1, 1);
    private bool _isSilent;

    /// <summary>The one that stays. Used without asking only where nothing else is at work yet.</summary>
    public NpgsqlConnection LockHolder { get; private set; } = null!;

    /// <summary>The server's, known also when it has gone.</summary>
    public Version ServerVersion { get; private set; } = new();

    public async Task OpenAsync(CancellationToken cancellation)
    {
        LockHolder = server.TakeFirstConnection() ?? _source.CreateConnection();
        if (LockHolder.FullState == ConnectionState.Closed)
            await PostgresConnections.OpenAsync(LockHolder, cancellation);
        ServerVersion = LockHolder.PostgreSqlVersion;
    }

    /// <summary>Another one.</summary>
    public Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation) => PostgresConnections.OpenAsync(_source, cancellation);

    /// <summary>Does something on the connection that stays, unless that is in use: to open another takes longer than most of what is done.</summary>
    public async Task DoAsync(Func<NpgsqlConnection, Task> work, CancellationToken cancellation)
    {
        if (LockHolder.FullState != ConnectionState.Open || !_using.Wait(0, cancellation))
        {
            await using var another = await ConnectAsync(cancellation);
            await work(another);
            return;
        }
        try
        {
            await work(LockHolder);
        }
        catch (PostgresException)
        {
            await LeaveTransactionAsync();
            throw;
        }
        finally
        {
            _using.Release();
        }
    }

    /// <summary>Nobody is to find the transaction open in which a statement was refused.</summary>
    private async Task LeaveTransactionAsync()
    {
        try
        {
            await using var rollback = new NpgsqlCommand("rollback", LockHolder);
            await rollback.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception ended) when (ended is NpgsqlException or InvalidOperationException)
        {
            // It went with its connection, which the refusal may have been the end of.
        }
    }

    /// <summary>Asks whether the server still answers on the connection that stays: a pooled one might have been broken long ago for reasons of its own. A no holds for ever.</summary>
    public async Task<bool> IsAnsweredAsync(CancellationToken cancellation)
    {
        // One after another: a connection that is asked two things at once refuses the second, and the server would count as lost.
        await _using.WaitAsync(cancellation);
        try
        {
            if (_isSilent)
                return false;
            await using var command = new NpgsqlCommand("select 1", LockHolder) { CommandTimeout = 5 };
            await command.ExecuteScalarAsync(cancellation);
            return true;
        }
        catch (Exception silence) when (silence is NpgsqlException or InvalidOperationException)
        {
            _isSilent = true;
            return false;
        }
        finally
        {
            _using.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (LockHolder is not null)
            await LockHolder.DisposeAsync();
        await _source.DisposeAsync();
    }
}
