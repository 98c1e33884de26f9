using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips.Documents;

/// <summary>Groups by fewer fields, other accumulators, documents counted for values, missing fields taken for values.</summary>
internal static class GroupSlips
{
    private const int MostFields = 3;

    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["$sum"] = ["$avg", "$max"], ["$avg"] = ["$sum", "$max"], ["$min"] = ["$max", "$first"], ["$max"] = ["$min", "$sum", "$last"],
        ["$first"] = ["$last"], ["$last"] = ["$first"],
    };

    public static IEnumerable<PartSlip> Of(AnswerParts answer) => answer.Groups.SelectMany(group => Keys(group).Concat(group.Fields
        .Where(field => field.Name != "_id" && field.Value.Fields is [{ Name: ['$', ..] }]).SelectMany(field => Accumulator(group, field.Value))));

    private static IEnumerable<PartSlip> Keys(JsonNode group)
    {
        if (group["_id"] is not { } id || id.Form == JsonForm.Null)
            yield break;
        var isRecord = id.Fields.Count > 1 && !id.Fields[0].Name.StartsWith('$');
        foreach (var field in isRecord ? id.Fields : [])
            yield return new PartSlip("group", $"documents with another {field.Name} fell into the same group: the _id of $group lacks it", id, id.Without(field.Name)) { At = field.Start };
        yield return new PartSlip("group", "all documents were one group: the _id of $group names nothing", id, JsonNodes.Null with { Start = id.Start });
    }

    private static IEnumerable<PartSlip> Accumulator(JsonNode group, JsonNode accumulator)
    {
        var (name, value) = (accumulator.Fields[0].Name, accumulator.Fields[0].Value);
        var isCount = name == "$count" || (name == "$sum" && value.Form == JsonForm.Number);
        var field = AnswerParts.FieldsIn(value).FirstOrDefault();
        if (isCount)
            return FieldsOf(group).Select(counted => new PartSlip("count", $"only documents with a {counted} were counted", accumulator,
                JsonNodes.Object("$sum", Filled(counted, accumulator.Start), accumulator.Start)));
        var swapped = Others.GetValueOrDefault(name, []).Select(other =>
            new PartSlip("accumulator", $"{other} stood where the question needs {name}{(field is null ? "" : $" of {field}")}", accumulator, QuerySlips.Renamed(accumulator, name, other)));
        return [.. swapped, .. Lists(accumulator, name, field), .. Presence(accumulator, name, value, field)];
    }

    private static IEnumerable<PartSlip> Lists(JsonNode accumulator, string name, string? field)
    {
        var of = field is null ? "values" : $"values of {field}";
        if (name == "$addToSet")
            yield return new PartSlip("accumulator", $"equal {of} were gathered each time: $push where the question needs $addToSet", accumulator, QuerySlips.Renamed(accumulator, name, "$push"));
        if (name == "$push")
            yield return new PartSlip("accumulator", $"equal {of} were gathered once: $addToSet where the question needs $push", accumulator, QuerySlips.Renamed(accumulator, name, "$addToSet"));
        if (name == "$sum")
            yield return new PartSlip("count", $"documents were counted, and not {of} added up", accumulator, JsonNodes.Object("$sum", JsonNodes.Number(1, accumulator.Start), accumulator.Start));
    }

    private static IEnumerable<PartSlip> Presence(JsonNode accumulator, string name, JsonNode value, string? field)
    {
        if (value.Form != JsonForm.Text || field is null)
            yield break;
        if (name is "$avg" or "$min")
            yield return new PartSlip("missing, null", $"a missing {field} counted as 0", accumulator, Around(accumulator, name, "$ifNull", [value, JsonNodes.Number(0, value.Start)]));
        if (name is "$addToSet" or "$push")
            yield return new PartSlip("missing, null", $"a missing {field} counted as a value, null", accumulator, Around(accumulator, name, "$ifNull", [value, JsonNodes.Null]));
    }

    private static JsonNode Around(JsonNode accumulator, string name, string operation, JsonNode[] values) =>
        accumulator.With(name, JsonNodes.Object(operation, JsonNodes.Array(values, accumulator.Start), accumulator.Start));

    private static IEnumerable<string> FieldsOf(JsonNode group) =>
        group.Fields.Where(field => field.Name != "_id").SelectMany(field => AnswerParts.FieldsIn(field.Value)).Distinct().Take(MostFields);

    /// <summary>1 where the field holds a value: anything is more than null, and null more than a missing field.</summary>
    private static JsonNode Filled(string field, int start) => JsonNodes.Object("$cond", JsonNodes.Array(
    [
        JsonNodes.Object("$gt", JsonNodes.Array([JsonNodes.Text("$" + field, start), JsonNodes.Null], start), start), JsonNodes.Number(1, start), JsonNodes.Number(0, start),
    ], start), start);
}
