using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>What a run finds on a server when it begins.</summary>
/// <param name="IsSuperuser">True where the administrator may set what only a superuser may.</param>
/// <param name="Made">Scratch databases and roles of all runs; see <see cref="Leftovers.Names"/>.</param>
/// <param name="Templates">See <see cref="TemplateDatabases.Names"/>.</param>
internal sealed record RunStart(bool IsSuperuser, IReadOnlyList<string> Made, IReadOnlyList<string> Templates)
{
    private const string Owner = $"""
        do $$ begin
          create role {PostgresSession.OwnerRole} nologin;
        exception when duplicate_object or unique_violation then null;
        end $$
        """;

    /// <summary>Makes what all runs need, takes the run's lock and looks around: in one message, since a learner waits for each answer.</summary>
    /// <param name="connection">The administrator's; it holds the lock.</param>
    /// <param name="run">The run's number.</param>
    /// <param name="isOurs">True for a private server.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<RunStart> BeginAsync(NpgsqlConnection connection, int run, bool isOurs, CancellationToken cancellation)
    {
        string[] statements =
        [
            Owner,
            .. isOurs ? ["revoke connect, temporary on database postgres, template1 from public"] : Array.Empty<string>(),
            $"select pg_advisory_lock({PostgresSession.LockClass}, {run})::text",
            "select rolname from pg_roles where rolname = current_user and rolsuper",
            Leftovers.Names,
            TemplateDatabases.Names,
        ];
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        // The first result is the lock's.
        return new RunStart((await NextAsync(reader, cancellation)).Count == 1, await NextAsync(reader, cancellation), await NextAsync(reader, cancellation));
    }

    private static async Task<IReadOnlyList<string>> NextAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        await reader.NextResultAsync(cancellation);
        return await PostgresSession.NamesAsync(reader, cancellation);
    }
}
