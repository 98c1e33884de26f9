using System.Text.RegularExpressions;

namespace DbKatas.Grader.Quality;

/// <summary>
/// Holds the words of a slip against what the learner wrote. A slip is one of the reference's: "FLOOR stood where the question needs
/// ROUND" says nothing to somebody who wrote no FLOOR, though the results be the same.
/// </summary>
/// <param name="written">The learner's answer.</param>
/// <param name="needed">How often the reference answer says these words.</param>
internal sealed partial class WrittenWords(string written, Func<string, int> needed)
{
    private const string Order = "order";
    private const string AllRows = "COUNT(*)";

    private readonly string _written = Tokens(written);

    /// <summary>The words whose number in the reference decides on one of these slips, each once.</summary>
    public static IReadOnlyList<string> Asked(IEnumerable<Mutant> mutants) =>
        [.. mutants.Select(mutant => mutant.AsIf.Split(": ", 2)).Where(parts => parts.Length > 1).Select(parts => Asked(parts[1])).OfType<string>().Distinct()];

    /// <summary>How often a text says these words.</summary>
    public static int CountIn(string text, string words) => Count(Tokens(text), words);

    /// <returns>The slip without a way to it that is not the learner's; null where nothing is left to say.</returns>
    public Mutant? Fit(Mutant mutant)
    {
        var parts = mutant.AsIf.Split(": ", 2);
        if (parts.Length == 1)
            return Stood().Match(parts[0]) is { Success: true } stood && !IsWritten(stood.Groups[1].Value) ? null : mutant;
        if (CountsRows().IsMatch(parts[1]))
            return Count(_written, AllRows) > needed(AllRows) ? mutant : null;
        if (IsLearners(parts[1]))
            return mutant;
        // Sorted the other way, by something else: the effect is the way.
        return mutant.Operator.StartsWith(Order, StringComparison.Ordinal) ? null : mutant with { AsIf = parts[0] };
    }

    private bool IsLearners(string way)
    {
        if (Swapped().Match(way) is { Success: true } swapped)
            // Every JOIN is an INNER one that is not called otherwise.
            return swapped.Groups[1].Value == "INNER JOIN" ? IsFewer(swapped.Groups[2].Value) : IsWritten(swapped.Groups[1].Value);
        return Missing().Match(way) is not { Success: true } missing || needed(missing.Groups[1].Value) == 0 || IsFewer(missing.Groups[1].Value);
    }

    private static string? Asked(string way) =>
        CountsRows().IsMatch(way) ? AllRows
        : Swapped().Match(way) is { Success: true } swapped ? swapped.Groups[2].Value
        : Missing().Match(way) is { Success: true } missing ? missing.Groups[1].Value
        : null;

    private bool IsWritten(string words) => Count(_written, words) > 0;

    private bool IsFewer(string words) => Count(_written, words) < needed(words);

    private static int Count(string text, string words) => Regex.Count(text, Regex.Escape(Tokens(words)), RegexOptions.CultureInvariant);

    /// <summary>Without comments, in small letters, one blank between any two tokens.</summary>
    private static string Tokens(string text) =>
        $" {string.Join(' ', Token().Matches(Comment().Replace(text, " ").ToLowerInvariant()).Select(token => token.Value).Where(token => token != "outer"))} ";

    [GeneratedRegex(@"^([$A-Z][$\w]*|-?\d+(?:\.\d+)?) stood where the question needs ")]
    private static partial Regex Stood();

    [GeneratedRegex(@"^(?:an? )?(\$?[A-Za-z]+(?: JOIN)?|[A-Z]+(?: [A-Z]+)+) where the question needs (?:an? )?([^,]+)$")]
    private static partial Regex Swapped();

    [GeneratedRegex(@"^(?:an? )?([$A-Za-z][\w]*(?: [A-Z]+)?) is missing$")]
    private static partial Regex Missing();

    [GeneratedRegex(@"^COUNT\(\*\) counts ")]
    private static partial Regex CountsRows();

    [GeneratedRegex(@"--[^\n]*|//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\$?\w+|[^\s\w]")]
    private static partial Regex Token();
}
