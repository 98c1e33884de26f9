using DbKatas.Grader.Grading;

namespace DbKatas.Grader.Feedback;

/// <summary>Shows why an answer did not run: the sentence, the line at fault with a caret under the place, and what the engine adds.</summary>
public static class FailureText
{
    private const int WidestLine = 100;

    public static string Write(AnswerFailure failure, Ink ink)
    {
        var at = failure.Place is { } place ? $" (line{Printable.Tie}{place.Line},{Printable.Tie}column{Printable.Tie}{place.Column})" : "";
        var sentence = failure.Sentence.EndsWith('?') ? failure.Sentence + at : $"{failure.Sentence.TrimEnd('.')}{at}.";
        var lines = new List<string>(VerdictText.Wrap($"Your answer did not run: {sentence}").Split('\n'));
        if (failure.Place is not null)
            lines.AddRange(["", .. Excerpt(failure.Place, ink), ""]);
        else if (failure.Statement is { } statement)
            lines.AddRange(["", "  " + FirstLine(statement), ""]);
        foreach (var note in failure.Notes ?? [])
            lines.AddRange(VerdictText.Wrap(note).Split('\n'));
        return string.Join('\n', lines).TrimEnd();
    }

    /// <summary>A long line is cut around the place.</summary>
    private static string[] Excerpt(TextPlace place, Ink ink)
    {
        var from = place.Column <= WidestLine ? 0 : place.Column - WidestLine / 2;
        var shown = place.LineText[Math.Min(from, place.LineText.Length)..];
        var cut = shown.Length > WidestLine ? shown[..WidestLine] + " …" : shown;
        var lead = from > 0 ? "… " : "";
        var number = place.Line.ToString();
        return
        [
            $"  {ink.Faint(number + " |")} {lead}{Printable.Text(cut)}",
            $"  {new string(' ', number.Length + 2)} {new string(' ', lead.Length + place.Column - 1 - from)}{ink.Bad("^")}",
        ];
    }

    private static string FirstLine(string statement)
    {
        var line = statement.Split('\n')[0].TrimEnd('\r');
        return Printable.Text(line.Length > WidestLine ? line[..WidestLine] + " …" : line != statement ? line + " …" : line);
    }
}
