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
    internal const int LockClass = 0x44624B61;

    private readonly PostgresServer _server;
    private readonly Administrator _administrator;
    private readonly int _run = RandomNumberGenerator.GetInt32(1, int.MaxValue);
    private int _made;

    // Statements go to the server as they were written; cutting a script is SqlScript's work, which keeps the places of errors.
    static PostgresSession() => AppContext.SetSwitch("Npgsql.EnableSqlRewriting", false);

    private PostgresSession(PostgresServer server)
    {
        (_server, _administrator) = (server, new Administrator(server));
        (Templates, Leftovers) = (new TemplateDatabases(this), new Leftovers(this));
    }

    public TemplateDatabases Templates { get; }

    /// <summary>Takes away what answers leave.</summary>
    internal Leftovers Leftovers { get; }

    /// <summary>Null where scratch databases are made when they are needed and dropped when they were.</summary>
    internal ScratchAhead? Ahead { get; set; }

    /// <summary>True where the administrator may set what only a superuser may.</summary>
    public bool IsSuperuser { get; private set; }

    /// <summary>True while one answer alone has the server: what it meets then, no other has brought about.</summary>
    internal bool IsAlone { get; set; }

    public int MajorVersion => _administrator.ServerVersion.Major;

    /// <summary>For the verdict: "PostgreSQL 17.10 (private server)".</summary>
    public string Description => $"PostgreSQL {_administrator.ServerVersion} ({_server.Origin})";

    /// <summary>What a reader of the verdicts should know of the server; null when there is nothing.</summary>
    public string? Note => PostgresVersion.NoteFor(MajorVersion);

    /// <summary>True once the server has been found not to answer any more; the session is then of no further use.</summary>
    public bool IsLost { get; private set; }

    /// <summary>True when the server filled its disk while one answer alone had it.</summary>
    internal bool EndedByThisAnswersData => IsAlone && _server.EndedByFullDisk;

    /// <exception cref="TroubleException">The server answers, but this user may not create databases or roles on it.</exception>
    public static async Task<PostgresSession> OpenAsync(PostgresServer server, CancellationToken cancellation)
    {
        var session = new PostgresSession(server);
        try
        {
            await session.PrepareAsync(cancellation);
            return session;
        }
        catch (NpgsqlException lost) when (ConnectFailure.IsNotThereYet(lost))
        {
            await session._administrator.DisposeAsync();
            throw new DisturbedException($"The PostgreSQL server ({server.Origin}) was there a moment ago and is not any more. Run again.", lost);
        }
        catch (NpgsqlException refused)
        {
            await session._administrator.DisposeAsync();
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
            return await _administrator.ConnectAsync(cancellation);
        var text = ConnectionString(database);
        text.SearchPath = PostgresConnections.SafePath;
        return await PostgresConnections.OpenAsync(text, cancellation);
    }

    /// <summary>Runs statements of ours, each in a transaction of its own.</summary>
    public Task ExecuteAsync(CancellationToken cancellation, params string[] statements) => AsAdministratorAsync(async connection =>
    {
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }, cancellation);

    /// <summary>Does something on a connection of the administrator.</summary>
    internal Task AsAdministratorAsync(Func<NpgsqlConnection, Task> work, CancellationToken cancellation) => _administrator.DoAsync(work, cancellation);

    /// <summary>Asks whether the server still answers its administrator; remembers a no.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        IsLost = IsLost || !await _administrator.IsAnsweredAsync(cancellation);
        return !IsLost;
    }

    /// <summary>The administrator's connection string, for a database of this server.</summary>
    public NpgsqlConnectionStringBuilder ConnectionString(string database) =>
        new(_server.ConnectionString) { Database = database, ApplicationName = "dbkatas", CommandTimeout = 60 };

    /// <summary>The same server for a second session beside this one, which does not end it.</summary>
    internal PostgresServer SameServer() => new(_server.ConnectionString, _server.Origin);

    public async ValueTask DisposeAsync()
    {
        // On a server that is lost nothing can be dropped, nor waited for.
        if (Ahead is not null && !IsLost)
            await Ahead.DisposeAsync();
        await _administrator.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        await _administrator.OpenAsync(cancellation);
        var start = await RunStart.BeginAsync(_administrator.LockHolder, _run, _server.IsOurs, cancellation);
        IsSuperuser = start.IsSuperuser;
        await Leftovers.DropAsync(start.Made, _administrator.LockHolder, _run, cancellation);
        Templates.Know(start.Templates);
    }

    /// <summary>True when no other run is at work on this server.</summary>
    internal async Task<bool> IsOnlyRunAsync(CancellationToken cancellation) =>
        (await NamesAsync($"select objid::text from pg_locks where locktype = 'advisory' and classid = {LockClass} and objid <> {_run} and objsubid = 2", cancellation)).Count == 0;

    internal async Task<IReadOnlyList<string>> NamesAsync(string query, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(null, cancellation);
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await NamesAsync(reader, cancellation);
    }

    internal static async Task<IReadOnlyList<string>> NamesAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var names = new List<string>();
        while (await reader.ReadAsync(cancellation))
            names.Add(reader.GetString(0));
        return names;
    }
}
