using DbKatas.Grader.Grading;

namespace DbKatas.Grader.Feedback;

/// <summary>Says which of a kata's checks an answer did not pass, and why.</summary>
public static class CheckText
{
    /// <summary>More failures than this are counted: the first ones most often explain the others.</summary>
    private const int MostShown = 3;

    /// <summary>One paragraph for the count, one for each failed check; none when all passed.</summary>
    public static IEnumerable<string> Write(CheckReport report, Ink ink)
    {
        if (report.Failed.Count == 0)
            yield break;
        var total = report.Passed + report.Failed.Count;
        yield return (total, report.Failed.Count) switch
        {
            (1, _) => "The check does not pass:",
            (_, 1) => $"{report.Passed} of {total} checks pass. This one does not:",
            (_, > MostShown) => $"{report.Passed} of {total} checks pass. The first {MostShown} that do not:",
            _ => $"{report.Passed} of {total} checks pass. These do not:",
        };
        // One mistake often fails several checks in the same words.
        foreach (var alike in report.Failed.Take(MostShown).GroupBy(failed => failed with { Name = "" }))
            yield return Write([.. alike], ink);
    }

    /// <summary>A check's name as the sentence that it is: "Finds_by_name" reads "Finds by name", and a case of it "Finds by name: "O'Brien", 2".</summary>
    public static string Sentence(string name)
    {
        name = Printable.Text(name.Length > 120 ? name[..120] + "…" : name);
        var at = name.IndexOf('(');
        return at < 0 ? name.Replace('_', ' ') : $"{name[..at].Replace('_', ' ')}: {name[(at + 1)..].TrimEnd(')').Replace(",", ", ")}";
    }

    private static string Write(IReadOnlyList<FailedCheck> alike, Ink ink)
    {
        var failed = alike[0];
        var lines = new List<string>(alike.Select(check => ink.Bold(Sentence(check.Name))));
        lines.AddRange(CheckFailureWords.Explain(failed).Select(line => "  " + line));
        if (failed.Place is { } place)
            lines.AddRange(["", $"    {ink.Faint(place.Line + " |")} {Shown(place.LineText)}"]);
        return string.Join('\n', lines);
    }

    private static string Shown(string line)
    {
        line = Printable.Text(line.Trim());
        return line.Length > VerdictText.Width ? line[..VerdictText.Width] + " …" : line;
    }
}
