using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;

namespace DbKatas.Cli;

/// <summary>Several verdicts for a person: what needs attention in full, the rest in a line, a count at the end.</summary>
internal static class VerdictReport
{
    /// <param name="verdicts">In the order to print.</param>
    /// <param name="namedOnes">True when the learner asked for these by name: then an untouched one is told too.</param>
    /// <param name="ink">How to colour.</param>
    public static string Write(IReadOnlyList<Verdict> verdicts, bool namedOnes, Ink ink)
    {
        var parts = verdicts.Where(v => namedOnes || v.Outcome != Outcome.NotStarted).Select(v => VerdictText.Write(v, ink)).ToList();
        var tellsAll = verdicts.Count == 1 && namedOnes;
        if (!tellsAll)
            parts.Add(Summary(verdicts, ink));
        // Right answers make a list; whatever has a body stands apart.
        return string.Join("\n", parts.Select((part, i) => part.Contains('\n') && i < parts.Count - 1 ? part + "\n" : part));
    }

    private static string Summary(IReadOnlyList<Verdict> verdicts, Ink ink)
    {
        var counts = verdicts.GroupBy(v => v.Outcome).OrderBy(g => g.Key).Select(g => $"{g.Count()} {VerdictText.OutcomeWords(g.Key, ink)}");
        var servers = verdicts.Select(v => v.GradedBy).OfType<string>().Distinct().Order().ToList();
        var by = servers.Count > 0 ? $"  ·  graded by {string.Join(", ", servers)}" : "";
        var notes = string.Concat(verdicts.Select(v => v.ServerNote).OfType<string>().Distinct().Select(note => $"\nNote: {note}"));
        return $"\n{verdicts.Count} {(verdicts.Count == 1 ? "kata" : "katas")}: {string.Join(", ", counts)}{by}{notes}";
    }
}
