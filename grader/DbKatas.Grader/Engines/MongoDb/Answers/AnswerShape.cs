using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>What one kind of answer file holds, by the file's name.</summary>
/// <param name="Example">The smallest whole one, for whoever writes another shape.</param>
/// <param name="Operations">The operations that it may hold.</param>
/// <param name="IsList">True when it holds several.</param>
internal sealed record AnswerShape(string Example, IReadOnlyList<Operation> Operations, bool IsList = false)
{
    public static readonly AnswerShape Pipeline = new("""{ "collection": "…", "pipeline": [ … ] }""", [Operation.Pipeline]);

    public static readonly AnswerShape Find = new("""{ "collection": "…", "filter": { … } }""", [Operation.Find]);

    public static readonly AnswerShape Update = new(
        """{ "collection": "…", "updateMany": { "filter": { … }, "update": { … } } }""", Operation.Writes);

    public static readonly AnswerShape Script = new(
        """[ { "collection": "…", "insertOne": { "document": { … } } }, … ]""", [.. Operation.Writes, Operation.Pipeline], IsList: true);

    public static AnswerShape Of(string fileName) => fileName switch
    {
        KataFormat.MongoPipeline => Pipeline,
        KataFormat.MongoFind => Find,
        KataFormat.MongoUpdate => Update,
        _ => Script,
    };

    /// <returns>The commands; none while nothing but the frame of a stub is there.</returns>
    /// <exception cref="JsonFaultException">The file holds something of another shape.</exception>
    public IReadOnlyList<MongoCommand> Read(JsonNode root)
    {
        if (IsList && root.Form == JsonForm.Array)
            return [.. root.Items.Select(ReadOne).OfType<MongoCommand>()];
        if (IsList || root.Form != JsonForm.Object)
            throw new JsonFaultException($"this file holds {(IsList ? "a list of operations" : "one object")}, as in {Example}, and here stands {root.FormWords}", root.Start);
        return ReadOne(root) is { } command ? [command] : [];
    }

    private MongoCommand? ReadOne(JsonNode node)
    {
        if (node.Form != JsonForm.Object)
            throw new JsonFaultException($"each operation is an object, as in {Operations[0].Example}, and here stands {node.FormWords}", node.Start);
        var named = Operations.Where(operation => operation.IsIn(node)).ToList();
        if (named.Count > 1)
            throw new JsonFaultException($"this object holds \"{named[0].Name}\" and \"{named[1].Name}\". Keep one operation in an object", node.Start);
        var operation = named.FirstOrDefault() ?? (Operations.Count == 1 ? Operations[0] : null);
        CheckKeys(node, operation);
        if (operation is null)
            throw new JsonFaultException($"this object names no operation. Write one of: {string.Join(", ", Operations.Select(o => o.Name))}", node.Start);
        return operation.Read(Collection(node), node);
    }

    private void CheckKeys(JsonNode node, Operation? operation)
    {
        string[] known = ["collection", .. operation?.TopKeys ?? Operations.SelectMany(o => o.TopKeys)];
        if (node.Fields.FirstOrDefault(field => !known.Contains(field.Name)) is { } stranger)
            throw new JsonFaultException(
                $"the key \"{stranger.Name}\" is not known here.{Spelling.DidYouMean(stranger.Name, known)} Known are: {string.Join(", ", known)}", stranger.Start);
    }

    private string Collection(JsonNode node) => node["collection"] switch
    {
        { Form: JsonForm.Text, Text.Length: > 0 } name => name.Text,
        { } other => throw new JsonFaultException("\"collection\" must be the collection's name, as in \"collection\": \"orders\"", other.Start),
        null => throw new JsonFaultException($"\"collection\" is missing: the collection to work on. The whole is {(IsList ? Operations[0].Example : Example)}", node.Start),
    };
}
