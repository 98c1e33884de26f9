namespace DbKatas.Grader.Grading;

/// <summary>A place in a text as an editor shows it: line and column count from 1.</summary>
/// <param name="Line">Number of the line.</param>
/// <param name="Column">Number of the column, in characters; a tab is one.</param>
/// <param name="LineText">The whole line, without its end.</param>
public sealed record TextPlace(int Line, int Column, string LineText)
{
    public static TextPlace Of(string text, int index)
    {
        index = Math.Clamp(index, 0, text.Length);
        var start = index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;
        var end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found;
        return new TextPlace(text.AsSpan(0, start).Count('\n') + 1, index - start + 1, text[start..end].TrimEnd('\r'));
    }
}
