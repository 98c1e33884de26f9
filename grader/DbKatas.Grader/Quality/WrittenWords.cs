using System.Text.RegularExpressions;

namespace DbKatas.Grader.Quality;

/// <summary>
/// Holds the words of a slip against what the learner wrote. A slip is one of the reference's: "FLOOR stood where the question needs
/// ROUND" says nothing to somebody who wrote no FLOOR, though the results be the same.
/// </summary>
/// <param name="written">The learner's answer.</param>
/// <param name="needed">The reference answer.</param>
internal sealed partial class WrittenWords(string written, string needed)
{
    private const string Order = "order";

    private readonly string _written = Tokens(written);
    private readonly string _needed = Tokens(needed);

    /// <returns>The slip without a way to it that is not the learner's; null where nothing is left to say.</returns>
    public Mutant? Fit(Mutant mutant)
    {
        var parts = mutant.AsIf.Split(": ", 2);
        if (parts.Length == 1)
            return Stood().Match(parts[0]) is { Success: true } stood && !IsWritten(stood.Groups[1].Value) ? null : mutant;
        if (CountsRows().IsMatch(parts[1]))
            return Count(_written, "COUNT(*)") > Count(_needed, "COUNT(*)") ? mutant : null;
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
        return Missing().Match(way) is not { Success: true } missing || !IsWritten(missing.Groups[1].Value, _needed) || IsFewer(missing.Groups[1].Value);
    }

    private bool IsWritten(string words) => IsWritten(words, _written);

    private static bool IsWritten(string words, string text) => Count(text, words) > 0;

    private bool IsFewer(string words) => Count(_written, words) < Count(_needed, words);

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
