using System.Security.Cryptography;
using System.Text;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>
/// The databases that scratch databases are copied from: one a kata, named dbkatas_t_&lt;kata&gt;_&lt;content&gt; after the hash of what was
/// loaded, so that a second run finds it and a changed schema makes another. Nobody can connect to one.
/// </summary>
public sealed class TemplateDatabases
{
    /// <summary>Asks for those that are there.</summary>
    public const string Names = @"select datname from pg_database where datname ~ '^dbkatas_t_[0-9a-f]+_[0-9a-f]+$'";

    /// <summary>Part of every content hash: raise it when loading changes what a template holds.</summary>
    private const string LoaderVersion = "1";

    private readonly PostgresSession _session;
    private readonly SharedWork<string> _ready = new();

    internal TemplateDatabases(PostgresSession session) => _session = session;

    /// <summary>The template of the kata, made now if it is not there yet.</summary>
    /// <exception cref="TroubleException">The kata's schema.sql or data.sql does not load.</exception>
    public async Task<string> ProvideAsync(Kata kata, CancellationToken cancellation)
    {
        var files = SeedFiles(kata).Select(path => new SeedFile(path, ReadSeed(path))).ToList();
        var name = $"{Prefix(kata)}{Hash(string.Join('\0', files.Select(file => file.Sql)) + LoaderVersion, 16)}";
        return await _ready.DoAsync(name, token => MakeAsync(kata, files, name, token), cancellation);
    }

    /// <summary>To be called by who finds that it is not there any more.</summary>
    internal void Forget(string name) => _ready.Forget(name);

    /// <param name="names">What <see cref="Names"/> gave.</param>
    internal void Know(IEnumerable<string> names)
    {
        foreach (var name in names)
            _ready.Know(name, name);
    }

    /// <summary>The schema, unless the kata's format leaves it to the learner, and the rows that are loaded after it.</summary>
    private static IEnumerable<string> SeedFiles(Kata kata)
    {
        if (KataFormat.Of(PostgresEngine.Name, kata.Kind)?.Optional.Contains(KataFormat.SqlSchema) != true || File.Exists(kata.SchemaPath))
            yield return kata.SchemaPath;
        if (Path.Combine(kata.Folder, KataFormat.SqlData) is var data && File.Exists(data))
            yield return data;
    }

    private static string ReadSeed(string path)
    {
        try
        {
            return TextFile.Read(path);
        }
        catch (TextFileException unreadable)
        {
            throw new TroubleException($"{TextFile.Shown(path)} {unreadable.Message}", unreadable);
        }
    }

    private async Task<string> MakeAsync(Kata kata, IReadOnlyList<SeedFile> files, string name, CancellationToken cancellation)
    {
        await using var building = await ScratchDatabase.CreateEmptyAsync(_session, cancellation);
        foreach (var (path, sql) in files)
            if ((await LoadAsync(building, sql, path.EndsWith(KataFormat.SqlData, StringComparison.Ordinal), cancellation)).Failure is { } failure)
                throw new TroubleException(SeedTrouble(path, sql, failure));
        await KeepAsync(building.Name, name, cancellation);
        await DropOlderAsync(kata, name, cancellation);
        return name;
    }

    /// <summary>Loads a kata's schema or data as the owner of every kata's tables, then gathers the planner's statistics.</summary>
    /// <param name="building">The database.</param>
    /// <param name="schema">The script.</param>
    /// <param name="isLarge">True for rows by the thousand, whose plans are to be judged.</param>
    /// <param name="cancellation">Ends the loading.</param>
    private static Task<ScriptRun> LoadAsync(ScratchDatabase building, string schema, bool isLarge, CancellationToken cancellation) => building.RunAsync(
        [new($"set role {PostgresSession.OwnerRole}", 0), .. SqlScript.Split(schema), .. isLarge ? PlannerFacts.Gather(schema.Length) : [new("analyze", schema.Length)]],
        isReadOnly: false, new KataLimits(Seconds: 60), cancellation);

    /// <summary>Closes the database to everybody and keeps it under another name, unless a run beside this one was first.</summary>
    private async Task KeepAsync(string building, string name, CancellationToken cancellation)
    {
        try
        {
            await _session.ExecuteAsync(cancellation,
                $"revoke all on database {building} from {building}, {PostgresSession.OwnerRole}",
                $"alter database {building} with allow_connections false",
                $"alter database {building} rename to {name}");
        }
        catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // The other run's template has the same content: ours is dropped by who made it.
        }
    }

    private static string SeedTrouble(string path, string sql, SqlFailure failure)
    {
        var at = failure.Position ?? failure.Statement?.Start ?? 0;
        var line = sql.AsSpan(0, Math.Min(at, sql.Length)).Count('\n') + 1;
        return $"The kata itself is at fault: {TextFile.Shown(path)} does not load. PostgreSQL says of line {line}: {failure.Message}.";
    }

    /// <summary>
    /// Templates of the kata's earlier contents go, so that a teacher who edits a schema all day leaves one database. Not while another run is
    /// at work here: what is old to this one may be its own.
    /// </summary>
    private async Task DropOlderAsync(Kata kata, string current, CancellationToken cancellation)
    {
        if (!await _session.IsOnlyRunAsync(cancellation))
            return;
        foreach (var name in _ready.Names.Where(n => n.StartsWith(Prefix(kata), StringComparison.Ordinal) && n != current))
        {
            if (!_ready.Forget(name))
                continue;
            try
            {
                await _session.ExecuteAsync(cancellation, $"drop database if exists {name}");
            }
            catch (PostgresException inUse) when (inUse.SqlState is PostgresErrorCodes.ObjectInUse or PostgresErrorCodes.InsufficientPrivilege)
            {
                // Another run, with other content, is copying it this moment or owns it: its template is its own affair.
            }
        }
    }

    private static string Prefix(Kata kata) => $"dbkatas_t_{Hash(kata.Id, 10)}_";

    private static string Hash(string text, int digits) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..digits];

    private sealed record SeedFile(string Path, string Sql);
}
