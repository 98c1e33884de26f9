using System.Data;
using System.Diagnostics;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>What became of a script.</summary>
/// <param name="Result">The last result that a statement returned; null when none returned rows, or after a failure.</param>
/// <param name="Failure">Why it did not run to its end; null when it did.</param>
/// <param name="LeftTransactionOpen">True when it began a transaction and never ended it, so that the server threw the work away.</param>
public sealed record ScriptRun(ResultTable? Result, SqlFailure? Failure = null, bool LeftTransactionOpen = false);

/// <summary>Runs statements one by one on a connection of their own, as psql would.</summary>
/// <param name="session">The server.</param>
/// <param name="connectionString">Asked for a connection of their own: to put the text together takes as long as many a query.</param>
internal sealed class ScriptRunner(PostgresSession session, Func<NpgsqlConnectionStringBuilder> connectionString)
{
    /// <param name="statements">In order; the first that fails ends the run.</param>
    /// <param name="limits">Time for all statements and rows for each result.</param>
    /// <param name="cancellation">Ends the run from outside.</param>
    /// <param name="within">A connection whose open transaction they belong to; null for a connection of their own.</param>
    /// <param name="preparedFor">Non-null to have the server keep their plans on that connection, for the next run with the same words here.</param>
    /// <param name="head">For a single statement that is prepared: what goes before it in the same message.</param>
    /// <returns>Where the server refuses something of the head, a failure without a statement.</returns>
    public async Task<ScriptRun> RunAsync(
        IReadOnlyList<SqlStatement> statements, KataLimits limits, CancellationToken cancellation, NpgsqlConnection? within = null, string? preparedFor = null,
        IMessageHead? head = null)
    {
        var clock = Stopwatch.StartNew();
        ResultTable? result = null;
        SqlStatement? current = null;
        try
        {
            await using var own = within is null ? await PostgresConnections.OpenAsync(connectionString(), cancellation) : null;
            var connection = within ?? own!;
            foreach (var statement in statements)
            {
                current = statement;
                if (clock.Elapsed.TotalSeconds > limits.Seconds)
                    return new ScriptRun(null, TimedOut(current));
                result = await ExecuteAsync(connection, statement, limits, preparedFor, head, cancellation) ?? result;
            }
            var isOpen = within is null && statements.Count > 1 && await IsInTransactionAsync(connection, cancellation);
            return new ScriptRun(result, LeftTransactionOpen: isOpen);
        }
        catch (ResultTooLargeException tooLarge)
        {
            return new ScriptRun(null, new SqlFailure(null, tooLarge.Message.Replace("it is", "its result is", StringComparison.Ordinal), null, null, null, current));
        }
        catch (PostgresException shared) when (IsExhaustion(shared.SqlState) && !session.IsAlone)
        {
            throw new DisturbedException($"PostgreSQL ran out of something that all answers share: {shared.MessageText}. Run again.", shared);
        }
        catch (PostgresException refused) when (!MayMeanLoss(refused.SqlState))
        {
            var isOfHead = refused.BatchCommand is NpgsqlBatchCommand of && head?.Commands.Contains(of) == true;
            return new ScriptRun(null, Failure(refused, isOfHead ? null : current));
        }
        catch (NpgsqlException timeout) when (timeout.InnerException is TimeoutException && clock.Elapsed.TotalSeconds >= limits.Seconds)
        {
            return new ScriptRun(null, TimedOut(current));
        }
        catch (NpgsqlException lost)
        {
            return new ScriptRun(null, await ExplainLossAsync(lost, current, cancellation));
        }
    }

    private static async Task<ResultTable?> ExecuteAsync(
        NpgsqlConnection connection, SqlStatement statement, KataLimits limits, string? preparedFor, IMessageHead? head, CancellationToken cancellation)
    {
        // Npgsql asks the server only the first time, and knows the statement by its text from then on. So what else it was planned for stands in a comment.
        var text = string.IsNullOrEmpty(preparedFor) ? statement.Text : $"{statement.Text}\n-- {preparedFor}";
        if (head is not null)
            return await ExecuteAsync(connection, text, limits, head, cancellation);
        await using var command = new NpgsqlCommand(text, connection) { AllResultTypesAreUnknown = true };
        if (preparedFor is not null)
            await command.PrepareAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        return await ReadAsync(reader, command.Cancel, limits, cancellation);
    }

