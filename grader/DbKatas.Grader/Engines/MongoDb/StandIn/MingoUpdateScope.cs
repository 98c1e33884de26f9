using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>The part of <see cref="MingoScope"/> for updates, replacements and deletions.</summary>
internal static class MingoUpdateScope
{
    /// <param name="change">{ "filter": …, "update": … } and its like.</param>
    public static void Check(JsonNode change)
    {
        MingoQueryScope.Check(change["filter"]!);
        if (change["upsert"] is { Text: "true", Start: var upsert })
            throw new MingoRefusal("upsert", upsert);
        foreach (var filter in change["arrayFilters"]?.Items ?? [])
            MingoQueryScope.Check(filter);
        if (change["update"] is { Form: JsonForm.Array } pipeline)
            MingoScope.CheckPipeline(pipeline, MingoWords.UpdateStages, MingoWords.Variables);
        else
            foreach (var (name, start, fields) in change["update"]?.Fields ?? [])
            {
                MingoScope.CheckWord(name, start, "an update operator", MongoWords.Updates, MingoWords.Updates);
                foreach (var field in fields.Fields)
                    CheckField(name, field);
            }
    }

    private static void CheckField(string operation, JsonField field)
    {
        MingoScope.CheckPath(field.Name, field.Start);
        if (field.Name.Split('.').Contains("$"))
            throw new MingoRefusal($"the position $ in a path (\"{field.Name}\")", field.Start);
        if (operation == "$rename" && (field.Value.Form != JsonForm.Text || field.Name.Contains("$[", StringComparison.Ordinal)))
            throw new JsonFaultException("$rename needs the new name of each field, as in { \"$rename\": { \"tel\": \"phone\" } }", field.Value.Start);
        if (operation == "$pullAll" && field.Value.Form != JsonForm.Array)
            throw new JsonFaultException("$pullAll needs a list for each field", field.Value.Start);
        if (operation == "$pull" && field.Value is { Form: JsonForm.Object, Fields: var condition } && ExtendedType.Of(field.Value) is null)
            MingoQueryScope.Check(condition is [{ Name: ['$', ..] }, ..] ? Around(field.Value) : field.Value);
        if (operation is "$push" or "$addToSet" && field.Value["$each"] is { } each)
            CheckEach(operation, field.Value, each);
    }

    private static void CheckEach(string operation, JsonNode value, JsonNode each)
    {
        if (each.Form != JsonForm.Array)
            throw new JsonFaultException("$each needs a list", each.Start);
        string[] known = operation == "$push" ? ["$each", "$position", "$slice", "$sort"] : ["$each"];
        if (value.Fields.FirstOrDefault(part => !known.Contains(part.Name)) is { } stranger)
            throw new JsonFaultException($"{operation} knows no \"{stranger.Name}\" beside $each.{Katas.Spelling.DidYouMean(stranger.Name, known)}", stranger.Start);
        if (value["$slice"] is { Form: not JsonForm.Number, Start: var slice })
            throw new JsonFaultException("$slice needs a number", slice);
        if (value["$position"] is { Form: not JsonForm.Number, Start: var position })
            throw new JsonFaultException("$position needs a number", position);
    }

    // { "$gt": 5 } as the condition on one field.
    private static JsonNode Around(JsonNode operators) =>
        new(JsonForm.Object, operators.Start) { Fields = [new JsonField("item", operators.Start, operators)] };
}
