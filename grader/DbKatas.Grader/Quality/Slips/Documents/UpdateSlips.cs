using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips.Documents;

/// <summary>Updates: a field forgotten, another operator, one document for many and many for one.</summary>
internal static class UpdateSlips
{
    private static readonly Dictionary<string, (string Other, string AsIf)[]> Others = new()
    {
        ["$inc"] = [("$set", "{0} were set, and not added to: $set where the question needs $inc"), ("$mul", "{0} were multiplied, and not added to: $mul where the question needs $inc")],
        ["$mul"] = [("$inc", "{0} were added to, and not multiplied: $inc where the question needs $mul")],
        ["$addToSet"] = [("$push", "{0} got a value that it has already once more: $push where the question needs $addToSet")],
        ["$push"] = [("$addToSet", "{0} got no value that it has already: $addToSet where the question needs $push")],
        ["$min"] = [("$max", "the larger value of {0} stayed: $max where the question needs $min"), ("$set", "{0} were set in any case: $set where the question needs $min")],
        ["$max"] = [("$min", "the smaller value of {0} stayed: $min where the question needs $max"), ("$set", "{0} were set in any case: $set where the question needs $max")],
    };

    private static readonly Dictionary<string, (string Other, string AsIf)> Reaches = new()
    {
        ["updateMany"] = ("updateOne", "only the first document that fits were changed: updateOne where the question needs updateMany"),
        ["updateOne"] = ("updateMany", "every document that fits were changed: updateMany where the question needs updateOne"),
        ["deleteMany"] = ("deleteOne", "only the first document that fits were deleted: deleteOne where the question needs deleteMany"),
        ["deleteOne"] = ("deleteMany", "every document that fits were deleted: deleteMany where the question needs deleteOne"),
    };

    public static IEnumerable<PartSlip> Of(AnswerParts answer) => answer.Updates.SelectMany(Of).Concat(Reach(answer)).Concat(answer.Projections.SelectMany(LeftOut));

    private static IEnumerable<PartSlip> Of(JsonNode update)
    {
        foreach (var (name, start, fields) in update.Fields)
            foreach (var field in fields.Fields)
            {
                yield return new PartSlip("update", $"{field.Name} were left as it is: its {name} is missing", update,
                    fields.Fields.Count == 1 ? update.Without(name) : update.With(name, fields.Without(field.Name))) { At = field.Start };
                foreach (var (other, asIf) in Others.GetValueOrDefault(name, []))
                    yield return Moved(update, name, field, other, field.Value, asIf.Replace("{0}", field.Name, StringComparison.Ordinal));
                if (name == "$unset")
                    yield return Moved(update, name, field, "$set", JsonNodes.Null, $"{field.Name} held null, and were still there: $set where the question needs $unset");
                foreach (var modifier in field.Value.Fields.Where(part => part.Name is "$slice" or "$sort" or "$position"))
                    yield return new PartSlip("update", $"{modifier.Name} of {field.Name} were missing", field.Value, field.Value.Without(modifier.Name)) { At = modifier.Start };
                if (field.Name.Contains("$[", StringComparison.Ordinal) && !field.Name.Contains("$[]", StringComparison.Ordinal))
                    yield return new PartSlip("update", "every item of the list were changed: $[] where the question needs a filter", fields,
                        QuerySlips.Renamed(fields, field.Name, $"{field.Name[..(field.Name.IndexOf("$[", StringComparison.Ordinal) + 2)]}{field.Name[field.Name.IndexOf(']')..]}")) { At = field.Start };
            }
    }

    /// <summary>One field under another operator; the others stay.</summary>
    private static PartSlip Moved(JsonNode update, string name, JsonField field, string other, JsonNode value, string asIf)
    {
        var left = update[name]!.Fields.Count == 1 ? update.Without(name) : update.With(name, update[name]!.Without(field.Name));
        var moved = left.With(other, (left[other] ?? JsonNodes.Object([], field.Start)).With(field.Name, value));
        return new PartSlip("update", asIf, update, moved) { At = field.Start };
    }

    private static IEnumerable<PartSlip> Reach(AnswerParts answer) =>
        from operation in answer.Operations
        from field in operation.Fields
        where Reaches.ContainsKey(field.Name)
        let other = Reaches[field.Name]
        select new PartSlip("update", other.AsIf, operation, QuerySlips.Renamed(operation, field.Name, other.Other)) { At = field.Start };

    /// <summary>What a projection leaves out comes along.</summary>
    private static IEnumerable<PartSlip> LeftOut(JsonNode projection) =>
        from field in projection.Fields
        where field.Value.Text is "0" or "false"
        select new PartSlip("projection", $"{field.Name} came along: \"{field.Name}\": 0 is missing", projection, projection.Without(field.Name)) { At = field.Start };
}
