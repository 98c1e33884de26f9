using System.Globalization;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>What a value of a document is.</summary>
internal enum DocumentKind
{
    Text,
    Number,
    Boolean,
    Date,
    ObjectId,
    Other,
    Null,
    Array,
    Object,
}

/// <summary>Tells the kinds of values apart and reads them.</summary>
internal static class ValueKinds
{
    public static DocumentKind Kind(this JsonNode node) => node.Form switch
    {
        JsonForm.Text => DocumentKind.Text,
        JsonForm.Number => DocumentKind.Number,
        JsonForm.Boolean => DocumentKind.Boolean,
        JsonForm.Null => DocumentKind.Null,
        JsonForm.Array => DocumentKind.Array,
        _ => ExtendedType.Of(node)?.Key switch
        {
            null => DocumentKind.Object,
            "$date" => DocumentKind.Date,
            "$oid" => DocumentKind.ObjectId,
            "$numberInt" or "$numberLong" or "$numberDouble" => DocumentKind.Number,
            _ => DocumentKind.Other,
        },
    };

    /// <summary>True for values without parts; null is none.</summary>
    public static bool IsScalar(this JsonNode node) => node.Kind() < DocumentKind.Null;

    /// <summary>The number's digits; null for other kinds.</summary>
    public static string? Digits(this JsonNode node) =>
        node.Form == JsonForm.Number ? node.Text : node.Kind() == DocumentKind.Number ? node.Fields[0].Value.Text : null;

    /// <summary>The moment in UTC; null for other kinds, and for moments beyond the calendar.</summary>
    public static DateTime? Moment(this JsonNode node)
    {
        if (node.Kind() != DocumentKind.Date)
            return null;
        var value = node.Fields[0].Value;
        if (value.Form == JsonForm.Text)
            return DateTimeOffset.TryParse(value.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcDateTime : null;
        return long.TryParse(value["$numberLong"]?.Text, CultureInfo.InvariantCulture, out var milliseconds) && Math.Abs(milliseconds) < 60_000_000_000_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime : null;
    }

    /// <summary>A text that is the same for values that are equal, and for no others.</summary>
    public static string Key(this JsonNode node) => node.Kind() switch
    {
        DocumentKind.Number when decimal.TryParse(node.Digits(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonNodes.Plain(number),
        DocumentKind.Date when node.Moment() is { } moment => $"d{moment.Ticks}",
        DocumentKind.Object => $"{{{string.Join(',', node.Fields.Select(field => $"{JsonText.Quoted(field.Name)}:{field.Value.Key()}"))}}}",
        DocumentKind.Array => $"[{string.Join(',', node.Items.Select(Key))}]",
        _ => JsonText.Of(node),
    };
}
