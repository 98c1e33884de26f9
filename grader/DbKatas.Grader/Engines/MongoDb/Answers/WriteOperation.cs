using System.Text.Json;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>{ "collection": …, "updateMany": { "filter": …, "update": … } } and its like.</summary>
/// <param name="Verb">The database command.</param>
/// <param name="Parts">The keys that must be there.</param>
internal sealed record WriteOperation(string Name, string Verb, params string[] Parts)
    : Operation(Name, $$"""{ "collection": "users", "{{Name}}": { {{string.Join(", ", Parts.Select(part => $"\"{part}\": {(part == "documents" ? "[ … ]" : "{ … }")}"))}} } }""")
{
    private bool IsMany => Name.EndsWith("Many", StringComparison.Ordinal);

    private IReadOnlyList<string> Options => Verb == "update" ? Name == "replaceOne" ? ["upsert"] : ["upsert", "arrayFilters"] : [];

    public override IReadOnlyList<string> TopKeys => [Name];

    public override MongoCommand? Read(string collection, JsonNode node)
    {
        var body = Checked(Name, node[Name]!, JsonForm.Object, Example);
        CheckParts(body);
        var change = body[Parts[^1]]!;
        // A stub's frame: an update, a document or a deletion that is still empty. { } deletes all, so it must be meant: "filter": { "_id": { "$exists": true } }
        if (change.IsEmpty)
            return null;
        return Command(Verb, collection, node, writer =>
        {
            if (Verb == "insert")
                WriteInsert(writer, change);
            else
                WriteChange(writer, body, change);
        });
    }

    private void CheckParts(JsonNode body)
    {
        string[] known = [.. Parts, .. Options];
        if (body.Fields.FirstOrDefault(field => !known.Contains(field.Name)) is { } stranger)
            throw new JsonFaultException($"{Name} knows no \"{stranger.Name}\".{Spelling.DidYouMean(stranger.Name, known)} It takes {string.Join(", ", known)}", stranger.Start);
        foreach (var part in Parts)
        {
            var value = body[part] ?? throw new JsonFaultException($"{Name} lacks \"{part}\". The whole is {Example}", body.Start);
            var isPipeline = part == "update" && value.Form == JsonForm.Array;
            if (isPipeline)
                PipelineOperation.CheckStages(part, value);
            else
                Checked(part, value, part == "documents" ? JsonForm.Array : JsonForm.Object, Example);
        }
        CheckOperators(body);
    }

    // The shell refuses these two slips before it asks the server.
    private static void CheckOperators(JsonNode body)
    {
        if (body["update"]?.Fields.FirstOrDefault(field => !field.Name.StartsWith('$')) is { } plain)
            throw new JsonFaultException($"an update says what to do with each field: write {{ \"$set\": {{ \"{plain.Name}\": … }} }}. To replace a whole document, use replaceOne", plain.Start);
        if (body["replacement"]?.Fields.FirstOrDefault(field => field.Name.StartsWith('$')) is { } operation)
            throw new JsonFaultException($"a replacement is the new document itself, so {operation.Name} has no place in it. To change some fields, use updateOne", operation.Start);
        if (body["upsert"] is { Form: not JsonForm.Boolean } upsert)
            throw new JsonFaultException("\"upsert\" must be true or false", upsert.Start);
        if (body["arrayFilters"] is { } filters)
            Checked("arrayFilters", filters, JsonForm.Array, """{ "arrayFilters": [ { "item.qty": { "$gt": 5 } } ] }""");
    }

    private void WriteInsert(Utf8JsonWriter writer, JsonNode change)
    {
        writer.WriteStartArray("documents");
        foreach (var document in IsMany ? change.Items : [change])
            ExtendedJson.WriteCanonical(writer, Checked("documents", document, JsonForm.Object, Example));
        writer.WriteEndArray();
    }

    private void WriteChange(Utf8JsonWriter writer, JsonNode body, JsonNode change)
    {
        writer.WriteStartArray(Verb == "delete" ? "deletes" : "updates");
        writer.WriteStartObject();
        Write(writer, "q", body["filter"]!);
        if (Verb == "delete")
        {
            writer.WriteNumber("limit", IsMany ? 0 : 1);
        }
        else
        {
            Write(writer, "u", change);
            writer.WriteBoolean("multi", IsMany);
            writer.WriteBoolean("upsert", body["upsert"]?.Text == "true");
            if (body["arrayFilters"] is { } filters)
                Write(writer, "arrayFilters", filters);
        }
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
