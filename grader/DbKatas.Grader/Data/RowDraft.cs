namespace DbKatas.Grader.Data;

/// <summary>Rows being put together, by the places of their tables; they become a dataset when they are done.</summary>
internal sealed class RowDraft(SchemaModel schema)
{
    public SchemaModel Schema => schema;

    /// <summary>The rows of each table.</summary>
    public List<string?[]>[] Rows { get; } = [.. schema.Tables.Select(_ => new List<string?[]>())];

    public int Count => Rows.Sum(rows => rows.Count);

    /// <summary>A copy of a dataset's rows that can be changed.</summary>
    public static RowDraft Of(SchemaModel schema, Dataset dataset)
    {
        var draft = new RowDraft(schema);
        foreach (var table in dataset.Tables)
            draft.Rows[schema.Find(table.Table.Name)].AddRange(table.Rows.Select(row => (string?[])row.Clone()));
        return draft;
    }

    public IReadOnlyList<TableRows> Tables => [.. schema.Tables.Select((table, place) => new TableRows(table, Rows[place]))];

    /// <summary>Takes out a row, and with it every row that would then point to nothing.</summary>
    public void Remove(int table, string?[] row) => Remove(new HashSet<string?[]>([row], ReferenceEqualityComparer.Instance), table);

    /// <summary>Takes out rows of one table, and with them every row that would then point to nothing.</summary>
    public void Remove(IReadOnlySet<string?[]> gone, int table)
    {
        Rows[table].RemoveAll(gone.Contains);
        Close();
    }

    /// <summary>Takes out rows that point to nothing, until there are none.</summary>
    public void Close()
    {
        for (var removed = 1; removed > 0;)
        {
            removed = 0;
            for (var table = 0; table < Rows.Length; table++)
                foreach (var key in schema.Tables[table].ForeignKeys)
                {
                    var there = Rows[key.Target].Select(row => Key(row, key.TargetColumns)).OfType<string>().ToHashSet();
                    removed += Rows[table].RemoveAll(row => Key(row, key.Columns) is { } wanted && !there.Contains(wanted));
                }
        }
    }

    /// <summary>The values of some columns as one text; null when one of them is NULL, which matches nothing.</summary>
    public static string? Key(string?[] row, IReadOnlyList<int> columns) =>
        columns.Any(column => row[column] is null) ? null : string.Join('\u0001', columns.Select(column => row[column]));

    /// <summary>True when no other row of the table has one of this row's keys.</summary>
    public bool IsUnique(int table, string?[] row) => schema.Tables[table].Keys.All(key =>
        Key(row, key) is not { } own || Rows[table].All(other => ReferenceEquals(other, row) || Key(other, key) != own));
}
