using System.Globalization;
using DbKatas.Grader.Comparing;

namespace DbKatas.Tests;

/// <summary>Builds what tests talk about: <c>A.Table("id", "name").Row(1, "Ann")</c>.</summary>
internal static class A
{
    /// <param name="columns">Names; <c>"price::real"</c> gives a type too.</param>
    public static TableBuilder Table(params string[] columns) => new(columns);

    public static Value Number(string text) => new(ValueKind.Number, text);

    public static Value Float(string text) => new(ValueKind.Float, text);

    public static Value Text(string text) => new(ValueKind.Text, text);

    public static Value Instant(string text) => new(ValueKind.Instant, text);

    public static Value Json(string text) => new(ValueKind.Json, text);

    public static Value Other(string text) => new(ValueKind.Other, text);

    public static Value Array(params object?[] items) => new(ValueKind.Array, null, [.. items.Select(Value)]);

    public static Value Value(object? cell) => cell switch
    {
        null => Grader.Comparing.Value.Null,
        Value value => value,
        bool value => new Value(ValueKind.Boolean, value ? "true" : "false"),
        string value => Text(value),
        double value => Float(value.ToString("R", CultureInfo.InvariantCulture)),
        DateOnly value => Instant(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        IFormattable value => Number(value.ToString(null, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"No value kind for {cell.GetType()}.", nameof(cell)),
    };
}

internal sealed class TableBuilder(string[] columns)
{
    private readonly List<Value[]> _rows = [];
    private bool _truncated;

    public TableBuilder Row(params object?[] cells)
    {
        _rows.Add([.. cells.Select(A.Value)]);
        return this;
    }

    public TableBuilder Rows(IEnumerable<object?[]> rows)
    {
        _rows.AddRange(rows.Select(row => row.Select(A.Value).ToArray()));
        return this;
    }

    public TableBuilder Truncated()
    {
        _truncated = true;
        return this;
    }

    public static implicit operator ResultTable(TableBuilder builder) => builder.Build();

    public ResultTable Build() => new([.. columns.Select(Column)], _rows, _truncated);

    private static Column Column(string text) =>
        text.Split("::") is [var name, var type] ? new Column(name, type) : new Column(text, "unknown");
}
