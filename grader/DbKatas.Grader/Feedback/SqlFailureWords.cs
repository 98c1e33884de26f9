using System.Text.RegularExpressions;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using Npgsql;

namespace DbKatas.Grader.Feedback;

/// <summary>Puts PostgreSQL's refusals in plain words.</summary>
public static partial class SqlFailureWords
{
    /// <param name="failure">What the server said, with a position in the answer's text.</param>
    /// <param name="answerText">The whole answer.</param>
    /// <param name="limitSeconds">The time that the answer had.</param>
    public static AnswerFailure Explain(SqlFailure failure, string answerText, int limitSeconds)
    {
        var notes = new List<string>();
        if (failure.Detail is { } detail)
            notes.Add($"PostgreSQL adds: {Printable.Text(detail)}");
        if (failure.Hint is { } hint)
            notes.Add($"PostgreSQL's hint: {Printable.Text(hint)}");
        return new AnswerFailure(
            Sentence(failure, limitSeconds),
            failure.Position is { } position ? TextPlace.Of(answerText, position) : null,
            failure.SqlState is null ? null : failure.Statement?.Text,
            notes);
    }

    /// <summary>In plain words where a learner meets the error often; the server's own words for the rest.</summary>
    private static string Sentence(SqlFailure failure, int limitSeconds)
    {
        var message = Printable.Text(failure.Message);
        var names = Quoted().Matches(message).Select(m => m.Groups[1].Value).ToArray();
        var name = names.FirstOrDefault();
        return failure.SqlState switch
        {
            null => message,
            PostgresErrorCodes.UndefinedColumn => $"PostgreSQL found no column \"{Column().Match(message).Groups[1].Value.Trim('"')}\"",
            PostgresErrorCodes.UndefinedTable when message.StartsWith("missing FROM", StringComparison.Ordinal) =>
                $"\"{name}\" is used, but it does not stand in the FROM clause",
            PostgresErrorCodes.UndefinedTable when name is not null => $"PostgreSQL found no table \"{name}\"",
            PostgresErrorCodes.SyntaxError => Syntax(message, name),
            PostgresErrorCodes.GroupingError when message.Contains("must appear in the GROUP BY", StringComparison.Ordinal) =>
                $"the column \"{name}\" is neither in GROUP BY nor inside an aggregate such as sum() or count()",
            PostgresErrorCodes.AmbiguousColumn => $"more than one table here has a column \"{name}\": say which, as in table.{name}",
            PostgresErrorCodes.DivisionByZero => "it divides by zero on this data",
            PostgresErrorCodes.CardinalityViolation when message.StartsWith("more than one row", StringComparison.Ordinal) =>
                "a subquery that must give a single value gave several rows",
            PostgresErrorCodes.ReadOnlySqlTransaction => "this kata asks for a query, which may read the tables but not change them",
            PostgresErrorCodes.NotNullViolation when names.Length > 1 => $"the column \"{name}\" of \"{names[1]}\" may not be NULL",
            PostgresErrorCodes.UniqueViolation => $"a row with this key is there already (rule \"{name}\")",
            PostgresErrorCodes.ForeignKeyViolation when names.Length > 1 => $"a row points to one that is not there, or is still pointed to (rule \"{names[1]}\")",
            PostgresErrorCodes.CheckViolation when names.Length > 1 => $"the rule \"{names[1]}\" of table \"{name}\" refuses the row",
            PostgresErrorCodes.QueryCanceled when message.Contains("user request", StringComparison.Ordinal) => "it cancelled itself, so nothing came back",
            PostgresErrorCodes.ConfigurationLimitExceeded => "its temporary files grew beyond all bounds. Is a join condition missing, or are too many rows sorted?",
            PostgresErrorCodes.OutOfMemory when message == "out of memory" => "it needs more memory than an answer may have",
            PostgresErrorCodes.OutOfMemory => $"it takes more locks than the server has. PostgreSQL says: {message}",
            PostgresErrorCodes.DiskFull => "it fills the disk of the server",
            PostgresErrorCodes.QueryCanceled => $"it was still running after {limitSeconds} s and was stopped. Is a join condition missing, or does a recursion never end?",
            PostgresErrorCodes.InsufficientPrivilege => $"an answer may not do this here. PostgreSQL says: {message}",
            PostgresErrorCodes.UndefinedFunction when message.StartsWith("function ", StringComparison.Ordinal) =>
                $"PostgreSQL has no {message.Replace(" does not exist", "", StringComparison.Ordinal)}",
            PostgresErrorCodes.DatatypeMismatch or PostgresErrorCodes.UndefinedFunction => $"the types do not fit. PostgreSQL says: {message}",
            _ => $"PostgreSQL says: {message}",
        };
    }

    private static string Syntax(string message, string? name) =>
        message.Contains("at end of input", StringComparison.Ordinal) ? "it stops too early, and something is missing at its end"
        : name == "\\" ? "commands that begin with \\ belong to psql; the kata wants SQL alone"
        : message.StartsWith("syntax error", StringComparison.Ordinal) && name is not null ? $"PostgreSQL could not read it at \"{name}\""
        : $"PostgreSQL could not read it: {message}";

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"column (.+?) (of relation .+ )?does not exist")]
    private static partial Regex Column();
}
