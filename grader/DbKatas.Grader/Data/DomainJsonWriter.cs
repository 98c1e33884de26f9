using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DbKatas.Grader.Data;

/// <summary>Writes a domain as the text of a domain.json.</summary>
public static class DomainJsonWriter
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="domain">What to write.</param>
    /// <param name="schemaPath">The way from the file to katas/domain.schema.json.</param>
    public static string Write(Domain domain, string schemaPath = "../../../domain.schema.json") => Write(domain, DomainVocabulary.Sql, schemaPath);

    /// <summary>The same in the words of an engine.</summary>
    internal static string Write(Domain domain, DomainVocabulary words, string schemaPath = "../../../domain.schema.json")
    {
        var json = new JsonObject { ["$schema"] = schemaPath };
        if (domain.Tables.Count > 0)
            json[words.Tables] = new JsonObject(domain.Tables.Select(table => KeyValuePair.Create(table.Key, (JsonNode?)Table(table.Value, words))));
        Add(json, "rules", domain.Rules);
        return json.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Table(TableDomain table, DomainVocabulary words)
    {
        var json = new JsonObject();
        if (table.NeverEmpty)
            json["neverEmpty"] = true;
        if (table.Unique.Count > 0)
            json["unique"] = new JsonArray([.. table.Unique.Select(columns => new JsonArray([.. columns.Select(c => JsonValue.Create(c))]))]);
        if (table.Columns.Count > 0)
            json[words.Columns] = new JsonObject(table.Columns.Select(column => KeyValuePair.Create(column.Key, (JsonNode?)Column(column.Value, words))));
        if (words.HasFilters && table.Rules.Count > 0)
            json["rules"] = new JsonArray([.. table.Rules.Select(rule => JsonNode.Parse(rule))]);
        else
            Add(json, "rules", table.Rules);
        return json;
    }

    private static JsonObject Column(ColumnDomain column, DomainVocabulary words)
    {
        var json = new JsonObject();
        Add(json, "values", column.Values ?? []);
        foreach (var (key, value) in new[] { ("least", column.Least), ("most", column.Most), ("step", column.Step), ("pattern", column.Pattern) })
            if (value is not null)
                json[key] = value;
        if (column.NeverNull)
            json[words.NeverNull] = true;
        return json;
    }

    private static void Add(JsonObject json, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
            json[key] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);
    }
}
