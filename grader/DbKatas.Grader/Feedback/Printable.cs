namespace DbKatas.Grader.Feedback;

/// <summary>Prose from a file or a server as a terminal may safely show it. Data, in which every character counts, is for VisibleText.</summary>
public static class Printable
{
    /// <summary>A space at which no line may break; printed as an ordinary one.</summary>
    internal const char Tie = '\u00A0';

    /// <summary>One line with every control character, escape sequences above all, replaced by a sign.</summary>
    public static string Text(string text) => string.Concat(text.Select(c => c is '\t' or '\n' ? ' ' : char.IsControl(c) ? '\uFFFD' : c));
}
