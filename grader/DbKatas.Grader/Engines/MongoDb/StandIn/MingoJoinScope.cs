using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>The part of <see cref="MingoScope"/> for the stages that look into another collection.</summary>
internal static class MingoJoinScope
{
    public static void Check(string stage, JsonNode value, IReadOnlySet<string> variables)
    {
        if (stage == "$unionWith")
            CheckUnion(value, variables);
        else if (stage == "$graphLookup")
            CheckGraph(value, variables);
        else
            CheckLookup(value, variables);
    }

    private static void CheckLookup(JsonNode lookup, IReadOnlySet<string> variables)
    {
        CheckParts("$lookup", lookup, lookup["pipeline"] is null ? ["from", "localField", "foreignField", "as"] : ["from", "as"], ["localField", "foreignField", "let", "pipeline"]);
        if (lookup["pipeline"] is not { } pipeline)
            return;
        if ((lookup["localField"] ?? lookup["foreignField"]) is { } field)
            throw new MingoRefusal("$lookup with fields and a pipeline", field.Start);
        foreach (var variable in lookup["let"]?.Fields ?? [])
            MingoExpressionScope.Check(variable.Value, variables);
        PipelineOperation.CheckStages("\"pipeline\"", pipeline);
        var own = lookup["let"]?.Fields.Select(variable => variable.Name) ?? [];
        MingoScope.CheckPipeline(pipeline, MingoWords.InnerStages, variables.Union(own).ToHashSet());
    }

    private static void CheckGraph(JsonNode graph, IReadOnlySet<string> variables)
    {
        CheckParts("$graphLookup", graph, ["from", "connectFromField", "connectToField", "as"], ["startWith", "maxDepth", "depthField", "restrictSearchWithMatch"]);
        if (graph["startWith"] is not { } start)
            throw new JsonFaultException("$graphLookup needs \"startWith\", a value to begin with, as in \"$_id\"", graph.Start);
        MingoExpressionScope.Check(start, variables);
        if (graph["maxDepth"] is { } depth && (depth.Form != JsonForm.Number || !int.TryParse(depth.Text, out var most) || most < 0))
            throw new JsonFaultException("\"maxDepth\" is a whole number, 0 or more", depth.Start);
        if (graph["restrictSearchWithMatch"] is { } restriction)
            MingoQueryScope.Check(restriction, variables);
    }

    private static void CheckUnion(JsonNode union, IReadOnlySet<string> variables)
    {
        if (union.Form == JsonForm.Text)
            return;
        CheckParts("$unionWith", union, ["coll"], ["pipeline"]);
        if (union["pipeline"] is not { } pipeline)
            return;
        PipelineOperation.CheckStages("\"pipeline\"", pipeline);
        MingoScope.CheckPipeline(pipeline, MingoWords.InnerStages, variables);
    }

    private static void CheckParts(string stage, JsonNode value, string[] needed, string[] more)
    {
        if (value.Form != JsonForm.Object)
            throw new JsonFaultException($"{stage} needs an object with {string.Join(", ", needed[..^1])} and {needed[^1]}", value.Start);
        string[] parts = [.. needed.Union(more)];
        if (value.Fields.FirstOrDefault(field => !parts.Contains(field.Name)) is { } stranger)
            throw new JsonFaultException($"{stage} knows no \"{stranger.Name}\".{Spelling.DidYouMean(stranger.Name, parts)}", stranger.Start);
        if (needed.FirstOrDefault(part => value[part] is not { Form: JsonForm.Text, Text.Length: > 0 }) is { } missing)
            throw new JsonFaultException($"{stage} needs \"{missing}\", a name", value[missing]?.Start ?? value.Start);
        foreach (var part in value.Fields.Where(field => field.Name is not "startWith" && field.Value.Form == JsonForm.Text))
            MingoScope.CheckPath(part.Value.Text, part.Value.Start);
    }
}
