using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>
/// A running PostgreSQL on which the grader is administrator: it may create databases and roles there.
/// Disposing ends what was started for this run: nothing for a server that somebody else runs.
/// </summary>
/// <param name="connectionString">An Npgsql connection string of the administrator, with host, port, user, password and database.</param>
/// <param name="origin">How the server came to be, for the verdict: "private server", "DBKATAS_POSTGRES", "container".</param>
public class PostgresServer(string connectionString, string origin) : IAsyncDisposable
{
    private NpgsqlConnection? _first;

    public string ConnectionString { get; } = connectionString;

    public string Origin { get; } = origin;

    /// <summary>True for a server that was started for the grader alone, whose own databases may be closed to answers.</summary>
    public bool IsOurs { get; init; }

    /// <summary>The administrator's open connection by which the server was found to answer, so that the first session waits for no other; null when it is closed.</summary>
    public NpgsqlConnection? FirstConnection
    {
        init => _first = value;
    }

    /// <summary>What a reader of the verdict should know of this server, or null: say, that it is of another version than the katas.</summary>
    public string? Note { get; init; }

    /// <summary>True when it ended because its disk is full. Nobody knows of a server whose log can't be read.</summary>
    internal virtual bool EndedByFullDisk => false;

    /// <summary>Gives <see cref="FirstConnection"/> away, for the taker to dispose; null for all but the first who asks.</summary>
    internal NpgsqlConnection? TakeFirstConnection() => Interlocked.Exchange(ref _first, null);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TakeFirstConnection() is { } nobodys)
            await nobodys.DisposeAsync().ConfigureAwait(false);
    }
}
