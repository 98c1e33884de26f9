using DbKatas.Grader.Data;

namespace DbKatas.Grader.Grading;

/// <summary>Makes the values of a few rows plain: keys 1, 2, 3, other values the simplest that the kata's data could hold, NULL only where it matters.</summary>
internal sealed class ValueSimplifier(DatasetBench bench, RowDraft rows)
{
    /// <summary>Simpler values that are tried for one cell.</summary>
    private const int TriesPerCell = 3;

    /// <summary>With more rows than these nobody reads each value.</summary>
    private const int MostRows = 12;

    private RowDraft _rows = rows;

    /// <param name="stillFails">Tries data and says whether the answer still goes wrong on them.</param>
    public async Task SimplifyAsync(Func<RowDraft, Task<bool>> stillFails)
    {
        if (_rows.Count > MostRows)
            return;
        int[] groups = [.. Places().Select(place => place.Group).Distinct()];
        // All keys at once is mostly possible; where one must not be 1, the others still can.
        if (!await RenumberAsync(groups, stillFails))
            foreach (var group in groups.Where(_ => groups.Length > 1))
                await RenumberAsync([group], stillFails);
        for (var table = 0; table < _rows.Rows.Length; table++)
            for (var column = 0; column < _rows.Schema.Tables[table].Columns.Count; column++)
                if (!_rows.Schema.Tables[table].Columns[column].IsGenerated && !IsKey(table, column))
                    await SimplifyAsync(table, column, stillFails);
    }

    /// <summary>Each value of a column first wherever it stands there, then row by row.</summary>
    private async Task SimplifyAsync(int table, int column, Func<RowDraft, Task<bool>> stillFails)
    {
        int[] all = [.. Enumerable.Range(0, _rows.Rows[table].Count)];
        foreach (var same in all.GroupBy(row => _rows.Rows[table][row][column] ?? "\0").ToList())
            if (!await SimplifyAsync(table, column, [.. same], stillFails) && same.Count() > 1)
                foreach (var row in same)
                    await SimplifyAsync(table, column, [row], stillFails);
    }

    private async Task<bool> SimplifyAsync(int table, int column, int[] places, Func<RowDraft, Task<bool>> stillFails)
    {
        var shape = _rows.Schema.Tables[table].Columns[column];
        foreach (var simpler in Simpler(shape, _rows.Rows[table][places[0]][column]).Take(TriesPerCell))
        {
            var candidate = Copy();
            foreach (var place in places)
                candidate.Rows[table][place][column] = simpler;
            if (!candidate.Rows[table].All(row => candidate.IsUnique(table, row)) || !await stillFails(candidate))
                continue;
            _rows = candidate;
            return true;
        }
        return false;
    }

    /// <summary>Values that are simpler than the current one, the simplest first.</summary>
    private IEnumerable<string> Simpler(ColumnShape shape, string? current) =>
        bench.Generator.Pools[shape].Usual.Order(Comparer<string>.Create((a, b) => Weight(a, shape).CompareTo(Weight(b, shape))))
            .TakeWhile(value => value != current && (current is null || Weight(value, shape).CompareTo(Weight(current, shape)) < 0));

    // 1 is plainer than 0, which often means something; a date than a moment; a short text than a long one.
    private static (decimal, int, string) Weight(string value, ColumnShape shape) =>
        NumberValues.Parse(value) is { } number && shape.Sort is not ColumnSort.Text
            ? (number == 0 ? 1.5m : number < 0 ? 1000 - number : number, 0, value)
            : (value.Length == 0 ? 1000 : 0, value.EndsWith(" 00:00:00", StringComparison.Ordinal) ? 10 : value.Length, value);

    private bool IsKey(int table, int column) =>
        bench.Generator.Keys.Of(table, column) is not null && _rows.Schema.Tables[table].Columns[column].Sort == ColumnSort.Integer;

    private async Task<bool> RenumberAsync(int[] groups, Func<RowDraft, Task<bool>> stillFails)
    {
        foreach (var (keepOrder, first) in new[] { (false, 1), (true, 1), (true, 2) })
        {
            var candidate = Renumbered(groups, keepOrder, first);
            if (!await stillFails(candidate))
                continue;
            _rows = candidate;
            return true;
        }
        return false;
    }

    /// <summary>Whole-number keys become 1, 2, 3 in each group of columns that share them.</summary>
    /// <param name="groups">The groups to number; others stay.</param>
    /// <param name="keepOrder">True to number by size, false by first use.</param>
    /// <param name="first">The first number.</param>
    private RowDraft Renumbered(int[] groups, bool keepOrder, int first)
    {
        var draft = Copy();
        var numbers = new Dictionary<int, Dictionary<string, string>>();
        foreach (var group in Places().Where(place => groups.Contains(place.Group)).GroupBy(place => place.Group))
        {
            var values = group.SelectMany(place => draft.Rows[place.Table].Select(row => row[place.Column])).OfType<string>().Distinct();
            var ordered = keepOrder ? values.OrderBy(value => NumberValues.Parse(value)) : values;
            numbers[group.Key] = ordered.Select((value, i) => (value, i)).ToDictionary(pair => pair.value, pair => (pair.i + first).ToString());
        }
        foreach (var (table, column, group) in Places().Where(place => groups.Contains(place.Group)))
            foreach (var row in draft.Rows[table])
                row[column] = row[column] is { } value ? numbers[group][value] : null;
        return draft;
    }

    private IEnumerable<(int Table, int Column, int Group)> Places() =>
        from table in Enumerable.Range(0, _rows.Rows.Length)
        from column in Enumerable.Range(0, _rows.Schema.Tables[table].Columns.Count)
        where IsKey(table, column) && !_rows.Schema.Tables[table].Columns[column].IsGenerated
        select (table, column, bench.Generator.Keys.Of(table, column)!.Value);

    private RowDraft Copy()
    {
        var copy = new RowDraft(_rows.Schema);
        foreach (var (place, own) in _rows.Rows.Index())
            copy.Rows[place].AddRange(own.Select(row => (string?[])row.Clone()));
        return copy;
    }
}
