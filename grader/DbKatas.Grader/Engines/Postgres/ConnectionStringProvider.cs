using System.Diagnostics;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>A server that somebody else runs and names in the environment: docker-compose's, a class server, a managed cloud database.</summary>
/// <param name="connectionString">Npgsql's key=value form or a postgres:// URI; null or empty when there is none.</param>
/// <param name="patience">How long a server may take to answer; it may be starting just now.</param>
public sealed class ConnectionStringProvider(string? connectionString, TimeSpan patience) : IPostgresProvider
{
    public const string Variable = "DBKATAS_POSTGRES";

    private const string OtherWay = $"Or unset {Variable} to grade on a private server.";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly TimeSpan _patience = patience;

    /// <summary>The server of the environment, asked for at most 10 s.</summary>
    public static ConnectionStringProvider FromEnvironment() =>
        new(Environment.GetEnvironmentVariable(Variable), TimeSpan.FromSeconds(10));

    public string Name => "your server";

    public string NamedBy => Variable;

    public async Task<WayFinding> LookAsync(CancellationToken cancellation)
    {
        await using var server = await TryStartAsync(cancellation).ConfigureAwait(false);
        return server is null
            ? this.Closed($"{Variable} is not set.")
            : this.Open($"PostgreSQL answers on {PlaceOf(ConnectionText.Parse(server.ConnectionString))}, as {Variable} says.{(server.Note is { } note ? " " + note : "")}");
    }

    public async Task<PostgresServer?> TryStartAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return null;
        }

        var address = ConnectionText.Parse(connectionString);
        try
        {
            return await AskPatientlyAsync(address, cancellation).ConfigureAwait(false);
        }
        catch (NpgsqlException e)
        {
            throw new TroubleException(
                $"PostgreSQL on {PlaceOf(address)} (from {Variable}) refused the connection: {ConnectFailure.Refusal(e, address)} {OtherWay}", e);
        }
    }

    private async Task<PostgresServer> AskPatientlyAsync(NpgsqlConnectionStringBuilder address, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        string? reason = null;
        while (watch.Elapsed < _patience)
        {
            try
            {
                return await AskAsync(address, _patience - watch.Elapsed, cancellation).ConfigureAwait(false);
            }
            catch (NpgsqlException e) when (ConnectFailure.IsNotThereYet(e))
            {
                reason = ConnectFailure.Reason(e);
                await Task.Delay(Pause, cancellation).ConfigureAwait(false);
            }
        }

        throw new TroubleException(NoAnswer(address, reason));
    }

    private static async Task<PostgresServer> AskAsync(
        NpgsqlConnectionStringBuilder address, TimeSpan limit, CancellationToken cancellation)
    {
        // Outside the pool: a failed attempt must leave nothing behind for the next. With a limit of its own, in whole seconds, because
        // Npgsql hears no cancellation while it waits for a server's first word.
        var probe = PostgresConnections.Administrator(address.ConnectionString);
        probe.Timeout = Math.Max(1, (int)limit.TotalSeconds);
        var connection = await PostgresConnections.OpenAsync(probe, cancellation).ConfigureAwait(false);
        try
        {
            await CheckAsync(connection, PlaceOf(address), cancellation).ConfigureAwait(false);
            return new PostgresServer(address.ConnectionString, Variable) { FirstConnection = connection, Note = ForeignNote(connection.PostgreSqlVersion.Major) };
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task CheckAsync(NpgsqlConnection connection, string place, CancellationToken cancellation)
    {
        var major = connection.PostgreSqlVersion.Major;
        if (major < PostgresVersion.Oldest)
        {
            throw new TroubleException($"The server on {place} (from {Variable}) is PostgreSQL {major}; the katas need {PostgresVersion.Oldest} or newer. {OtherWay}");
        }

        await CheckRightsAsync(connection, place, cancellation).ConfigureAwait(false);
    }

    private static async Task CheckRightsAsync(NpgsqlConnection connection, string place, CancellationToken cancellation)
    {
        await using var question = new NpgsqlCommand(
            "SELECT rolsuper OR (rolcreatedb AND rolcreaterole) FROM pg_roles WHERE rolname = current_user", connection);
        if (await question.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is not true)
        {
            throw new TroubleException(
                $"The user {connection.UserName} of {place} (from {Variable}) may not create databases and roles, which grading needs. "
                + $"An administrator of that server allows it with: ALTER ROLE \"{connection.UserName}\" CREATEDB CREATEROLE. {OtherWay}");
        }
    }

    // `kata setup` brings programs for a private server; it does nothing to a server that somebody else runs.
    private static string? ForeignNote(int major) => PostgresVersion.NoteFor(major)?.Split(':')[0];

    private string NoAnswer(NpgsqlConnectionStringBuilder address, string? reason)
    {
        var why = reason is null ? "" : $" ({reason})";
        var isCompose = address is { Host: "localhost" or "127.0.0.1" or "::1", Port: NpgsqlConnection.DefaultPort };
        var start = isCompose ? "Start it with: docker compose up -d postgres." : "Is it running, and are host and port right?";
        return $"PostgreSQL did not answer on {PlaceOf(address)} (from {Variable}) within {_patience.TotalSeconds:0.#} s{why}. {start} {OtherWay}";
    }

    private static string PlaceOf(NpgsqlConnectionStringBuilder address) => $"{address.Host}:{address.Port}";
}
