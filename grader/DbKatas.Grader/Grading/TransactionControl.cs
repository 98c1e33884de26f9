using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Grading;

/// <summary>Fits scripts that begin and end transactions into one that is already open, with savepoints in the place of theirs.</summary>
internal static class TransactionControl
{
    private const string Name = "dbkatas_script";

    // CALL and DO may end transactions too; the server says so when they try.
    private static readonly string[] Alone = ["prepare", "vacuum", "call", "discard", "cluster", "reindex", "checkpoint"];

    /// <returns>The script as it runs within a transaction; null when it must have a database of its own.</returns>
    public static IReadOnlyList<SqlStatement>? Fit(IReadOnlyList<SqlStatement> script)
    {
        var fitted = new List<SqlStatement>();
        var hasCommitted = false;
        foreach (var statement in script)
        {
            var words = SqlTokens.Read(statement.Text).Take(3).Select(token => statement.Text.Substring(token.Start, token.Length).ToLowerInvariant()).ToArray();
            // After a commit, what is to be checked at a transaction's end would be checked at once: the next transaction is its own.
            if (Alone.Contains(words.FirstOrDefault()) || hasCommitted)
                return null;
            hasCommitted = words is ["commit" or "end", ..];
            fitted.AddRange(Fit(words).Select(text => new SqlStatement(text ?? statement.Text, statement.Start)));
        }
        return fitted;
    }

    /// <summary>The server's refusals of a statement because of the transaction, or of the savepoint, that it stands in.</summary>
    public static bool IsRefusal(string? sqlState) => sqlState is "25001" or "2D000" or "3B001" or "25P01";

    /// <summary>What runs in the place of a statement; null is the statement itself.</summary>
    private static string?[] Fit(string[] words) => words switch
    {
        ["begin" or "start", ..] => [$"savepoint {Name}"],
        ["commit" or "end", ..] => ["set constraints all immediate", $"release savepoint {Name}"],
        ["rollback" or "abort"] or ["rollback" or "abort", "work" or "transaction", ..] when words is not [_, _, "to"] => [$"rollback to savepoint {Name}"],
        _ => [null],
    };
}
