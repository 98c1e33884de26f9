using DbKatas.Grader.Grading;

namespace DbKatas.Grader.Feedback;

/// <summary>Puts what ended a check in plain words: an assertion that did not hold, or an exception that the answer let through.</summary>
internal static class CheckFailureWords
{
    private const int MostLines = 16;
    private const int LongestMessage = 300;
    private const int WidestLine = VerdictText.Width - 4;

    /// <summary>Where Shouldly puts the sentence that an author gives with an assertion.</summary>
    private const string AuthorsSentence = "Additional Info:";

    public static IEnumerable<string> Explain(FailedCheck failed) => failed.ExceptionType switch
    {
        "Shouldly.ShouldAssertException" or "NUnit.Framework.AssertionException" or "NUnit.Framework.MultipleAssertException" => Assertion(failed),
        "System.NotImplementedException" when failed.Place is { } place => [$"Not written yet: line {place.Line} still throws NotImplementedException."],
        "System.OutOfMemoryException" => [$"Your answer ran out of memory{At(failed)}."],
        _ => Wrapped(Thrown(failed)),
    };

    private static string Thrown(FailedCheck failed)
    {
        var type = failed.ExceptionType[(failed.ExceptionType.LastIndexOfAny(['.', '+']) + 1)..];
        // The rest of a server's message repeats the statement's position and details line by line.
        var message = failed.Message.Trim().Split('\n')[0].TrimEnd('\r', ' ', '.');
        message = message.Length > LongestMessage ? message[..LongestMessage] + " …" : message;
        return $"{(failed.Place is null ? "It ended with" : "Your answer threw")} {type}: {message}{At(failed)}.";
    }

    private static string At(FailedCheck failed) => failed.Place is { } place ? $" (line{Printable.Tie}{place.Line})" : "";

    /// <summary>The author's sentence first, then what was expected and what came: in one line where it is short.</summary>
    private static IEnumerable<string> Assertion(FailedCheck failed)
    {
        var lines = failed.Message.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0).ToList();
        var at = lines.FindIndex(line => line.Trim() == AuthorsSentence);
        var sentence = at < 0 ? [] : Wrapped(string.Join(' ', lines.Skip(at + 1).Select(line => line.Trim())));
        var facts = ShouldlyText.Facts(at < 0 ? lines : lines[..at], failed.Name);
        var inOneLine = string.Join(' ', facts.Select(line => line.Trim()));
        return inOneLine.Length <= WidestLine
            ? [.. sentence, Printable.Text(inOneLine)]
            : [.. sentence, .. facts.Take(MostLines).Select(Cut), .. facts.Count > MostLines ? ["…"] : Array.Empty<string>()];
    }

    private static string[] Wrapped(string text) => VerdictText.Wrap(text).Split('\n');

    private static string Cut(string line)
    {
        line = Printable.Text(line.TrimEnd());
        return line.Length > WidestLine ? line[..WidestLine] + " …" : line;
    }
}
