using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>Reads and changes what stands at a path such as "items.price", in every item of the arrays on the way.</summary>
internal static class JsonPaths
{
    /// <summary>The values at the path; those of an array at its end one by one. Nothing where the field is missing.</summary>
    public static IEnumerable<JsonNode> At(this JsonNode node, string path) => At(node, path.Split('.'), 0);

    /// <summary>The document with each value at the path replaced; what is replaced by null is taken away.</summary>
    public static JsonNode Map(this JsonNode node, string path, Func<JsonNode, JsonNode?> change) => Map(node, path.Split('.'), 0, change) ?? node;

    private static IEnumerable<JsonNode> At(JsonNode node, string[] names, int depth)
    {
        if (node.Form == JsonForm.Array)
            return node.Items.SelectMany(item => At(item, names, depth));
        if (depth == names.Length)
            return [node];
        return node.Kind() == DocumentKind.Object && node[names[depth]] is { } value ? At(value, names, depth + 1) : [];
    }

    private static JsonNode? Map(JsonNode node, string[] names, int depth, Func<JsonNode, JsonNode?> change)
    {
        if (node.Form == JsonForm.Array)
            return node with { Items = [.. node.Items.Select(item => Map(item, names, depth, change)).OfType<JsonNode>()] };
        if (depth == names.Length)
            return change(node);
        if (node.Kind() != DocumentKind.Object || node[names[depth]] is not { } value)
            return node;
        return Map(value, names, depth + 1, change) is { } changed ? node.With(names[depth], changed) : node.Without(names[depth]);
    }
}
