using System.Security.Cryptography;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>
/// A database for one answer and a role of the same name that may enter no other. Disposing drops both, whatever the answer did in it.
/// </summary>
public sealed class ScratchDatabase : IAsyncDisposable
{
    /// <summary>So often two runs may take a kata's template from each other.</summary>
    private const int MostAttempts = 5;

    private readonly PostgresSession _session;
    private readonly string _password = RandomNumberGenerator.GetHexString(32);

    private readonly string? _template;
    private bool _isForTools;

    private ScratchDatabase(PostgresSession session, string? template = null)
    {
        (_session, _template, Name) = (session, template, session.NextName());
        Connections = new AnswerConnections(limits => AnswerConnectionString(isReadOnly: false, limits));
    }

    public string Name { get; }

    internal AnswerConnections Connections { get; }

    /// <summary>For psql: postgresql://role:password@host:port/database.</summary>
    public string Address
    {
        get
        {
            var text = AnswerConnectionString(isReadOnly: false, new KataLimits());
            return $"postgresql://{Name}:{_password}@{text.Host}:{text.Port}/{Name}";
        }
    }

    /// <summary>For a database tool's form.</summary>
    public string Access
    {
        get
        {
            var text = AnswerConnectionString(isReadOnly: false, new KataLimits());
            return $"Host={text.Host};Port={text.Port};Database={Name};Username={Name};Password={_password}";
        }
    }

    /// <summary>For a program of the answer's own: an Npgsql connection string, with a pool that a role's limit of connections has room for.</summary>
    public string ConnectionString(KataLimits limits)
    {
        var text = AnswerConnectionString(isReadOnly: false, limits);
        // Its time for connecting would hang on the machine's clock (PostgresConnections.OpenAsync); the answer as a whole has its deadline.
        text.Timeout = 0;
        (text.Pooling, text.MaxPoolSize, text.ApplicationName) = (true, ScratchRole.MostConnections - 4, "answer");
        return text.ConnectionString;
    }

    /// <summary>A fresh copy of the kata's data.</summary>
    public static Task<ScratchDatabase> CreateAsync(PostgresSession session, Kata kata, CancellationToken cancellation) =>
        CopyAsync(session, kata, async template =>
            session.Ahead is not null && await session.Ahead.TakeAsync(template, cancellation) is { } waiting ? waiting : await CopyAsync(session, template, cancellation), cancellation);

    /// <summary>The same, to be entered with psql and other tools.</summary>
    public static Task<ScratchDatabase> CreateForToolsAsync(PostgresSession session, Kata kata, CancellationToken cancellation) =>
        CopyAsync(session, kata, template => new ScratchDatabase(session, template) { _isForTools = true }.CopiedAsync(cancellation), cancellation);

    /// <summary>A copy of a template that is there.</summary>
    internal static Task<ScratchDatabase> CopyAsync(PostgresSession session, string template, CancellationToken cancellation) =>
        new ScratchDatabase(session, template).CopiedAsync(cancellation);

    /// <summary>An empty database in which <see cref="PostgresSession.OwnerRole"/> may create what a kata needs.</summary>
    internal static async Task<ScratchDatabase> CreateEmptyAsync(PostgresSession session, CancellationToken cancellation)
    {
        var scratch = new ScratchDatabase(session);
        // The same order of texts on every server; C.UTF-8 knows upper and lower case beyond ASCII, and is missing on some systems.
        string Create(string characters) =>
            $"create database {scratch.Name} template template0 encoding 'UTF8' locale_provider libc lc_collate 'C' lc_ctype '{characters}' strategy file_copy";
        try
        {
            await scratch.CreateAsync(Create("C.UTF-8"), cancellation);
        }
        catch (PostgresException unknown) when (unknown.SqlState is PostgresErrorCodes.InvalidParameterValue or PostgresErrorCodes.WrongObjectType)
        {
            await scratch.CreateAsync(Create("C"), cancellation);
        }
        try
        {
            await scratch.OpenToOwnerAsync(cancellation);
            return scratch;
        }
        catch
        {
            await scratch.DropAsync();
            throw;
        }
    }

    /// <summary>Runs a learner's or a reference answer as this database's own role.</summary>
    /// <param name="statements">In order; the first that fails ends the run.</param>
    /// <param name="isReadOnly">True for a query that may change nothing.</param>
    /// <param name="limits">Time for all statements and rows for each result.</param>
    /// <param name="cancellation">Ends the run from outside.</param>
    /// <exception cref="TroubleException">The server was lost.</exception>
    public Task<ScriptRun> RunAsync(IReadOnlyList<SqlStatement> statements, bool isReadOnly, KataLimits limits, CancellationToken cancellation) =>
        new ScriptRunner(_session, () => AnswerConnectionString(isReadOnly, limits)).RunAsync(statements, limits, cancellation);

