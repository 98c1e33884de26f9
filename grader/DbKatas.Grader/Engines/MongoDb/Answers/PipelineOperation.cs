namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>{ "collection": …, "pipeline": [ stages ] }</summary>
internal sealed record PipelineOperation() : Operation("pipeline", """{ "collection": "orders", "pipeline": [ { "$match": { "status": "paid" } } ] }""")
{
    public override IReadOnlyList<string> TopKeys => ["pipeline"];

    public override MongoCommand? Read(string collection, JsonNode node)
    {
        var pipeline = node["pipeline"] ?? throw new JsonFaultException($"\"pipeline\" is missing. The whole is {Example}", node.Start);
        CheckStages("pipeline", pipeline);
        return pipeline.IsEmpty ? null : Command("aggregate", collection, node, writer =>
        {
            Write(writer, "pipeline", pipeline);
            writer.WriteStartObject("cursor");
            writer.WriteEndObject();
        });
    }

    /// <exception cref="JsonFaultException">It is no list of stages.</exception>
    public static void CheckStages(string key, JsonNode pipeline)
    {
        Checked(key, pipeline, JsonForm.Array, """[ { "$match": { … } }, { "$sort": { … } } ]""");
        foreach (var stage in pipeline.Items)
        {
            if (stage.Form != JsonForm.Object)
                throw new JsonFaultException($"{key} must be a list of stages, each an object with one key, as in {{ \"$match\": {{ … }} }}, and here stands {stage.FormWords}", stage.Start);
            if (stage.Fields.Count != 1)
                throw new JsonFaultException(stage.Fields.Count == 0
                    ? "this stage is empty. A stage is an object with one key, as in { \"$match\": { … } }"
                    : $"this stage has {stage.Fields.Count} keys, and a stage has one. Give {stage.Fields[1].Name} an object of its own", stage.Fields.Count == 0 ? stage.Start : stage.Fields[1].Start);
            if (!stage.Fields[0].Name.StartsWith('$'))
                throw new JsonFaultException($"a stage begins with $: write \"${stage.Fields[0].Name}\"", stage.Fields[0].Start);
        }
    }
}
