using DbKatas.Grader.Grading.Probes;
using Npgsql;

namespace DbKatas.Grader.Feedback;

/// <summary>A probe that came out otherwise than it should: the sentence, the statements that were tried, and what the server said.</summary>
internal static class ProbeText
{
    private const int MostLines = 12;

    public static string Write(ProbeFinding finding, Ink ink)
    {
        List<string> lines = [VerdictText.Wrap(Sentence(finding)), "", .. Statements(finding, ink)];
        if (Said(finding) is { } said)
            lines.AddRange(["", VerdictText.Wrap(said)]);
        return string.Join('\n', lines);
    }

    private static string Sentence(ProbeFinding finding)
    {
        var (probe, failure) = (finding.Probe, finding.Failure);
        var reason = Printable.Text(probe.Reason);
        return probe.Sort switch
        {
            ProbeSort.Given => $"Your schema refuses what every probe starts from: {reason}. So nothing more could be tried.",
            ProbeSort.Accept => $"Your schema refuses {reason}; it must be accepted.",
            ProbeSort.Holds when failure is null => $"This must hold with your schema, and does not: {reason}.",
            ProbeSort.Holds => $"This must hold with your schema: {reason}. The query that asks did not run.",
            _ when failure is null => $"Your schema accepts {reason}; it must be refused.",
            _ when probe.Wants(failure.SqlState) => $"Your schema refuses {reason}, but too early: a statement before the last one has to be accepted.",
            _ => $"Your schema refuses {reason}, but not for that reason: it should be {SqlStateWords.Of(probe.States)}.",
        };
    }

    private static IEnumerable<string> Statements(ProbeFinding finding, Ink ink)
    {
        var refused = finding.Failure?.Statement;
        var lines = finding.Probe.Statements.SelectMany(statement =>
            (statement.Text + ";").Split('\n').Select((line, i) => (Line: line.TrimEnd('\r'), Marker: i == 0 && statement == refused ? "> " : "  "))).ToList();
        foreach (var (line, marker) in lines.Take(MostLines))
            yield return "  " + ink.Bad(marker) + Shown(line);
        if (lines.Count > MostLines)
            yield return $"    {ink.Faint($"({lines.Count - MostLines} more lines)")}";
    }

    private static string Shown(string line) => Printable.Text(line.Length > 110 ? line[..110] + " …" : line);

    private static string? Said(ProbeFinding finding)
    {
        if (finding.Failure is not { } failure)
            return null;
        var code = failure.SqlState is { } state ? $" ({state})" : "";
        return failure.SqlState switch
        {
            null => $"Instead {Printable.Text(failure.Message)}.",
            PostgresErrorCodes.QueryCanceled => "It was still running when the time was up, and was stopped. The probes after it were not tried.",
            _ => $"PostgreSQL says{code}: {Printable.Text(failure.Message)}.",
        };
    }
}
