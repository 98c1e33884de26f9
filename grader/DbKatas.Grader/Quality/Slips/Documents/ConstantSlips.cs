using System.Globalization;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips.Documents;

/// <summary>Constants: one more, one less, a day or a second off, text in capitals, the other of true and false.</summary>
internal static class ConstantSlips
{
    public static IEnumerable<PartSlip> Of(AnswerParts answer) =>
        from constant in Values(answer).Distinct<JsonNode>(ReferenceEqualityComparer.Instance)
        from other in Others(constant)
        select new PartSlip("constant", $"{JsonText.Of(other)} stood where the question needs {JsonText.Of(constant)}", constant, other);

    private static IEnumerable<JsonNode> Values(AnswerParts answer) =>
    [
        .. answer.Queries.SelectMany(query => query.Fields).Where(field => field.Name is not ("$and" or "$or" or "$nor" or "$expr")).SelectMany(field => InQuery(field.Value)),
        .. answer.Expressions.SelectMany(InExpression),
        .. answer.Updates.SelectMany(update => update.Fields).Where(part => part.Name is not ("$unset" or "$rename")).SelectMany(part => part.Value.Fields).SelectMany(field => InQuery(field.Value)),
    ];

    /// <summary>A pattern and what it is asked with have slips of their own; so has a field's existence.</summary>
    private static IEnumerable<JsonNode> InQuery(JsonNode value) => value.IsScalar() ? [value] : value.Items
        .Concat(value.Fields.Where(field => field.Name is not ("$regex" or "$options" or "$exists" or "$type" or "$elemMatch")).Select(field => field.Value))
        .Concat(value["$elemMatch"] is { Fields: [{ Name: ['$', ..] }, ..] } item ? [item] : []).SelectMany(InQuery);

    /// <summary>Direct parts alone: inner expressions are expressions themselves. { "$sum": 1 } counts.</summary>
    private static IEnumerable<JsonNode> InExpression(JsonNode node) => ExtendedType.Of(node) is not null ? [] :
    [
        .. node.Items.Where(IsConstant),
        .. node.Fields.Where(field => field.Name is not ("$sum" or "as" or "format" or "timezone" or "unit" or "$literal") && IsConstant(field.Value)).Select(field => field.Value),
    ];

    private static bool IsConstant(JsonNode node) => node.IsScalar() && !(node.Form == JsonForm.Text && node.Text.StartsWith('$'));

    private static IEnumerable<JsonNode> Others(JsonNode constant)
    {
        var start = constant.Start;
        return constant.Kind() switch
        {
            DocumentKind.Number when decimal.TryParse(constant.Digits(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Numbers(number).Select(other => JsonNodes.Number(other, start)),
            DocumentKind.Date when constant.Moment() is { } moment && moment.Year is > 1 and < 9999 => Moments(moment).Select(other => JsonNodes.Date(other, start)),
            DocumentKind.Boolean => [JsonNodes.Boolean(constant.Text != "true", start)],
            DocumentKind.Text => Texts(constant.Text).Select(other => JsonNodes.Text(other, start)),
            _ => [],
        };
    }

    private static decimal[] Numbers(decimal number)
    {
        var plain = JsonNodes.Plain(number);
        var places = plain.Contains('.') ? plain.Length - plain.IndexOf('.') - 1 : 0;
        var step = new decimal(1, 0, 0, false, (byte)Math.Min(places, 10));
        return [number + step, number - step];
    }

    private static DateTime[] Moments(DateTime moment) => moment.TimeOfDay.Ticks == 0
        ? [moment.AddDays(1), moment.AddDays(-1)]
        : [moment.AddSeconds(1), moment.AddSeconds(-1), moment.AddDays(1)];

    private static IEnumerable<string> Texts(string text)
    {
        var capitals = text.Any(char.IsLower) ? text.ToUpperInvariant() : text.ToLowerInvariant();
        return capitals == text ? [] : [capitals];
    }
}
