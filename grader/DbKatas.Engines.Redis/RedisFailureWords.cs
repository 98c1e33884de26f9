using System.Text.RegularExpressions;
using DbKatas.Engines.Redis.Scripts;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Engines.Redis;

/// <summary>Puts refusals in plain words.</summary>
internal static partial class RedisFailureWords
{
    private static readonly string[] Waiting = ["BLPOP", "BRPOP", "BLMOVE", "BRPOPLPUSH", "BLMPOP", "BZPOPMIN", "BZPOPMAX", "BZMPOP", "XREAD", "XREADGROUP", "WAIT"];
    private static readonly string[] Scripting = ["EVAL", "EVALSHA", "EVAL_RO", "EVALSHA_RO", "FCALL", "FCALL_RO"];

    /// <param name="failure">What failed and why.</param>
    /// <param name="answerText">The whole answer.</param>
    /// <param name="limitSeconds">The time that the answer had.</param>
    /// <param name="commands">What the server knows, for a word that it does not.</param>
    public static AnswerFailure Explain(RedisFailure failure, string answerText, int limitSeconds, IReadOnlyList<string> commands) =>
        new(Sentence(failure, limitSeconds, commands), TextPlace.Of(answerText, failure.Command.Start), null, Notes(failure));

    public static AnswerFailure Explain(RedisScriptException fault, string answerText) => new(fault.Message, TextPlace.Of(answerText, fault.Position));

    /// <summary>Why the grader's own client failed, without the figures that it adds for its makers and without a full stop.</summary>
    public static string OfClient(Exception failure) => failure is TimeoutException ? "it did not answer in time" : failure.Message.Split('\n')[0].TrimEnd('.');

    private static string Sentence(RedisFailure failure, int limitSeconds, IReadOnlyList<string> commands)
    {
        var name = Printable.Text(failure.Command.Name);
        return failure.Reason switch
        {
            RefusalReason.Unsent => $"{name} {failure.Message}",
            RefusalReason.Time when Waiting.Contains(name) => $"{name} was still waiting after {limitSeconds} s. Nobody else is here to send what it waits for",
            RefusalReason.Time when Scripting.Contains(name) => $"its script was still running after {limitSeconds} s and was stopped. Does a loop in it never end?",
            RefusalReason.Time => $"it was still running after {limitSeconds} s and was stopped",
            RefusalReason.Connection => Printable.Text(failure.Message),
            _ => ServerSentence(name, ScriptPlace().Replace(Printable.Text(failure.Message), ""), commands),
        };
    }

    private static string ServerSentence(string name, string message, IReadOnlyList<string> commands) => message switch
    {
        _ when message.StartsWith("ERR unknown command", StringComparison.Ordinal) && name.EndsWith('>') =>
            $"{name.ToLowerInvariant()} is the prompt of redis-cli; begin the line with the command",
        _ when message.StartsWith("ERR unknown command", StringComparison.Ordinal) => $"Redis knows no command {name}.{Spelling.DidYouMean(name, commands)}",
        _ when message.StartsWith("ERR unknown subcommand", StringComparison.Ordinal) => $"Redis knows no such kind of {name}",
        _ when message.StartsWith("ERR wrong number of arguments", StringComparison.Ordinal) => $"{name} has too few or too many words after it",
        _ when message.StartsWith("WRONGTYPE", StringComparison.Ordinal) => $"the key holds a value of another type than {name} works on",
        _ when message.Contains("is not an integer or out of range", StringComparison.Ordinal) => $"{name} needs a whole number where there is none",
        _ when message.Contains("is not a valid float", StringComparison.Ordinal) => $"{name} needs a number where there is none",
        _ when message.StartsWith("ERR syntax error", StringComparison.Ordinal) => $"Redis could not read the words after {name}",
        _ when message.StartsWith("NOPERM", StringComparison.Ordinal) => $"an answer may not use {Forbidden(name, message)} here",
        _ when message.Contains("command not allowed.", StringComparison.Ordinal) => $"an answer may not use {name} here",
        _ when message.Contains("not allowed from script", StringComparison.Ordinal) => "its script may not use a command like that",
        _ when message.StartsWith("OOM", StringComparison.Ordinal) => "it needs more memory than an answer may have",
        _ => $"Redis says: {message}",
    };

    // Redis names a sub-command as "client|kill".
    private static string Forbidden(string name, string message) =>
        Quoted().Match(message) is { Success: true } found ? found.Groups[1].Value.Replace('|', ' ').ToUpperInvariant() : name;

    private static string[] Notes(RedisFailure failure)
    {
        if (failure.Reason != RefusalReason.Server)
            return [];
        if (failure.IsInTransaction)
            return ["EXEC ran the other commands all the same: Redis takes nothing back."];
        var isTooMany = failure.Message.StartsWith("ERR wrong number", StringComparison.Ordinal) || failure.Message.StartsWith("ERR syntax error", StringComparison.Ordinal);
        return isTooMany && failure.Command.Words.Count > 3 && !failure.Command.Text.Contains('"', StringComparison.Ordinal)
            ? ["A value with spaces in it stands between quotes: \"like this\"."]
            : [];
    }

    // Redis names the script by the hash of its text.
    [GeneratedRegex(@",?\s*script: [0-9a-f]{40}, on @?user_script:\d+\.?")]
    private static partial Regex ScriptPlace();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
