using System.Globalization;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips.Documents;

/// <summary>Sorts: a field less, the other way, fields in another order. Limits: one more, one less.</summary>
internal static class OrderSlips
{
    public static IEnumerable<PartSlip> Of(AnswerParts answer) =>
        answer.Sorts.SelectMany(Of).Concat(Forgotten(answer)).Concat(answer.Limits.SelectMany(Of));

    private static IEnumerable<PartSlip> Of(JsonNode sort)
    {
        for (var i = 0; i < sort.Fields.Count; i++)
        {
            var (name, start, value) = sort.Fields[i];
            if (sort.Fields.Count > 1)
                yield return new PartSlip("order", $"the documents were not sorted by {name}", sort, sort.Without(name)) { At = start };
            if (value.Form == JsonForm.Number)
                yield return new PartSlip("order", value.Text == "-1" ? $"the documents were sorted by {name} upwards: 1 where the question needs -1" : $"the documents were sorted by {name} downwards: -1 where the question needs 1",
                    value, JsonNodes.Number(value.Text == "-1" ? 1 : -1, value.Start)) { At = start };
            if (i + 1 < sort.Fields.Count)
                yield return new PartSlip("order", $"the documents were sorted by {sort.Fields[i + 1].Name} before {name}", sort,
                    sort with { Fields = [.. sort.Fields.Take(i), sort.Fields[i + 1], sort.Fields[i], .. sort.Fields.Skip(i + 2)] }) { At = start };
        }
    }

    /// <summary>The sort of a find; that of a pipeline is a stage.</summary>
    private static IEnumerable<PartSlip> Forgotten(AnswerParts answer) =>
        from operation in answer.Operations
        where operation["sort"] is not null
        select new PartSlip("order", "the documents were not sorted at all", operation, operation.Without("sort")) { At = operation["sort"]!.Start };

    private static IEnumerable<PartSlip> Of((JsonNode Holder, string Key) limit)
    {
        var (holder, key) = limit;
        if (!int.TryParse(holder[key]!.Text, CultureInfo.InvariantCulture, out var number))
            yield break;
        foreach (var other in new[] { number + 1, number - 1 })
            yield return new PartSlip("limit", $"{key} {other} stood where the question needs {key} {number}", holder[key]!, JsonNodes.Number(other, holder[key]!.Start));
        if (!key.StartsWith('$'))
            yield return new PartSlip("limit", key == "limit" ? "every document came: the limit is missing" : "no document were skipped: the skip is missing", holder, holder.Without(key)) { At = holder[key]!.Start };
    }
}