    private static async Task<ResultTable?> ExecuteAsync(NpgsqlConnection connection, string text, KataLimits limits, IMessageHead head, CancellationToken cancellation)
    {
        await using var batch = TextBatch.Of(connection, head.Commands.Append(new NpgsqlBatchCommand(text)));
        await batch.PrepareAsync(cancellation);
        await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        await head.ReadAsync(reader, cancellation);
        return await ReadAsync(reader, batch.Cancel, limits, cancellation);
    }

    private static async Task<ResultTable?> ReadAsync(NpgsqlDataReader reader, Action cancel, KataLimits limits, CancellationToken cancellation)
    {
        try
        {
            var table = await ResultReader.ReadAsync(reader, limits.Rows, cancellation);
            if (table is { Truncated: true })
                cancel();
            return table;
        }
        catch (ResultTooLargeException)
        {
            cancel();
            throw;
        }
    }

    /// <summary>SAVEPOINT is refused outside a transaction and changes nothing that outlives this connection.</summary>
    private static async Task<bool> IsInTransactionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        try
        {
            await using var command = new NpgsqlCommand("savepoint dbkatas_end", connection);
            await command.ExecuteNonQueryAsync(cancellation);
            return true;
        }
        catch (PostgresException none) when (none.SqlState == PostgresErrorCodes.NoActiveSqlTransaction)
        {
            return false;
        }
        catch (PostgresException aborted) when (aborted.SqlState == PostgresErrorCodes.InFailedSqlTransaction)
        {
            return true;
        }
    }

    /// <summary>Of what all sessions share: disk, memory, locks, connections. Another answer may have taken it.</summary>
    internal static bool IsExhaustion(string? sqlState) =>
        sqlState is PostgresErrorCodes.InsufficientResources or PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.TooManyConnections;

    /// <summary>What says nothing of the statement that it befell.</summary>
    internal static bool IsDisturbance(string? sqlState) => IsExhaustion(sqlState) || (sqlState is not null && MayMeanLoss(sqlState));

    /// <summary>Class 57P: the server, or this one connection, is being shut down.</summary>
    private static bool MayMeanLoss(string sqlState) => sqlState.StartsWith("57P", StringComparison.Ordinal);

    private async Task<SqlFailure> ExplainLossAsync(NpgsqlException lost, SqlStatement? statement, CancellationToken cancellation)
    {
        if (!await session.AnswersAsync(cancellation))
            throw new DisturbedException("PostgreSQL stopped answering while this answer ran. Run again; the other answers keep their verdicts.", lost);
        if (!session.IsAlone)
            throw new DisturbedException("This answer's connection to PostgreSQL was ended while it ran. Run again.", lost);
        return new SqlFailure(null, "it ended its own connection to the database, so nothing came back", null, null, null, statement);
    }

    private static SqlFailure TimedOut(SqlStatement? statement) =>
        new(PostgresErrorCodes.QueryCanceled, "canceling statement due to statement timeout", null, null, null, statement);

    private static SqlFailure Failure(PostgresException refused, SqlStatement? statement)
    {
        // The server counts characters from 1; a .NET string counts UTF-16 units.
        int? position = refused.Position > 0 && statement is not null ? statement.Start + UnitsBefore(statement.Text, refused.Position - 1) : null;
        return new SqlFailure(refused.SqlState, refused.MessageText, refused.Detail, refused.Hint, position, statement);
    }

    private static int UnitsBefore(string text, int characters)
    {
        var units = 0;
        for (; characters > 0 && units < text.Length; characters--)
            units += char.IsHighSurrogate(text[units]) ? 2 : 1;
        return units;
    }
}
