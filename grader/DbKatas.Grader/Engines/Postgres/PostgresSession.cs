using System.Security.Cryptography;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>
/// One run of the grader on one server. What it makes there bears its run number: dbkatas_r&lt;run&gt;_&lt;n&gt; is a scratch database
/// and the role that may enter it. While the run lives it holds an advisory lock of that number, so a later run knows, without
/// a clock, what a crashed one has left and drops it.
/// </summary>
public sealed class PostgresSession : IEngineSession
{
    /// <summary>Owns the tables of every kata; the role of a scratch database is a member. Nobody logs in as it.</summary>
    public const string OwnerRole = "dbkatas_owner";

    /// <summary>First key of the two-key advisory lock: "DbKa" in ASCII, to meet no other program's locks.</summary>
    private const int LockClass = 0x44624B61;

    private readonly PostgresServer _server;
    private readonly NpgsqlDataSource _admin;
    private readonly NpgsqlConnection _lockHolder;
    private readonly int _run = RandomNumberGenerator.GetInt32(1, int.MaxValue);
    private int _made;

    // Statements go to the server as they were written; cutting a script is SqlScript's work, which keeps the places of errors.
    static PostgresSession() => AppContext.SetSwitch("Npgsql.EnableSqlRewriting", false);

    private PostgresSession(PostgresServer server)
    {
        _server = server;
        var text = new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            ApplicationName = "dbkatas", MaxPoolSize = 8, CommandTimeout = 60, IncludeErrorDetail = true,
        };
        _admin = PostgresConnections.Source(text);
        _lockHolder = _admin.CreateConnection();
        Templates = new TemplateDatabases(this);
    }

    public TemplateDatabases Templates { get; }

    public int MajorVersion => _lockHolder.PostgreSqlVersion.Major;

    /// <summary>For the verdict: "PostgreSQL 17.10 (private server)".</summary>
    public string Description => $"PostgreSQL {_lockHolder.PostgreSqlVersion} ({_server.Origin})";

    /// <summary>What a reader of the verdicts should know of the server; null when there is nothing.</summary>
    public string? Note => PostgresVersion.NoteFor(MajorVersion);

    /// <summary>True once the server has been found not to answer any more; the session is then of no further use.</summary>
    public bool IsLost { get; private set; }

    /// <exception cref="TroubleException">The server answers, but this user may not create databases or roles on it.</exception>
    public static async Task<PostgresSession> OpenAsync(PostgresServer server, CancellationToken cancellation)
    {
        var session = new PostgresSession(server);
        try
        {
            await session.PrepareAsync(cancellation);
            return session;
        }
        catch (NpgsqlException refused)
        {
            await session.CloseConnectionsAsync();
            var user = new NpgsqlConnectionStringBuilder(server.ConnectionString).Username;
            throw new TroubleException(
                $"The PostgreSQL server ({server.Origin}) can't be used for grading: {(refused as PostgresException)?.MessageText ?? refused.Message}. " +
                $"The user {user} needs the rights CREATEDB and CREATEROLE there.", refused);
        }
    }

    /// <summary>A name for a scratch database of this run, used by no other.</summary>
    public string NextName() => $"dbkatas_r{_run}_{Interlocked.Increment(ref _made)}";

    /// <summary>An open connection of the administrator, to the server's own database or to a scratch database (then without a pool).</summary>
    public async Task<NpgsqlConnection> ConnectAsync(string? database, CancellationToken cancellation)
    {
        if (database is null)
            return await _admin.OpenConnectionAsync(cancellation);
        return await PostgresConnections.OpenAsync(ConnectionString(database), cancellation);
    }

    /// <summary>Runs statements of ours, each in a transaction of its own.</summary>
    public async Task ExecuteAsync(CancellationToken cancellation, params string[] statements)
    {
        await using var connection = await ConnectAsync(null, cancellation);
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Asks whether the server still answers its administrator; remembers a no.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            // The lock's own connection: a pooled one might have been broken long ago for reasons of its own.
            await using var command = new NpgsqlCommand("select 1", _lockHolder) { CommandTimeout = 5 };
            await command.ExecuteScalarAsync(cancellation);
            return true;
        }
        catch (Exception silence) when (silence is NpgsqlException or InvalidOperationException)
        {
            IsLost = true;
            return false;
        }
    }

    /// <summary>The administrator's connection string, for a database of this server.</summary>
    public NpgsqlConnectionStringBuilder ConnectionString(string database) =>
        new(_server.ConnectionString) { Database = database, ApplicationName = "dbkatas", CommandTimeout = 60 };

    /// <summary>The same server for a second session beside this one, which does not end it.</summary>
    internal PostgresServer SameServer() => new(_server.ConnectionString, _server.Origin);

    public async ValueTask DisposeAsync()
    {
        await CloseConnectionsAsync();
        await _server.DisposeAsync();
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        await _lockHolder.OpenAsync(cancellation);
        await using (var command = new NpgsqlCommand($"select pg_advisory_lock({LockClass}, {_run})", _lockHolder))
            await command.ExecuteNonQueryAsync(cancellation);
        await ExecuteAsync(cancellation, $"""
            do $$ begin
              create role {OwnerRole} nologin;
            exception when duplicate_object or unique_violation then null;
            end $$
            """);
        await DropLeftoversAsync(cancellation);
        await Templates.ReadNamesAsync(cancellation);
    }

    private async Task DropLeftoversAsync(CancellationToken cancellation)
    {
        const string leftovers = """
            select name from (
              select datname as name, 1 as turn from pg_database where datname ~ '^dbkatas_r\d+_\d+$'
              union all
              select rolname, 2 from pg_roles where rolname ~ '^dbkatas_r\d+_\d+$') made
            order by turn
            """;
        foreach (var name in await NamesAsync(leftovers, cancellation))
        {
            var run = int.Parse(name["dbkatas_r".Length..name.LastIndexOf('_')]);
            if (run == _run || !await IsDeadAsync(run, cancellation))
                continue;
            await ExecuteAsync(cancellation, $"drop database if exists {name} with (force)", $"drop role if exists {name}");
        }
    }

    /// <summary>A run is dead when nobody holds its lock any more.</summary>
    private async Task<bool> IsDeadAsync(int run, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"select pg_try_advisory_lock({LockClass}, {run}) and pg_advisory_unlock({LockClass}, {run})", _lockHolder);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    internal async Task<IReadOnlyList<string>> NamesAsync(string query, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(null, cancellation);
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellation))
            names.Add(reader.GetString(0));
        return names;
    }

    private async Task CloseConnectionsAsync()
    {
        await _lockHolder.DisposeAsync();
        await _admin.DisposeAsync();
    }
}
