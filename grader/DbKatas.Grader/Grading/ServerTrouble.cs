using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using Npgsql;

namespace DbKatas.Grader.Grading;

/// <summary>Trouble with PostgreSQL while the grader itself is at work there.</summary>
internal static class ServerTrouble
{
    public static bool MayBe(Exception broken) => broken is NpgsqlException or InvalidOperationException and not RulesException or IOException;

    /// <summary>What the grader itself was refused: because the server is gone or has nothing left, or for a reason that only its owner can mend.</summary>
    public static async Task<Exception> ExplainAsync(PostgresSession session, Exception broken, CancellationToken cancellation)
    {
        var state = (broken as PostgresException)?.SqlState;
        if (session.IsLost || !await session.AnswersAsync(cancellation))
            return new DisturbedException("PostgreSQL stopped answering while this answer was graded. Run again; the other answers keep their verdicts.", broken);
        if (state == PostgresErrorCodes.DiskFull)
            return new DisturbedException("The disk on which PostgreSQL keeps its data is full. Make room there, and run again.", broken);
        if (ScriptRunner.IsExhaustion(state))
            return new DisturbedException($"PostgreSQL ran out of something that all answers share: {((PostgresException)broken).MessageText}. Run again.", broken);
        return broken switch
        {
            PostgresException refused when !ScriptRunner.IsDisturbance(state) =>
                new TroubleException($"PostgreSQL refused what grading needs: {refused.MessageText.TrimEnd('.')}. The server is {session.Description}.", refused),
            NpgsqlException => new DisturbedException("The connection to PostgreSQL was ended while this answer was graded. Run again.", broken),
            _ => broken,
        };
    }
}
