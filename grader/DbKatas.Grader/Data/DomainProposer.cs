namespace DbKatas.Grader.Data;

/// <summary>Reads out of the visible rows what their author may have taken for granted, for the author to confirm or to strike out.</summary>
public static class DomainProposer
{
    /// <summary>With fewer rows anything looks like a rule.</summary>
    private const int FewestRows = 4;

    /// <summary>More different values are hardly a closed list.</summary>
    private const int MostValues = 5;

    /// <returns>Rules that hold for the seed and that the schema does not state; <see cref="Domain.None"/> when there are none.</returns>
    public static Domain Propose(SchemaModel schema, Dataset seed)
    {
        var keys = new KeyGroups(schema);
        var tables = new Dictionary<string, TableDomain>();
        foreach (var (place, rows) in seed.Tables.Index())
        {
            if (rows.Rows.Count < FewestRows)
                continue;
            var columns = new Dictionary<string, ColumnDomain>();
            for (var column = 0; column < rows.Table.Columns.Count; column++)
                if (keys.Of(place, column) is null && Rules(rows, column) is { } rules)
                    columns[rows.Table.Columns[column].Name] = rules;
            var unique = Enumerable.Range(0, rows.Table.Columns.Count).Where(column => keys.Of(place, column) is null && LooksUnique(rows, column));
            var table = new TableDomain(false, [.. unique.Select(column => (string[])[rows.Table.Columns[column].Name])], columns, []);
            if (table.Unique.Count > 0 || columns.Count > 0)
                tables[rows.Table.Name] = table;
        }
        return tables.Count == 0 ? Domain.None : new Domain(tables, []);
    }

    private static ColumnDomain? Rules(TableRows rows, int column)
    {
        var shape = rows.Table.Columns[column];
        string[] values = [.. rows.Rows.Select(row => row[column]).OfType<string>()];
        if (shape.IsGenerated || values.Length < FewestRows)
            return null;
        string[] different = [.. values.Distinct().Order(StringComparer.Ordinal)];
        var closed = shape.Sort == ColumnSort.Text && different.Length is >= 2 and <= MostValues && values.Length >= 3 * different.Length ? different : null;
        var neverNull = !shape.NotNull && values.Length == rows.Rows.Count;
        var step = Step(shape, values);
        return closed is null && !neverNull && step is null ? null : new ColumnDomain(closed, null, null, step, null, neverNull);
    }

    /// <summary>The coarsest step that all of the times are at; seconds are what anybody expects.</summary>
    private static string? Step(ColumnShape column, string[] values)
    {
        var times = values.Select(TimeValues.Parse).OfType<DateTime>().ToList();
        if (column.Sort is not (ColumnSort.Timestamp or ColumnSort.TimestampTz) || times.Count < values.Length)
            return null;
        return times.All(time => time.TimeOfDay == TimeSpan.Zero) ? "day"
            : times.All(time => time is { Minute: 0, Second: 0, Millisecond: 0 }) ? "hour"
            : times.All(time => time is { Second: 0, Millisecond: 0 }) ? "minute"
            : null;
    }

    private static bool LooksUnique(TableRows rows, int column) =>
        rows.Table.Columns[column].Sort == ColumnSort.Text && rows.Rows.All(row => row[column] is not null)
        && rows.Rows.Select(row => row[column]).Distinct().Count() == rows.Rows.Count;
}
