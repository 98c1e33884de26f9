using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Quality.Mutating;

/// <summary>The parts of a MongoDB answer by what they are: lists of stages, queries, expressions, sorts, updates.</summary>
internal sealed class AnswerParts
{
    private static readonly string[] Writes = ["insertOne", "insertMany", "updateOne", "updateMany", "replaceOne", "deleteOne", "deleteMany"];

    /// <summary>The keys of a $lookup and its like that hold names.</summary>
    private static readonly string[] Names = ["from", "localField", "foreignField", "as", "coll", "path", "includeArrayIndex"];

    private AnswerParts(JsonNode root) => Root = root;

    public JsonNode Root { get; }

    public List<JsonNode> Pipelines { get; } = [];

    /// <summary>Objects of conditions, also those in $and, $or and $nor.</summary>
    public List<JsonNode> Queries { get; } = [];

    /// <summary>Every value in an expression, from the outside inwards.</summary>
    public List<JsonNode> Expressions { get; } = [];

    public List<JsonNode> Sorts { get; } = [];

    public List<JsonNode> Projections { get; } = [];

    public List<JsonNode> Groups { get; } = [];

    public List<JsonNode> Lookups { get; } = [];

    /// <summary>Objects with a key such as $limit or skip that holds a number of documents.</summary>
    public List<(JsonNode Holder, string Key)> Limits { get; } = [];

    /// <summary>Stages with $unwind.</summary>
    public List<JsonNode> Unwinds { get; } = [];

    /// <summary>Objects of update operators.</summary>
    public List<JsonNode> Updates { get; } = [];

    /// <summary>The operations, each with its collection.</summary>
    public IReadOnlyList<JsonNode> Operations => Root.Form == JsonForm.Array ? Root.Items : [Root];

    public static AnswerParts Read(JsonNode root)
    {
        var parts = new AnswerParts(root);
        foreach (var operation in parts.Operations)
            parts.ReadOperation(operation);
        return parts;
    }

    /// <summary>The fields that an expression reads: "price" of "$price" and of "$$item.price".</summary>
    public static IEnumerable<string> FieldsIn(JsonNode expression) =>
        expression.All().Where(node => node.Form == JsonForm.Text && node.Text.StartsWith('$')).Select(node => Field(node.Text)).Where(name => name.Length > 0).Distinct();

    /// <summary>The fields in an expression; where there are none, the variables, which are mostly called like the fields that they hold.</summary>
    public static IEnumerable<string> NamesIn(JsonNode expression) => FieldsIn(expression).Concat(expression.All()
        .Where(node => node.Form == JsonForm.Text && node.Text.StartsWith("$$", StringComparison.Ordinal) && node.Text.Length > 2 && char.IsLower(node.Text[2]))
        .Select(node => node.Text[2..].Split('.')[0]));

    public static string Field(string path) =>
        !path.StartsWith("$$", StringComparison.Ordinal) ? path.TrimStart('$') : path.Contains('.') ? path[(path.IndexOf('.') + 1)..] : "";

    private void ReadOperation(JsonNode operation)
    {
        if (operation["pipeline"] is { } pipeline)
            ReadPipeline(pipeline);
        if (operation["filter"] is { } filter)
            ReadQuery(filter);
        if (operation["sort"] is { } sort)
            Sorts.Add(sort);
        if (operation["projection"] is { } projection)
            ReadProjection(projection);
        Limits.AddRange(operation.Fields.Where(field => field.Name is "skip" or "limit").Select(field => (operation, field.Name)));
        foreach (var write in operation.Fields.Where(field => Writes.Contains(field.Name)))
            ReadWrite(write.Value);
    }

    private void ReadWrite(JsonNode body)
    {
        if (body["filter"] is { } filter)
            ReadQuery(filter);
        foreach (var condition in body["arrayFilters"]?.Items ?? [])
            ReadQuery(condition);
        if (body["update"] is { Form: JsonForm.Array } pipeline)
            ReadPipeline(pipeline);
        else if (body["update"] is { } update)
            Updates.Add(update);
    }

    private void ReadPipeline(JsonNode pipeline)
    {
        Pipelines.Add(pipeline);
        foreach (var stage in pipeline.Items.Where(stage => stage.Fields.Count == 1))
            ReadStage(stage, stage.Fields[0].Name, stage.Fields[0].Value);
    }

    private void ReadStage(JsonNode stage, string name, JsonNode value)
    {
        switch (name)
        {
            case "$match":
                ReadQuery(value);
                break;
            case "$sort":
                Sorts.Add(value);
                break;
            case "$limit" or "$skip":
                Limits.Add((stage, name));
                break;
            case "$unwind":
                Unwinds.Add(stage);
                break;
            case "$project":
                ReadProjection(value);
                break;
            case "$group":
                Groups.Add(value);
                ReadExpression(value);
                break;
            case "$unset" or "$count" or "$out" or "$merge":
                break;
            case "$lookup" or "$graphLookup" or "$unionWith" or "$facet":
                ReadInner(name, value);
                break;
            default:
                ReadExpression(value);
                break;
        }
    }

    private void ReadInner(string name, JsonNode value)
    {
        if (name == "$lookup")
            Lookups.Add(value);
        foreach (var field in value.Fields.Where(field => !Names.Contains(field.Name)))
            if (field.Value.Form == JsonForm.Array)
                ReadPipeline(field.Value);
            else
                ReadExpression(field.Value);
    }

    private void ReadProjection(JsonNode projection)
    {
        Projections.Add(projection);
        foreach (var field in projection.Fields.Where(field => field.Value.Form is JsonForm.Object or JsonForm.Array))
            ReadExpression(field.Value);
    }

    private void ReadQuery(JsonNode query)
    {
        if (query.Form != JsonForm.Object)
            return;
        Queries.Add(query);
        foreach (var field in query.Fields)
            if (field.Name is "$and" or "$or" or "$nor")
                foreach (var inner in field.Value.Items)
                    ReadQuery(inner);
            else if (field.Name == "$expr")
                ReadExpression(field.Value);
            else if (field.Value["$elemMatch"] is { Fields: [{ Name: not ['$', ..] }, ..] } item)
                ReadQuery(item);
    }

    private void ReadExpression(JsonNode expression)
    {
        Expressions.Add(expression);
        if (ExtendedType.Of(expression) is not null || expression["$literal"] is not null)
            return;
        foreach (var field in expression.Fields.Where(field => field.Name is not ("as" or "format" or "timezone" or "unit")))
            ReadExpression(field.Value);
        foreach (var item in expression.Items)
            ReadExpression(item);
    }
}
