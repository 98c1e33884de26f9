using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips.Documents;

/// <summary>Conditions forgotten, joined the other way, turned round.</summary>
internal static class QuerySlips
{
    public static IEnumerable<PartSlip> Of(AnswerParts answer) => answer.Queries.SelectMany(query => Dropped(query).Concat(Joined(query)).Concat(Lists(query)));

    private static IEnumerable<PartSlip> Dropped(JsonNode query)
    {
        foreach (var field in query.Fields)
            yield return new PartSlip("condition dropped", Missing(field), query, query.Without(field.Name)) { At = field.Start };
        foreach (var field in query.Fields.Where(field => IsOperators(field.Value) && field.Value.Fields.Count > 1))
            foreach (var part in field.Value.Fields.Where(part => part.Name is not ("$regex" or "$options")))
                yield return new PartSlip("condition dropped", $"a condition on {field.Name} were missing: {part.Name}", field.Value, field.Value.Without(part.Name)) { At = part.Start };
    }

    private static string Missing(JsonField field) => field.Name.StartsWith('$') ? "one of the conditions were missing" : $"a condition on {field.Name} were missing";

    private static IEnumerable<PartSlip> Joined(JsonNode query)
    {
        if (query.Fields.Count > 1)
            yield return new PartSlip("and, or", "one of the conditions were enough: $or where the question needs all of them", query,
                JsonNodes.Object("$or", JsonNodes.Array(query.Fields.Select(field => JsonNodes.Object([field], field.Start)), query.Start), query.Start));
        foreach (var field in query.Fields.Where(field => field.Name is "$and" or "$or" or "$nor"))
        {
            var other = field.Name == "$or" ? "$and" : "$or";
            var asIf = field.Name switch
            {
                "$and" => "one of the conditions were enough: $or where the question needs $and",
                "$or" => "all of the conditions had to hold: $and where the question needs $or",
                _ => "conditions were turned round: $or where the question needs $nor",
            };
            yield return new PartSlip("and, or", asIf, query, Renamed(query, field.Name, other)) { At = field.Start };
        }
    }

    private static IEnumerable<PartSlip> Lists(JsonNode query)
    {
        foreach (var field in query.Fields.Where(field => field.Name is "$and" or "$or" or "$nor" && field.Value.Items.Count > 1))
            for (var i = 0; i < field.Value.Items.Count; i++)
                yield return new PartSlip("condition dropped", "one of the conditions were missing", field.Value, field.Value.WithoutItem(i)) { At = field.Value.Items[i].Start };
    }

    public static bool IsOperators(JsonNode value) => ExtendedType.Of(value) is null && value.Fields is [{ Name: ['$', ..] }, ..];

    /// <summary>The object with one key called otherwise.</summary>
    public static JsonNode Renamed(JsonNode node, string name, string other) =>
        node with { Fields = [.. node.Fields.Select(field => field.Name == name ? field with { Name = other } : field)] };
}
