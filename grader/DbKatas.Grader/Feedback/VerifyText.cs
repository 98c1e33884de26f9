using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Feedback;

/// <summary>The author's view of a verified kata: a line with its score, then every fault with its place and its mend.</summary>
public static class VerifyText
{
    /// <param name="report">What was found.</param>
    /// <param name="details">True to name the slips that the visible rows miss, and why others say the same as the reference.</param>
    /// <param name="ink">How to colour.</param>
    public static string Write(KataReport report, bool details, Ink ink)
    {
        var outcome = report.IsClean ? ink.Good("clean") : ink.Bad(Shortcomings(report.Faults));
        var lines = new List<string> { $"{ink.Bold(report.Id)}{new string(' ', Math.Max(3, 48 - report.Id.Length))}{outcome}{Score(report)}" };
        // What is wrong comes before what is still to be written.
        lines.AddRange(report.Faults.OrderBy(fault => fault.IsTodo).Select(Fault));
        if (details && report.Score is { } score)
            lines.AddRange(Details(score).Select(line => "  " + VerdictText.Wrap(line).Replace("\n", "\n    ", StringComparison.Ordinal)));
        if (details && report.Score?.Domain is { } domain)
            lines.AddRange(["  The seed suggests this domain.json. Keep what is always so, strike out the rest:", .. domain.TrimEnd().Split('\n').Select(line => "    " + line)]);
        return string.Join('\n', lines);
    }

    /// <summary>The last lines below several reports.</summary>
    public static string Summary(IReadOnlyCollection<KataReport> reports)
    {
        var scores = reports.Select(report => report.Score).OfType<MutationScore>().ToList();
        var mutants = scores.Sum(score => score.Results.Count);
        var seconds = scores.Sum(score => score.Elapsed.TotalSeconds);
        var speed = seconds > 0 ? $"  ·  {mutants} slips tried, {mutants / seconds:0} a second" : "";
        return $"{Count(reports.Count, "kata")}: {reports.Count(report => report.IsClean)} clean, {reports.Count(report => !report.IsClean)} with faults{speed}";
    }

    private static string Shortcomings(IReadOnlyList<VerifyFault> faults)
    {
        var todos = faults.Count(fault => fault.IsTodo);
        string?[] parts = [todos < faults.Count ? Count(faults.Count - todos, "fault") : null, todos > 0 ? $"{Count(todos, "TODO")} left" : null];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Score(KataReport report) => report.Score is { } score
        ? $"   slips told apart: {score.Killed} of {score.Killed + score.Survivors} ({score.Percent:0} %), by the visible data alone {score.KilledByVisibleData} ({score.VisiblePercent:0} %)" +
          (score.Equivalent > 0 ? $"; {score.Equivalent} {(score.Equivalent == 1 ? "says" : "say")} the same as the reference" : "")
        : "";

    private static string Fault(VerifyFault fault)
    {
        var place = fault.Line is { } line ? $"{fault.File}, line {line}" : fault.File;
        var text = VerdictText.Wrap($"{place}: {fault.Message}").Replace("\n", "\n    ", StringComparison.Ordinal);
        return "  " + text + string.Concat((fault.Mend ?? []).SelectMany(mend => mend.Split('\n')).Select(line => "\n      " + line));
    }

    private static IEnumerable<string> Details(MutationScore score)
    {
        foreach (var result in score.Results.Where(result => result is { Fate: MutantFate.Killed, ByVisibleData: false }))
        {
            yield return $"line {result.Mutant.Place.Line}: only hidden data ({result.By}) tell it apart, as if {result.Mutant.AsIf}";
            foreach (var line in (result.SeedRows ?? []).SelectMany(statement => statement.Split('\n')))
                yield return $"    {line}";
        }
        foreach (var result in score.Results.Where(result => result.Fate == MutantFate.Equivalent))
            yield return $"line {result.Mutant.Place.Line}: says the same as the reference ({result.By}): as if {result.Mutant.AsIf}";
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
