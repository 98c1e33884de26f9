namespace DbKatas.Grader.Engines.Machine;

/// <summary>The end of a program's words.</summary>
internal static class TextTail
{
    public static string Of(string text, int lines) => string.Join(
        '\n',
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(lines));
}
