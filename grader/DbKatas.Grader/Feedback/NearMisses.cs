using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Feedback;

/// <summary>Says when a column is wrong by hardly anything: by rounding, by the case of its letters, by spaces at the ends.</summary>
internal static class NearMisses
{
    /// <summary>One sentence for each column whose every different value is that near.</summary>
    public static IEnumerable<string> Notes(Difference difference)
    {
        if (difference.ActualRows != difference.ExpectedRows || difference.Columns is not null)
            return [];
        var pairs = Pairs(difference);
        return pairs is null ? [] : Enumerable.Range(0, difference.Expected.Columns.Count)
            .Select(column => (column, different: pairs.Where(pair => !ExactMeaning.Same(pair.Expected[column], pair.Actual[column])).ToList()))
            .Where(c => c.different.Count > 0)
            .Select(c => Note([.. c.different.Select(pair => (pair.Expected[c.column], pair.Actual[c.column]))]) is { } note
                ? $"{CellText.Name(difference.Expected.Columns[c.column].Name)}: {note}" : null)
            .OfType<string>();
    }

    /// <summary>Which row stands for which; null when that can't be told.</summary>
    private static List<(Value[] Expected, Value[] Actual)>? Pairs(Difference difference)
    {
        List<(Value[], Value[])> pairs = [.. difference.Changed.Select(row => (row.Expected, row.Actual))];
        if (difference.MissingRows != difference.ExtraRows)
            return null;
        var extra = difference.Extra.SelectMany(row => Enumerable.Repeat(row.Cells, row.Count)).GroupBy(Folded).ToDictionary(group => group.Key, group => new Queue<Value[]>(group));
        foreach (var row in difference.Missing.SelectMany(row => Enumerable.Repeat(row.Cells, row.Count)))
        {
            if (!extra.TryGetValue(Folded(row), out var partners) || !partners.TryDequeue(out var partner))
                return null;
            pairs.Add((row, partner));
        }
        return pairs;
    }

    private static string? Note(IReadOnlyList<(Value Expected, Value Actual)> pairs)
    {
        bool All(Func<string, string, bool> near) => pairs.All(pair =>
            pair.Expected.Kind == ValueKind.Text && pair.Actual.Kind == ValueKind.Text && near(pair.Expected.Text!, pair.Actual.Text!));
        return pairs.All(pair => pair.Expected.IsNumeric && pair.Actual.IsNumeric && IsRounded(pair.Expected, pair.Actual)) ? "your numbers differ from the expected ones only by rounding."
            : All((expected, actual) => expected.TrimEnd() == actual.TrimEnd()) ? "your texts differ from the expected ones only by spaces at the end."
            : All((expected, actual) => expected.Trim() == actual.Trim()) ? "your texts differ from the expected ones only by spaces at the ends."
            : All((expected, actual) => string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase)) ? "your texts differ from the expected ones only in capitals and small letters."
            : null;
    }

    /// <summary>True when the number with fewer decimals is the other one rounded, or cut, to as many.</summary>
    private static bool IsRounded(in Value expected, in Value actual)
    {
        if (!decimal.TryParse(expected.Text, System.Globalization.CultureInfo.InvariantCulture, out var a)
            || !decimal.TryParse(actual.Text, System.Globalization.CultureInfo.InvariantCulture, out var b))
            return false;
        var decimals = Math.Min(Decimals(a), Decimals(b));
        var (coarse, fine) = Decimals(a) == decimals ? (a, b) : (b, a);
        var unit = 1m;
        for (var i = 0; i < decimals; i++)
            unit /= 10;
        return coarse == decimal.Round(fine, decimals, MidpointRounding.AwayFromZero) || coarse == decimal.Truncate(fine / unit) * unit
            || (Math.Abs(a - b) == unit && decimals > 0);
    }

    // Zeros at the end say nothing.
    private static int Decimals(decimal number) => (number / 1.000000000000000000000000000000m).Scale;

    private static string Folded(Value[] row) => string.Join('\u0001', row.Select(cell => cell.Kind == ValueKind.Text ? cell.Text!.Trim().ToUpperInvariant() : cell.Text));
}