    /// <summary>A connection as this database's own role, which may write; for running answers within transactions of ours.</summary>
    internal Task<NpgsqlConnection> OpenAsAnswerAsync(KataLimits limits, CancellationToken cancellation) => Connections.OpenAsync(limits, cancellation);

    /// <summary>Runs an answer on such a connection, within the transaction that is open there.</summary>
    internal Task<ScriptRun> RunWithinAsync(
        NpgsqlConnection open, IReadOnlyList<SqlStatement> statements, KataLimits limits, CancellationToken cancellation, string? preparedFor = null, IMessageHead? head = null) =>
        new ScriptRunner(_session, () => AnswerConnectionString(isReadOnly: false, limits)).RunAsync(statements, limits, cancellation, open, preparedFor, head);

    /// <summary>What every table holds now, by table name; "schema.table" outside the schema public.</summary>
    public async Task<IReadOnlyDictionary<string, ResultTable>> ReadTablesAsync(int mostRows, CancellationToken cancellation)
    {
        await using var connection = await _session.ConnectAsync(Name, cancellation);
        return await TableReader.ReadAsync(connection, mostRows, cancellation);
    }

    public ValueTask DisposeAsync() =>
        _session.Ahead is { } ahead && _template is not null ? ahead.ReplaceAsync(this, _template) : new ValueTask(DropAsync());

    /// <summary>Drops it and its role, now.</summary>
    internal async Task DropAsync()
    {
        await Connections.DisposeAsync();
        if (_session.IsLost)
            return;
        try
        {
            await _session.Leftovers.TakeAwayAsync(Name, CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // A leftover is dropped by the next run; the verdict that was just reached must not be lost over it.
        }
    }

    private static async Task<ScratchDatabase> CopyAsync(
        PostgresSession session, Kata kata, Func<string, Task<ScratchDatabase>> copy, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var template = await session.Templates.ProvideAsync(kata, cancellation);
            try
            {
                return await copy(template);
            }
            catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.InvalidCatalogName && attempt < MostAttempts)
            {
                // Another run, in which the kata has other content, has dropped it.
                session.Templates.Forget(template);
            }
        }
    }

    private async Task OpenToOwnerAsync(CancellationToken cancellation)
    {
        await using var connection = await _session.ConnectAsync(Name, cancellation);
        await using var command = new NpgsqlCommand($"grant all on schema public to {PostgresSession.OwnerRole}", connection);
        await command.ExecuteNonQueryAsync(cancellation);
        // In no other database: whoever is a member of the role could take such a right away from it, everywhere at once (DROP OWNED).
        await _session.ExecuteAsync(cancellation, $"grant create on database {Name} to {PostgresSession.OwnerRole}");
    }

    private async Task<ScratchDatabase> CopiedAsync(CancellationToken cancellation)
    {
        await CreateAsync($"create database {Name} template {_template} strategy file_copy", cancellation);
        return this;
    }

    private async Task CreateAsync(string createDatabase, CancellationToken cancellation)
    {
        try
        {
            await _session.AsAdministratorAsync(async administrator =>
            {
                // In one message: the server commits a new database at once, whatever comes behind it.
                await using var batch = new NpgsqlBatch(administrator);
                foreach (var statement in ScratchRole.Make(_session, Name, _password, _isForTools).Prepend(createDatabase))
                    batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
                cancellation.ThrowIfCancellationRequested();
                // To its end, once it has begun: a server that gives up a CREATE DATABASE can forget to tell a DROP DATABASE beside it that it is out of its way, which then waits for many seconds.
                await batch.ExecuteNonQueryAsync(CancellationToken.None);
            }, cancellation);
            cancellation.ThrowIfCancellationRequested();
        }
        catch
        {
            // Stopped half-way: what is there already must not stay.
            await DropAsync();
            throw;
        }
    }

    private NpgsqlConnectionStringBuilder AnswerConnectionString(bool isReadOnly, KataLimits limits)
    {
        var text = _session.ConnectionString(Name);
        (text.Username, text.Password, text.IncludeErrorDetail) = (Name, _password, true);
        // Longer than the server's own limit, which gives the better message; this one is for a server that does not keep it.
        text.CommandTimeout = limits.Seconds + 2;
        text.Options = $"-c statement_timeout={limits.Seconds}s -c default_transaction_read_only={(isReadOnly ? "on" : "off")} " +
                       "-c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=postgres -c jit=off -c client_min_messages=warning";
        return text;
    }
}
