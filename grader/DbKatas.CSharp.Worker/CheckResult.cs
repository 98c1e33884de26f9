namespace DbKatas.CSharp.Worker;

/// <summary>What became of one check.</summary>
/// <param name="Name">The method's name, with its arguments if it has any.</param>
/// <param name="Passed">False for everything but success.</param>
/// <param name="ExceptionType">The full name of the exception that ended it; empty when it passed.</param>
/// <param name="Message">The exception's message.</param>
/// <param name="Line">The first line of the answer on the exception's way, from 1; 0 when the answer was not on it.</param>
public sealed record CheckResult(string Name, bool Passed, string ExceptionType, string Message, int Line)
{
    /// <summary>Longer messages are cut: a verdict is read by people.</summary>
    private const int LongestMessage = 8_000;

    public string[] ToTexts() => [Name, Passed ? "1" : "0", ExceptionType, Cut(Message), Line.ToString()];

    /// <returns>Null when the texts are none of <see cref="ToTexts"/>'s.</returns>
    public static CheckResult? From(ReadOnlySpan<string> texts) =>
        texts is [var name, var passed, var type, var message, var line] && int.TryParse(line, out var number)
            ? new CheckResult(name, passed == "1", type, message, number)
            : null;

    private static string Cut(string text) => text.Length <= LongestMessage ? text : text[..LongestMessage] + " …";
}
