using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips.Documents;

/// <summary>A comparison that is off by its own limit, or turned round; in queries and in expressions.</summary>
internal static class ComparisonSlips
{
    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["$lt"] = ["$lte", "$gt"], ["$lte"] = ["$lt", "$gte"], ["$gt"] = ["$gte", "$lt"], ["$gte"] = ["$gt", "$lte"],
    };

    public static IEnumerable<PartSlip> Of(AnswerParts answer) => Queries(answer).Concat(Expressions(answer));

    private static IEnumerable<PartSlip> Queries(AnswerParts answer) =>
        from query in answer.Queries
        from field in query.Fields
        from holder in field.Value.All()
        where holder.Form == JsonForm.Object && !field.Name.StartsWith('$')
        from slip in Compared(holder, part => $"{field.Name} {{0}} {JsonText.Of(part.Value)}")
        select slip;

    private static IEnumerable<PartSlip> Expressions(AnswerParts answer) =>
        from holder in answer.Expressions
        from slip in Compared(holder, Sides).Concat(Equal(holder))
        select slip;

    private static IEnumerable<PartSlip> Compared(JsonNode holder, Func<JsonField, string> sides)
    {
        foreach (var part in holder.Fields.Where(part => Others.ContainsKey(part.Name)))
            foreach (var other in Others[part.Name])
                yield return new PartSlip("comparison", AsIf(part.Name, other, sides(part)), holder, QuerySlips.Renamed(holder, part.Name, other)) { At = part.Start };
    }

    private static IEnumerable<PartSlip> Equal(JsonNode holder)
    {
        foreach (var (name, other) in new[] { ("$eq", "$ne"), ("$ne", "$eq") })
            if (holder[name] is { } sides)
                yield return new PartSlip("comparison", $"a condition{On(sides)} were turned round: {other} where the question needs {name}", holder, QuerySlips.Renamed(holder, name, other));
    }

    private static string On(JsonNode sides) => AnswerParts.FieldsIn(sides).ToList() is [var field, ..] ? $" on {field}" : "";

    private static string Sides(JsonField part) => part.Value.Items is [{ Form: JsonForm.Text or JsonForm.Number } left, { Form: JsonForm.Text or JsonForm.Number } right]
        ? $"{left.Text.TrimStart('$')} {{0}} {right.Text.TrimStart('$')}" : "{0}";

    private static string AsIf(string needed, string other, string sides)
    {
        var swap = $"{sides.Replace("{0}", other, StringComparison.Ordinal)} where the question needs {sides.Replace("{0}", needed, StringComparison.Ordinal)}";
        return (needed, other) switch
        {
            ("$lt" or "$gt", "$lte" or "$gte") => $"the limit itself counted: {swap}",
            _ when needed[1] == other[1] => $"the limit itself did not count: {swap}",
            _ => $"a comparison were turned round: {swap}",
        };
    }
}
