using System.Text.Json;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Grading.Documents;

namespace DbKatas.Grader.Feedback;

/// <summary>A counterexample for other programs: { statements, rows, expected, yours }.</summary>
/// <remarks>
/// Both sides are { columns, rows } for a query, and an object of those by table for a script; each cell is the text that PostgreSQL
/// prints, or null; of a result with very many rows the first are there, and "more" says how many are not. An answer that did not run is { failure }. For documents see <see cref="DocumentCounterexampleJson"/>.
/// </remarks>
internal static class CounterexampleJson
{
    /// <summary>An answer that multiplies everything gives a hundred thousand rows on the smallest data; nobody reads them.</summary>
    private const int MostRows = 100;

    public static void Write(Utf8JsonWriter json, Counterexample example)
    {
        json.WriteStartObject("counterexample");
        if (example is DocumentCounterexample documents)
            DocumentCounterexampleJson.Write(json, documents);
        else if (example is RowCounterexample rows)
            Write(json, rows);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RowCounterexample example)
    {
        json.WriteStartArray("statements");
        foreach (var statement in InsertText.Statements(example.Trial.Dataset))
            json.WriteStringValue(statement);
        json.WriteEndArray();
        json.WriteNumber("rows", example.Rows);
        json.WritePropertyName("expected");
        Write(json, example.Trial.Expected.Tables);
        json.WritePropertyName("yours");
        if (example.Trial.Actual.Tables is { } tables)
            Write(json, tables);
        else
            WriteFailure(json, example.Trial.Run.Failure?.Message ?? "It returns no rows and no columns.");
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, ResultTable> tables)
    {
        if (tables.TryGetValue(Expectation.Result, out var result))
        {
            Write(json, result);
            return;
        }
        json.WriteStartObject();
        foreach (var (name, table) in tables)
        {
            json.WritePropertyName(name);
            Write(json, table);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ResultTable table)
    {
        json.WriteStartObject();
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
            json.WriteStringValue(column.Name);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows.Take(MostRows))
        {
            json.WriteStartArray();
            foreach (var cell in row)
                json.WriteStringValue(cell.Text);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        if (table.Rows.Count > MostRows)
            json.WriteNumber("more", table.Rows.Count - MostRows);
        json.WriteEndObject();
    }

    internal static void WriteFailure(Utf8JsonWriter json, string message)
    {
        json.WriteStartObject();
        json.WriteString("failure", message);
        json.WriteEndObject();
    }
}
