using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>The part of <see cref="MingoScope"/> for $facet, $bucket and $setWindowFields.</summary>
internal static class MingoGroupScope
{
    private static readonly HashSet<string> FacetStages = [.. MingoWords.InnerStages.Except(["$facet"])];

    public static void Check(string stage, JsonNode value, IReadOnlySet<string> variables)
    {
        if (value.Form != JsonForm.Object)
            throw new JsonFaultException($"{stage} needs an object, and here stands {value.FormWords}", value.Start);
        if (stage == "$facet")
            CheckFacet(value, variables);
        else if (stage == "$bucket")
            CheckBucket(value, variables);
        else
            CheckWindows(value, variables);
    }

    private static void CheckFacet(JsonNode facet, IReadOnlySet<string> variables)
    {
        if (facet.Fields.Count == 0)
            throw new JsonFaultException("$facet needs at least one list, as in { \"cheap\": [ stages ] }", facet.Start);
        foreach (var list in facet.Fields)
        {
            PipelineOperation.CheckStages($"\"{list.Name}\"", list.Value);
            if (list.Value.Items.FirstOrDefault(inner => inner["$facet"] is not null) is { } nested)
                throw new JsonFaultException("$facet can't stand inside another $facet", nested.Start);
            MingoScope.CheckPipeline(list.Value, FacetStages, variables);
        }
    }

    private static void CheckBucket(JsonNode bucket, IReadOnlySet<string> variables)
    {
        CheckKeys("$bucket", bucket, ["groupBy", "boundaries"], ["default", "output"]);
        var groupBy = bucket["groupBy"]!;
        if (groupBy is { Form: JsonForm.Text, Text: not ['$', ..] } || groupBy.Form is not (JsonForm.Text or JsonForm.Object))
            throw new JsonFaultException("\"groupBy\" is a field with its $, as in \"$price\", or an expression", groupBy.Start);
        MingoExpressionScope.Check(groupBy, variables);
        foreach (var field in bucket["output"]?.Fields ?? [])
            CheckAccumulator(field, MongoWords.Accumulators, MingoWords.Accumulators, variables);
    }

    private static void CheckWindows(JsonNode stage, IReadOnlySet<string> variables)
    {
        CheckKeys("$setWindowFields", stage, ["output"], ["partitionBy", "sortBy"]);
        if (stage["partitionBy"] is { } part)
            MingoExpressionScope.Check(part, variables);
        if (stage["sortBy"] is { } sort)
            MingoScope.CheckSort(sort);
        foreach (var field in stage["output"]!.Fields)
            CheckWindow(field, variables);
    }

    private static void CheckWindow(JsonField field, IReadOnlySet<string> variables)
    {
        var operators = field.Value.Fields.Where(part => part.Name != "window").ToList();
        if (operators is not [{ Name: ['$', ..] } operation])
            throw new JsonFaultException($"\"{field.Name}\" needs one operator, as in {{ \"$sum\": \"$amount\" }}, and perhaps a \"window\" beside it", field.Start);
        MingoScope.CheckPath(field.Name, field.Start);
        MingoScope.CheckWord(operation.Name, operation.Start, "an operator",
            [.. MongoWords.Accumulators, .. MongoWords.WindowFunctions], [.. MingoWords.Accumulators, .. MingoWords.WindowFunctions]);
        MingoExpressionScope.Check(operation.Value, variables);
        if (field.Value["window"] is { } window)
            CheckBounds(window);
    }

    private static void CheckBounds(JsonNode window)
    {
        if (window["unit"] is { } unit)
            throw new MingoRefusal("a window with \"unit\"", unit.Start);
        if ((window["documents"] ?? window["range"]) is not { Form: JsonForm.Array, Items.Count: 2 } bounds || window.Fields.Count != 1)
            throw new JsonFaultException("a window is { \"documents\": [from, to] } or { \"range\": [from, to] }", window.Start);
        if (bounds.Items.FirstOrDefault(bound => bound is not ({ Form: JsonForm.Number } or { Text: "current" or "unbounded" })) is { } odd)
            throw new JsonFaultException("the bounds of a window are numbers, \"current\" or \"unbounded\"", odd.Start);
    }

    private static void CheckAccumulator(JsonField field, HashSet<string> known, HashSet<string> faithful, IReadOnlySet<string> variables)
    {
        if (field.Value.Fields is not [{ Name: ['$', ..] } accumulator])
            throw new JsonFaultException($"\"{field.Name}\" needs an accumulator, as in {{ \"$sum\": 1 }}", field.Start);
        MingoScope.CheckWord(accumulator.Name, accumulator.Start, "an accumulator", known, faithful);
        MingoExpressionScope.Check(accumulator.Value, variables);
    }

    private static void CheckKeys(string stage, JsonNode value, string[] needed, string[] more)
    {
        string[] parts = [.. needed, .. more];
        if (value.Fields.FirstOrDefault(field => !parts.Contains(field.Name)) is { } stranger)
            throw new JsonFaultException($"{stage} knows no \"{stranger.Name}\".{Spelling.DidYouMean(stranger.Name, parts)}", stranger.Start);
        if (needed.FirstOrDefault(part => value[part] is null) is { } missing)
            throw new JsonFaultException($"{stage} needs \"{missing}\"", value.Start);
    }
}
