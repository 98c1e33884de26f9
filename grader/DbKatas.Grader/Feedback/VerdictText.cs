using DbKatas.Grader.Grading;
using DbKatas.Grader.Grading.Documents;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Feedback;

/// <summary>The learner's view of a verdict: a heading, what happened, and what to do next.</summary>
public static class VerdictText
{
    /// <summary>Widest line of running text.</summary>
    public const int Width = 100;

    /// <summary>The heading line and the body.</summary>
    public static string Write(Verdict verdict, Ink ink) => Body(verdict, ink) is { Length: > 0 } body ? $"{Heading(verdict, ink)}\n\n{body}" : Heading(verdict, ink);

    /// <summary>One line: the kata's id, its title and the outcome at the right.</summary>
    public static string Heading(Verdict verdict, Ink ink)
    {
        var name = verdict.Kata is { } kata ? $"{kata.Id}  {Printable.Text(kata.Title)}" : verdict.Id;
        return $"{ink.Bold(name)}{new string(' ', Math.Max(3, 64 - name.Length))}{OutcomeWords(verdict, ink)}";
    }

    /// <summary>What happened and what to do next, indented by two; empty for a right answer without remarks.</summary>
    public static string Body(Verdict verdict, Ink ink)
    {
        var parts = new List<string>();
        if (verdict.Sentence is { } sentence)
            parts.Add(Wrap(sentence));
        if (verdict.Failure is { } failure)
            parts.Add(FailureText.Write(failure, ink));
        if (verdict.Checks is { } checks)
            parts.AddRange(CheckText.Write(checks, ink));
        parts.AddRange(verdict.Differences.Select(difference => Difference(difference, ink)));
        parts.AddRange(verdict.Findings.Select(finding => FindingText.Write(finding, ink)));
        parts.AddRange(KeyDifferenceText.Of(verdict.Keys, ink));
        if (verdict.Differences.Count > 0)
            parts.AddRange(LikelyMistake(verdict));
        if (verdict.Counterexample is { } example && CounterexampleText.IsWorthShowing(example))
            parts.Add(CounterexampleText.Of(example, verdict.Differences.Count > 0, ink));
        // Where the visible data show nothing wrong, the example is what says that something is.
        if (verdict.Differences.Count == 0)
            parts.AddRange(LikelyMistake(verdict));
        if (verdict.Fragile is { } fragile)
            parts.Add(CounterexampleText.Fragile(fragile, ink));
        if (verdict.LacksOrder)
            parts.Add(Wrap(Unordered));
        parts.AddRange(verdict.Remarks.Select(remark => Wrap(remark)));
        if (verdict is { ServerNote: { } note, Outcome: Outcome.NotYet or Outcome.DidNotRun })
            parts.Add(Wrap($"Note: {note}"));
        if (NextStep(verdict) is { } next)
            parts.Add(next);
        return string.Join("\n\n", parts.Select(Indent));
    }

    /// <summary>The smallest data alone on which the answer goes wrong, ready to paste, indented by two; null when there are none.</summary>
    public static string? Counterexample(Verdict verdict) => verdict.Counterexample switch
    {
        RowCounterexample rows => Indent(string.Join('\n', InsertText.Statements(rows.Trial.Dataset))),
        DocumentCounterexample documents => Indent(string.Join('\n', SeedLines.Of(documents.Trial.Dataset.Collections))),
        _ => null,
    };

    private static IEnumerable<string> LikelyMistake(Verdict verdict) =>
        verdict.LikelyMistake is { } mistake ? [Wrap($"Likely mistake: {char.ToLowerInvariant(mistake[0])}{mistake[1..]}")] : [];

    private static string OutcomeWords(Verdict verdict, Ink ink) =>
        verdict is { Fragile: null, LacksOrder: false } ? OutcomeWords(verdict.Outcome, ink) : $"{ink.Good("right")}{ink.Mark(", but fragile")}";

    public static string OutcomeWords(Outcome outcome, Ink ink) => outcome switch
    {
        Outcome.Right => ink.Good("right"),
        Outcome.NotYet => ink.Mark("not yet"),
        Outcome.DidNotRun => ink.Bad("did not run"),
        Outcome.Trouble => ink.Bad("trouble (not your answer's fault)"),
        Outcome.NotStarted => ink.Faint("not started"),
        Outcome.NeedsServer => ink.Mark("needs a server"),
        _ => outcome.Name(),
    };

    private static string Difference(TableDifference found, Ink ink) => found.Fault switch
    {
        _ when found.Documents is { } documents => DocumentDifferenceText.Of(documents, ink, found.Table),
        TableFault.Missing => DifferenceText.MissingTable(found.Table!),
        TableFault.Extra => DifferenceText.ExtraTable(found.Table!),
        _ => DifferenceText.Of(found.Difference!, ink, new DifferenceWording(found.Table, found.Table is null ? "on the data you see" : null)),
    };

    private static string? NextStep(Verdict verdict) => verdict.Outcome switch
    {
        Outcome.NotYet or Outcome.DidNotRun when verdict.AnswerPath is { } path =>
            $"Next: change {TextFile.Shown(path)} and save, or ask for a hint: {KataCall.Of("hint", verdict.Id)}",
        Outcome.NotStarted when verdict.Kata is { } kata => $"The question: {TextFile.Shown(kata.PromptPath)}",
        _ => null,
    };

    /// <summary>What is worth knowing and decides nothing, each as one plain text.</summary>
    internal static IEnumerable<string> Remarks(Verdict verdict) =>
        [
            .. verdict.Fragile is { } fragile ? [CounterexampleText.Fragile(fragile, Ink.Plain)] : Array.Empty<string>(),
            .. verdict.LacksOrder ? [Unordered] : Array.Empty<string>(),
            .. verdict.Remarks,
        ];

    private const string Unordered =
        "Your answer has no ORDER BY at its end. The rows came in the right order all the same, but nothing makes the server keep to it: say how to sort.";

    /// <summary>Breaks running text at <see cref="Width"/>, keeping the breaks that it has.</summary>
    internal static string Wrap(string text) => string.Join('\n', text.Split('\n').Select(WrapLine));

    private static string WrapLine(string text)
    {
        // A line that is laid out already, as a list of commands is, stays as it is.
        if (text.Contains("  ", StringComparison.Ordinal))
            return text;
        var lines = new List<string> { "" };
        foreach (var word in Printable.Text(text).Split(' '))
            if (lines[^1].Length == 0)
                lines[^1] = word;
            else if (lines[^1].Length + 1 + word.Length <= Width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        return string.Join('\n', lines).Replace(Printable.Tie, ' ');
    }

    private static string Indent(string text) => string.Join('\n', text.Split('\n').Select(line => line.Length > 0 ? "  " + line : line));
}
