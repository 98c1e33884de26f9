using System.Globalization;
using DbKatas.Grader.Data;

namespace DbKatas.Grader.Quality;

/// <summary>Makes the rows of a dataset fit beside the seed's.</summary>
internal static class RowKeys
{
    /// <summary>The same rows, with numbers as keys that follow the seed's; what points to them follows.</summary>
    public static Dataset Renumbered(Dataset added, Dataset seed)
    {
        var shifts = new Dictionary<(int Table, int Column), long>();
        for (var place = 0; place < added.Tables.Count; place++)
            foreach (var column in OwnKey(added.Tables[place].Table))
                shifts[(place, column)] = Shift(added.Tables[place].Rows, seed.Tables[place].Rows, column);
        return added with { Tables = [.. added.Tables.Select((rows, place) => rows with { Rows = [.. rows.Rows.Select(row => Shifted(row, rows.Table, place, shifts))] })] };
    }

    /// <summary>Only the rows whose primary key the seed does not have.</summary>
    public static Dataset Unknown(Dataset added, Dataset seed) => added with
    {
        Tables = [.. added.Tables.Select((rows, place) => rows with { Rows = [.. rows.Rows.Where(row => !IsIn(seed.Tables[place], row))] })],
    };

    private static bool IsIn(TableRows seed, string?[] row)
    {
        var keys = seed.Table.Keys.Count > 0 ? seed.Table.Keys : [[.. Enumerable.Range(0, row.Length)]];
        return seed.Rows.Any(known => keys.Any(key => key.All(column => known[column] == row[column] && row[column] is not null)));
    }

    /// <summary>The columns of the primary key that hold numbers and point to no other table.</summary>
    private static IEnumerable<int> OwnKey(TableShape table) => table.Keys.Count == 0 ? [] : table.Keys[0].Where(column =>
        table.Columns[column].Sort == ColumnSort.Integer && !table.ForeignKeys.Any(key => key.Columns.Contains(column)));

    private static long Shift(IReadOnlyList<string?[]> added, IReadOnlyList<string?[]> seed, int column)
    {
        var (ours, theirs) = (Numbers(added, column), Numbers(seed, column));
        return ours.Count == 0 || theirs.Count == 0 || !ours.Intersect(theirs).Any() ? 0 : theirs.Max() + 1 - ours.Min();
    }

    private static List<long> Numbers(IReadOnlyList<string?[]> rows, int column) =>
        [.. rows.Select(row => row[column]).OfType<string>().Select(text => long.Parse(text, CultureInfo.InvariantCulture))];

    private static string?[] Shifted(string?[] row, TableShape table, int place, Dictionary<(int, int), long> shifts)
    {
        var cells = row.ToArray();
        for (var column = 0; column < cells.Length; column++)
            if (cells[column] is { } text && (shifts.TryGetValue((place, column), out var shift) || Followed(table, column, shifts, out shift)) && shift != 0)
                cells[column] = (long.Parse(text, CultureInfo.InvariantCulture) + shift).ToString(CultureInfo.InvariantCulture);
        return cells;
    }

    private static bool Followed(TableShape table, int column, Dictionary<(int, int), long> shifts, out long shift)
    {
        foreach (var key in table.ForeignKeys)
            for (var i = 0; i < key.Columns.Count; i++)
                if (key.Columns[i] == column && shifts.TryGetValue((key.Target, key.TargetColumns[i]), out shift))
                    return true;
        shift = 0;
        return false;
    }
}
