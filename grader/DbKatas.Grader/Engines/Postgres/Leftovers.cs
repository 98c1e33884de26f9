using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Takes scratch databases and their roles away: this run's when their answers have ended, and those of runs that ended before they could.</summary>
internal sealed class Leftovers(PostgresSession session)
{
    /// <summary>Asks for the scratch databases and roles of all runs.</summary>
    public const string Names = """
        select name from (
          select datname as name, 1 as turn from pg_database where datname ~ '^dbkatas_r\d+_\d+$'
          union all
          select rolname, 2 from pg_roles where rolname ~ '^dbkatas_r\d+_\d+$') made
        order by turn
        """;

    private const int MostAttempts = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>What runs have left that are at work no more.</summary>
    /// <param name="made">What <see cref="Names"/> gave.</param>
    /// <param name="lockHolder">The connection that holds this run's lock.</param>
    /// <param name="ownRun">This run's number.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task DropAsync(IEnumerable<string> made, NpgsqlConnection lockHolder, int ownRun, CancellationToken cancellation)
    {
        foreach (var name in made)
        {
            var run = int.Parse(name["dbkatas_r".Length..name.LastIndexOf('_')]);
            if (run == ownRun || !await IsDeadAsync(lockHolder, run, cancellation))
                continue;
            try
            {
                await TakeAwayAsync(name, cancellation);
            }
            catch (PostgresException undroppable) when (undroppable.SqlState == PostgresErrorCodes.InternalError)
            {
                // A database that was dropped in the moment in which its role was let in leaves one that PostgreSQL can't drop. It is in nobody's way.
            }
        }
    }

    /// <summary>Drops a scratch database and its role, whatever was done in it.</summary>
    public async Task TakeAwayAsync(string name, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await session.ExecuteAsync(cancellation, UntilItIsLeft(name), $"drop database if exists {name} with (force)", $"drop role if exists {name}");
                return;
            }
            catch (PostgresException inUse) when (inUse.SqlState == PostgresErrorCodes.ObjectInUse && attempt == 1)
            {
                await RollBackPreparedAsync(name, cancellation);
            }
            catch (PostgresException exhausted) when (ScriptRunner.IsExhaustion(exhausted.SqlState) && attempt < MostAttempts)
            {
                // An answer that took all there is has ended; its server process gives it back a moment later.
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    /// <summary>
    /// Waits for connections that were closed just now, and a tenth of a second at most for any other. DROP DATABASE sleeps that long whenever it
    /// comes upon a server process that has not quite ended.
    /// </summary>
    private static string UntilItIsLeft(string database) => $"""
        do $$ begin
          for round in 1..200 loop
            exit when not exists (select from pg_stat_activity where datname = '{database}');
            perform pg_sleep(0.0005), pg_stat_clear_snapshot();
          end loop;
        end $$
        """;

    /// <summary>A transaction that was prepared outlives its connection, and its database can't be dropped before it.</summary>
    private async Task RollBackPreparedAsync(string database, CancellationToken cancellation)
    {
        // Its owner or a superuser may end it, and only from within the database.
        var prepared = await session.NamesAsync(
            $"select format('set role %I; rollback prepared %L', owner, gid) from pg_prepared_xacts where database = '{database}'", cancellation);
        foreach (var statements in prepared.Select(statements => statements.Split("; ", 2)))
        {
            await using var connection = await session.ConnectAsync(database, cancellation);
            foreach (var statement in statements)
            {
                await using var command = new NpgsqlCommand(statement, connection);
                await command.ExecuteNonQueryAsync(cancellation);
            }
        }
    }

    /// <summary>A run is dead when nobody holds its lock any more.</summary>
    private static async Task<bool> IsDeadAsync(NpgsqlConnection lockHolder, int run, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"select pg_try_advisory_lock({PostgresSession.LockClass}, {run}) and pg_advisory_unlock({PostgresSession.LockClass}, {run})", lockHolder);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
