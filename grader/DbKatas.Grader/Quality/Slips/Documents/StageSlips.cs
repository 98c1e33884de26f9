using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips.Documents;

/// <summary>A stage forgotten, or in the wrong place; the same for the operations of a script.</summary>
internal static class StageSlips
{
    public static IEnumerable<PartSlip> Of(AnswerParts answer) =>
        answer.Pipelines.SelectMany(pipeline => Dropped(pipeline).Concat(Moved(pipeline))).Concat(Script(answer.Root));

    private static IEnumerable<PartSlip> Dropped(JsonNode pipeline)
    {
        for (var i = 0; i < pipeline.Items.Count && pipeline.Items.Count > 1; i++)
            if (pipeline.Items[i].Fields is [{ Name: var name, Value: var value }])
                yield return new PartSlip("stage dropped", Missing(name, value), pipeline, pipeline.WithoutItem(i)) { At = pipeline.Items[i].Start };
    }

    private static string Missing(string stage, JsonNode value) => stage switch
    {
        "$match" when value.Fields is [{ Name: not ['$', ..] } only] => $"a condition on {only.Name} were missing",
        "$match" => "nothing were filtered: a whole $match is missing",
        "$sort" => "the documents were not sorted at all",
        "$limit" => "every document came: a $limit is missing",
        "$skip" => "no document were skipped: a $skip is missing",
        "$unwind" => "lists were not taken apart: an $unwind is missing",
        "$group" => "the documents were not put together in groups: a $group is missing",
        "$lookup" => "nothing were looked up: a $lookup is missing",
        _ => $"a stage were missing: {stage}",
    };

    private static IEnumerable<PartSlip> Moved(JsonNode pipeline)
    {
        for (var from = 1; from < pipeline.Items.Count; from++)
        {
            var stage = pipeline.Items[from];
            if (stage.Fields is not [{ Name: var name }])
                continue;
            for (var to = from - 1; to >= 0; to = to > 0 ? 0 : -1)
                if (pipeline.Items[to].Fields is [{ Name: var before }] && before != name)
                    yield return new PartSlip("stage moved", $"{name} came before {before}, where the question needs it after", pipeline, pipeline with
                    {
                        Items = [.. pipeline.Items.Take(to), stage, .. pipeline.Items.Skip(to).Where(other => !ReferenceEquals(other, stage))],
                    }) { At = stage.Start };
        }
    }

    private static IEnumerable<PartSlip> Script(JsonNode root)
    {
        for (var i = 0; i < root.Items.Count && root.Items.Count > 1; i++)
        {
            yield return new PartSlip("operation dropped", "one of the operations were missing", root, root.WithoutItem(i)) { At = root.Items[i].Start };
            if (i > 0)
                yield return new PartSlip("operation moved", "two of the operations had changed places", root,
                    root.WithItem(i, root.Items[i - 1]).WithItem(i - 1, root.Items[i])) { At = root.Items[i].Start };
        }
    }
}
