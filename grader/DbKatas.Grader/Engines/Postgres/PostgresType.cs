using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>A type by its fixed number in pg_type.dat, and how its values compare.</summary>
/// <param name="Name">As SQL spells it.</param>
/// <param name="Kind">How a value of it compares.</param>
/// <param name="Item">The type of the items, for an array.</param>
internal sealed record PostgresType(string Name, ValueKind Kind, PostgresType? Item = null)
{
    private const uint FirstUserType = 16384;

    private static readonly Dictionary<uint, PostgresType> Known = new()
    {
        [16] = new("boolean", ValueKind.Boolean),
        [20] = new("bigint", ValueKind.Number),
        [21] = new("smallint", ValueKind.Number),
        [23] = new("integer", ValueKind.Number),
        [26] = new("oid", ValueKind.Number),
        [1700] = new("numeric", ValueKind.Number),
        [700] = new("real", ValueKind.Float),
        [701] = new("double precision", ValueKind.Float),
        [18] = new("\"char\"", ValueKind.Text),
        [19] = new("name", ValueKind.Text),
        [25] = new("text", ValueKind.Text),
        [1042] = new("character", ValueKind.Text),
        [1043] = new("character varying", ValueKind.Text),
        [705] = new("unknown", ValueKind.Text),
        [1082] = new("date", ValueKind.Instant),
        [1114] = new("timestamp", ValueKind.Instant),
        [1184] = new("timestamp with time zone", ValueKind.Instant),
        [1083] = new("time", ValueKind.Other),
        [1186] = new("interval", ValueKind.Other),
        [17] = new("bytea", ValueKind.Other),
        [2950] = new("uuid", ValueKind.Other),
        [114] = new("json", ValueKind.Json),
        [3802] = new("jsonb", ValueKind.Json),
    };

    private static readonly Dictionary<uint, uint> ItemOfArray = new()
    {
        [1000] = 16, [1016] = 20, [1005] = 21, [1007] = 23, [1231] = 1700, [1021] = 700, [1022] = 701, [1003] = 19, [1009] = 25,
        [1014] = 1042, [1015] = 1043, [1182] = 1082, [1115] = 1114, [1185] = 1184, [1183] = 1083, [1187] = 1186, [2951] = 2950,
        [199] = 114, [3807] = 3802,
    };

    private static readonly Dictionary<string, PostgresType> ByName = Known.Values.ToDictionary(type => type.Name);

    /// <summary>Types made by users (enums above all) compare as the text they print; built-in ones not listed, by their exact text.</summary>
    public static PostgresType Of(uint oid) =>
        Known.TryGetValue(oid, out var type) ? type
        : ItemOfArray.TryGetValue(oid, out var item) ? new PostgresType(Known[item].Name + "[]", ValueKind.Array, Known[item])
        : oid >= FirstUserType ? new PostgresType("user-defined type", ValueKind.Text)
        : new PostgresType("type " + oid, ValueKind.Other);

    /// <summary>The type of that <see cref="Name"/>.</summary>
    public static PostgresType Named(string name) =>
        ByName.TryGetValue(name, out var type) ? type
        : name.EndsWith("[]", StringComparison.Ordinal) && ByName.TryGetValue(name[..^2], out var item) ? new PostgresType(name, ValueKind.Array, item)
        : new PostgresType(name, name.StartsWith("type ", StringComparison.Ordinal) ? ValueKind.Other : ValueKind.Text);

    public Value Value(string text) => Kind switch
    {
        ValueKind.Boolean => new Value(Kind, text is "t" or "true" ? "true" : "false"),
        ValueKind.Array => new Value(Kind, text, ArrayLiteral.Read(text, Item!)),
        // The blanks that fill up a char(n) are not part of its value (manual, chapter 8.3).
        ValueKind.Text when Name == "character" => new Value(Kind, text.TrimEnd(' ')),
        _ => new Value(Kind, text),
    };
}
