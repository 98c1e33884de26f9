namespace DbKatas.Grader.Data;

/// <summary>
/// What a question takes for granted about its data beyond the schema: the author's domain.json. The schema says what can be stored,
/// the domain what can happen. An answer that fails within it is not right yet; one that fails only outside it is right, but fragile.
/// </summary>
/// <param name="Tables">Rules for tables, by name as in <see cref="TableShape.Name"/>; for documents rules for collections, and their columns are fields by path.</param>
/// <param name="Rules">SQL conditions on all data at once, each true of data in the domain.</param>
/// <param name="Source">The text that it was read from; empty when there was none.</param>
public sealed record Domain(IReadOnlyDictionary<string, TableDomain> Tables, IReadOnlyList<string> Rules, string Source = "")
{
    /// <summary>No rules: whatever fits the schema and looks like the seed.</summary>
    public static readonly Domain None = new(new Dictionary<string, TableDomain>(), []);

    /// <summary>The rules for a column; null when there are none.</summary>
    public ColumnDomain? Of(string table, string column) => Tables.GetValueOrDefault(table)?.Columns.GetValueOrDefault(column);
}

/// <summary>The rules for one table.</summary>
/// <param name="NeverEmpty">True when it always holds a row.</param>
/// <param name="Unique">Sets of columns that no two rows agree in, though the schema would let them.</param>
/// <param name="Columns">Rules for columns, by name.</param>
/// <param name="Rules">SQL conditions on one row, each true of every row: links between columns. For documents MongoDB's filters, each passed by every document.</param>
public sealed record TableDomain(
    bool NeverEmpty, IReadOnlyList<IReadOnlyList<string>> Unique, IReadOnlyDictionary<string, ColumnDomain> Columns, IReadOnlyList<string> Rules);

/// <summary>The rules for one column; what is null is not ruled.</summary>
/// <param name="Values">The only values there are.</param>
/// <param name="Least">The smallest or earliest value.</param>
/// <param name="Most">The largest or latest value.</param>
/// <param name="Step">For numbers, what each is a multiple of; for times "second", "minute", "hour", "day" or "month", of which each is a beginning.</param>
/// <param name="Pattern">A regular expression of the database's that every text matches.</param>
/// <param name="NeverNull">True when there is always a value, though the schema, or the seed, would let it be missing.</param>
public sealed record ColumnDomain(IReadOnlyList<string>? Values, string? Least, string? Most, string? Step, string? Pattern, bool NeverNull);
