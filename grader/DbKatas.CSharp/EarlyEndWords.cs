using System.Text.RegularExpressions;
using DbKatas.Grader.Feedback;

namespace DbKatas.CSharp;

/// <summary>Says why an answer's program did not live to see the end of its checks.</summary>
internal static partial class EarlyEndWords
{
    private const string RuntimesLastWords = "Process terminated.";

    public static string Explain(WorkerRun run, int seconds) => run.End switch
    {
        WorkerEnd.TimedOut =>
            $"Your answer was still running{During(run)} after {seconds} s, and was stopped. Does a loop never end, or does it wait for something that never comes?",
        WorkerEnd.TooLarge => $"Your answer took more than 1 GB of memory{During(run)}, and was stopped.",
        WorkerEnd.Ended when run.Crash is { } crash =>
            $"Your answer's program was ended{During(run)} by an exception in a place where nobody can catch it, such as a method that is async void or a " +
            $"thread of its own: {Thrown(crash.ExceptionType, crash.Message)}{(crash.Line > 0 ? $" (line {crash.Line})" : "")}.",
        WorkerEnd.Ended when run.Errors.StartsWith("Stack overflow.", StringComparison.Ordinal) =>
            $"Your answer overflowed the stack{During(run)}: {Recursion(run.Errors)} calls itself again and again and never comes to an end.",
        WorkerEnd.Ended when run.Errors.StartsWith("Out of memory.", StringComparison.Ordinal) =>
            $"Your answer ran out of memory{During(run)}: it may use {WorkerProcess.MostHeapMegabytes} MB.",
        WorkerEnd.Ended when run.Errors.StartsWith(RuntimesLastWords, StringComparison.Ordinal) =>
            $"Your answer ended the whole program{During(run)} by Environment.FailFast{LastWords(run.Errors)}. Throw an exception instead.",
        WorkerEnd.Ended =>
            $"Your answer ended the whole program{During(run)} (exit code {run.ExitCode}), and the checks with it. Return from the method, or throw an exception.",
        _ => $"Your answer closed the line over which the checks report{During(run)}, so there is no result to read.",
    };

    private static string During(WorkerRun run) => run.Current is { } check ? $" in the check \"{CheckText.Sentence(check)}\"" : "";

    private static string Thrown(string type, string message) =>
        $"{type[(type.LastIndexOfAny(['.', '+']) + 1)..]}: {Printable.Text(message.Split('\n')[0].TrimEnd('.', '\r'))}";

    /// <summary>The runtime prints the frames that repeat, innermost first: "   at Shop.Finder.Find(System.String)".</summary>
    private static string Recursion(string errors)
    {
        var frames = Frame().Matches(errors).Select(match => match.Groups["name"].Value).Where(name => !name.StartsWith("System.", StringComparison.Ordinal));
        return frames.FirstOrDefault() is { } frame ? Printable.Text(frame[(frame.LastIndexOf('.') + 1)..]) : "a method";
    }

    private static string LastWords(string errors)
    {
        var words = errors[RuntimesLastWords.Length..].Trim().Split('\n')[0].TrimEnd('\r', '.');
        return words.Length > 0 && !words.StartsWith("   at", StringComparison.Ordinal) && !words.StartsWith("at ", StringComparison.Ordinal)
            ? $" (\"{Printable.Text(words)}\")"
            : "";
    }

    [GeneratedRegex(@"^\s+at (?<name>[\w.+<>`|]+)\(", RegexOptions.Multiline)]
    private static partial Regex Frame();
}
