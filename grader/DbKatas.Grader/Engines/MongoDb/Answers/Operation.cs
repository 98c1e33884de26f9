using System.Text;
using System.Text.Json;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>One thing that an answer may ask of a collection, and the command that it becomes. Writes are named as in the shell's bulkWrite.</summary>
/// <param name="Name">The key that names it.</param>
/// <param name="Example">One, for whoever writes another shape.</param>
internal abstract record Operation(string Name, string Example)
{
    public static readonly Operation Pipeline = new PipelineOperation();

    public static readonly Operation Find = new FindOperation();

    public static readonly IReadOnlyList<Operation> Writes =
    [
        new WriteOperation("insertOne", "insert", "document"),
        new WriteOperation("insertMany", "insert", "documents"),
        new WriteOperation("updateOne", "update", "filter", "update"),
        new WriteOperation("updateMany", "update", "filter", "update"),
        new WriteOperation("replaceOne", "update", "filter", "replacement"),
        new WriteOperation("deleteOne", "delete", "filter"),
        new WriteOperation("deleteMany", "delete", "filter"),
    ];

    /// <summary>The keys that may stand beside "collection".</summary>
    public abstract IReadOnlyList<string> TopKeys { get; }

    public bool IsIn(JsonNode node) => node.Fields.Any(field => TopKeys.Contains(field.Name));

    /// <returns>Null while only the frame of a stub is there.</returns>
    /// <exception cref="JsonFaultException">A part is missing or of another form.</exception>
    public abstract MongoCommand? Read(string collection, JsonNode node);

    protected static MongoCommand Command(string verb, string collection, JsonNode source, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { MaxDepth = 1000 }))
        {
            writer.WriteStartObject();
            writer.WriteString(verb, collection);
            write(writer);
            writer.WriteEndObject();
        }
        return new MongoCommand(verb, collection, Encoding.UTF8.GetString(bytes.ToArray()), source);
    }

    protected static void Write(Utf8JsonWriter writer, string key, JsonNode value)
    {
        writer.WritePropertyName(key);
        ExtendedJson.WriteCanonical(writer, value);
    }

    protected static JsonNode Checked(string key, JsonNode value, JsonForm form, string example)
    {
        if (value.Form != form)
            throw new JsonFaultException($"\"{key}\" must be {new JsonNode(form, 0).FormWords}, as in {example}, and here stands {value.FormWords}", value.Start);
        return value;
    }
}
