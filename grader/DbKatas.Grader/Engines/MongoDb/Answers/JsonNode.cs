namespace DbKatas.Grader.Engines.MongoDb.Answers;

public enum JsonForm
{
    Object,
    Array,
    Text,
    Number,
    Boolean,
    Null,
}

/// <summary>A value of a JSON file, with its place, so that a fault can be pointed at.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Start">Where it begins in the file's text.</param>
/// <param name="Text">The text without quotes, the number's digits, "true" or "false"; empty for others.</param>
public sealed record JsonNode(JsonForm Form, int Start, string Text = "")
{
    /// <summary>An object's keys and values, in the file's order.</summary>
    public IReadOnlyList<JsonField> Fields { get; init; } = [];

    /// <summary>An array's values.</summary>
    public IReadOnlyList<JsonNode> Items { get; init; } = [];

    /// <summary>The value of that key, or null.</summary>
    public JsonNode? this[string key] => Fields.FirstOrDefault(field => field.Name == key)?.Value;

    public bool IsEmpty => Fields.Count == 0 && Items.Count == 0;

    /// <summary>What it is, in words.</summary>
    public string FormWords => Form switch
    {
        JsonForm.Object => "an object",
        JsonForm.Array => "a list",
        JsonForm.Text => "a text",
        JsonForm.Number => "a number",
        JsonForm.Boolean => Text,
        _ => "null",
    };
}

/// <param name="Start">Where the key begins.</param>
public sealed record JsonField(string Name, int Start, JsonNode Value);
