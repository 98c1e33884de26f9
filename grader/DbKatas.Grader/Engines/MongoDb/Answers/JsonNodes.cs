using System.Globalization;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>Makes JSON values, and changed copies of values: those keep the places of what they were made of.</summary>
internal static class JsonNodes
{
    public static readonly JsonNode Null = new(JsonForm.Null, 0);

    public static JsonNode Text(string text, int start = 0) => new(JsonForm.Text, start, text);

    /// <param name="number">As JSON writes it.</param>
    /// <param name="start">Its place.</param>
    public static JsonNode Number(string number, int start = 0) => new(JsonForm.Number, start, number);

    public static JsonNode Number(decimal number, int start = 0) => Number(Plain(number), start);

    public static JsonNode Boolean(bool value, int start = 0) => new(JsonForm.Boolean, start, value ? "true" : "false");

    public static JsonNode Array(IEnumerable<JsonNode> items, int start = 0) => new(JsonForm.Array, start) { Items = [.. items] };

    public static JsonNode Object(IEnumerable<JsonField> fields, int start = 0) => new(JsonForm.Object, start) { Fields = [.. fields] };

    /// <summary>An object with one field, as { "$eq": … }.</summary>
    public static JsonNode Object(string name, JsonNode value, int start = 0) => Object([new JsonField(name, start, value)], start);

    /// <summary>{ "$date": "2026-03-01T00:00:00Z" }</summary>
    public static JsonNode Date(DateTime utc, int start = 0) =>
        Object("$date", Text(ExtendedType.InstantText(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc))), start), start);

    /// <summary>The object with another value in that field, which is added at its end where it is not there.</summary>
    public static JsonNode With(this JsonNode node, string name, JsonNode value) => node with
    {
        Fields = node[name] is null
            ? [.. node.Fields, new JsonField(name, value.Start, value)]
            : [.. node.Fields.Select(field => field.Name == name ? field with { Value = value } : field)],
    };

    public static JsonNode Without(this JsonNode node, string name) => node with { Fields = [.. node.Fields.Where(field => field.Name != name)] };

    public static JsonNode WithoutItem(this JsonNode node, int place) => node with { Items = [.. node.Items.Where((_, i) => i != place)] };

    public static JsonNode WithItem(this JsonNode node, int place, JsonNode value) => node with { Items = [.. node.Items.Select((item, i) => i == place ? value : item)] };

    /// <summary>The value with one of its parts, that very one, replaced by another.</summary>
    public static JsonNode Replace(this JsonNode node, JsonNode part, JsonNode by)
    {
        if (ReferenceEquals(node, part))
            return by;
        if (node.IsEmpty)
            return node;
        return node with
        {
            Fields = [.. node.Fields.Select(field => field with { Value = field.Value.Replace(part, by) })],
            Items = [.. node.Items.Select(item => item.Replace(part, by))],
        };
    }

    /// <summary>The value itself and all that is in it, from the outside inwards.</summary>
    public static IEnumerable<JsonNode> All(this JsonNode node) =>
        node.Fields.Select(field => field.Value).Concat(node.Items).SelectMany(All).Prepend(node);

    /// <summary>The number without zeros that say nothing: 45.5 for 45.50.</summary>
    public static string Plain(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
