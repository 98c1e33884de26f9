namespace DbKatas.Grader.Data;

/// <summary>The tables of a kata as the server's catalog describes them.</summary>
/// <param name="Tables">In load order: what a foreign key points to comes first, as far as there is such an order.</param>
/// <param name="MaterializedViews">As SQL needs them, in an order in which they can be refreshed.</param>
public sealed record SchemaModel(IReadOnlyList<TableShape> Tables, IReadOnlyList<string> MaterializedViews)
{
    /// <summary>True when foreign keys run in a circle of several tables, so that no load order obeys them all.</summary>
    public bool HasCircle => Tables.Select((table, place) => (table, place)).Any(t => t.table.ForeignKeys.Any(key => key.Target > t.place));

    /// <summary>The table's place, or -1.</summary>
    public int Find(string name) => Tables.TakeWhile(table => table.Name != name).Count() is var place && place < Tables.Count ? place : -1;
}

/// <summary>One table.</summary>
/// <param name="Name">As a person writes it: without "public", otherwise with its schema.</param>
/// <param name="Quoted">As SQL needs it, with its schema.</param>
/// <param name="Columns">In the order of the table.</param>
/// <param name="Keys">Sets of columns that are unique together; the primary key first.</param>
/// <param name="ForeignKeys">What the table points to.</param>
/// <param name="HasTriggers">True when a trigger or a rule of the author's would fire while it is filled.</param>
public sealed record TableShape(
    string Name, string Quoted, IReadOnlyList<ColumnShape> Columns, IReadOnlyList<IReadOnlyList<int>> Keys, IReadOnlyList<ForeignKey> ForeignKeys,
    bool HasTriggers = false)
{
    /// <summary>The column's place, or -1.</summary>
    public int Find(string column) => Columns.TakeWhile(c => c.Name != column).Count() is var place && place < Columns.Count ? place : -1;
}

/// <summary>A foreign key by its name as SQL needs it: the columns of its own table, and the columns of the table at <paramref name="Target"/> that they must be found in.</summary>
public sealed record ForeignKey(string Name, IReadOnlyList<int> Columns, int Target, IReadOnlyList<int> TargetColumns);

/// <summary>One column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Quoted">Its name as SQL needs it.</param>
/// <param name="Type">Its type as SQL spells it, length and precision included.</param>
/// <param name="Sort">What values of it look like; a domain is as the type under it.</param>
/// <param name="NotNull">True when it may not be NULL.</param>
/// <param name="IsGenerated">True when the server computes it, so that it can't be given.</param>
/// <param name="Modifier">PostgreSQL's type modifier (length, precision and scale in one number), -1 for none.</param>
/// <param name="Labels">The values of an enum; empty for other types.</param>
/// <param name="IsAlwaysDrawn">True when an INSERT that gives it must say so: GENERATED ALWAYS AS IDENTITY.</param>
/// <param name="HasSequence">True when numbers are drawn for it from a sequence of its own.</param>
/// <param name="Bounds">What a CHECK compares it with, as far as that is a constant.</param>
/// <param name="Allowed">The only texts that a CHECK lets in; null when none lists them.</param>
/// <param name="ArrayType">The type of arrays of such values as SQL needs it, by its name in the catalog; null where values can't be handed over in one.</param>
public sealed record ColumnShape(
    string Name, string Quoted, string Type, ColumnSort Sort, bool NotNull, bool IsGenerated, int Modifier, IReadOnlyList<string> Labels,
    bool HasSequence = false, bool IsAlwaysDrawn = false, IReadOnlyList<CheckBound>? Bounds = null, IReadOnlyList<string>? Allowed = null,
    string? ArrayType = null)
{
    // A numeric's modifier holds precision and scale, a text's its length; each is 4 more than it says (src/include/utils: VARHDRSZ).
    private const int Header = 4;

    /// <summary>Most characters of a text; null when there is no limit.</summary>
    public int? Length => Sort == ColumnSort.Text && Modifier >= Header ? Modifier - Header : null;

    /// <summary>Digits behind the point; null where the type sets no number.</summary>
    public int? Scale => Sort == ColumnSort.Integer ? 0 : Sort == ColumnSort.Decimal && Modifier >= Header ? (Modifier - Header) & 0x7FF : null;

    /// <summary>Digits before the point; null where the type sets no number.</summary>
    public int? Digits => Sort == ColumnSort.Decimal && Modifier >= Header ? (((Modifier - Header) >> 16) & 0xFFFF) - Scale : null;
}

/// <summary>What the values of a column look like, as far as making some needs it.</summary>
public enum ColumnSort
{
    Integer,
    Decimal,
    Float,
    Text,
    Date,
    Timestamp,
    TimestampTz,
    Time,
    Boolean,
    Enum,
    Uuid,
    Json,
    Array,

    /// <summary>Anything else: only values of the seed are used.</summary>
    Other,
}
