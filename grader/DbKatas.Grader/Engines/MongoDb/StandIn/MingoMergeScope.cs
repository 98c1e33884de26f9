using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>The part of <see cref="MingoScope"/> for $merge and $out: what a pipeline writes.</summary>
internal static class MingoMergeScope
{
    private static readonly string[] Keys = ["into", "on", "let", "whenMatched", "whenNotMatched"];
    private static readonly string[] Matched = ["replace", "keepExisting", "merge", "fail"];
    private static readonly string[] NotMatched = ["insert", "discard", "fail"];

    /// <param name="merge">A collection's name, or an object with "into".</param>
    public static void Check(JsonNode merge)
    {
        if (merge.Form == JsonForm.Text)
            CheckName("$merge", merge);
        else
            CheckParts(merge);
    }

    public static void CheckName(string stage, JsonNode name)
    {
        if (name is not { Form: JsonForm.Text, Text.Length: > 0 })
            throw new JsonFaultException($"{stage} needs the name of a collection, and here stands {name.FormWords}", name.Start);
    }

    private static void CheckParts(JsonNode merge)
    {
        if (merge.Form != JsonForm.Object)
            throw new JsonFaultException($"$merge needs a collection's name, or an object with \"into\", and here stands {merge.FormWords}", merge.Start);
        if (merge.Fields.FirstOrDefault(field => !Keys.Contains(field.Name)) is { } stranger)
            throw new JsonFaultException($"$merge knows no \"{stranger.Name}\".{Spelling.DidYouMean(stranger.Name, Keys)}", stranger.Start);
        CheckName("\"into\" of $merge", merge["into"] ?? throw new JsonFaultException("$merge needs \"into\", the collection that it writes to", merge.Start));
        if (merge["on"] is { } key && key.Items.Append(key).Any(node => node.Form == JsonForm.Text && node.Text != "_id"))
            throw new MingoRefusal("$merge \"on\" another field than _id", key.Start);
        CheckWord("whenNotMatched", merge["whenNotMatched"], NotMatched);
        if (merge["whenMatched"] is { Form: JsonForm.Array } stages)
            CheckStages(stages, merge["let"]);
        else
            CheckWord("whenMatched", merge["whenMatched"], Matched);
    }

    // The document that comes is $$new in the stages; "let" gives parts of it names of their own.
    private static void CheckStages(JsonNode stages, JsonNode? names)
    {
        PipelineOperation.CheckStages("whenMatched", stages);
        if (names is not null)
            MingoExpressionScope.Check(names);
        var variables = MingoWords.Variables.Append("new").Concat(names?.Fields.Select(field => field.Name) ?? []).ToHashSet();
        MingoScope.CheckPipeline(stages, MingoWords.UpdateStages, variables);
    }

    private static void CheckWord(string key, JsonNode? word, string[] known)
    {
        if (word is not null && (word.Form != JsonForm.Text || !known.Contains(word.Text)))
            throw new JsonFaultException(
                $"\"{key}\" of $merge must be one of {string.Join(", ", known)}{(key == "whenMatched" ? ", or a list of stages" : "")}.{Spelling.DidYouMean(word.Text ?? "", known)}", word.Start);
    }
}
