using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>An answer to a MongoDB kata: the learner's, or the reference.</summary>
/// <param name="Path">The file, as a full path.</param>
/// <param name="Text">Its content.</param>
/// <param name="Commands">None when nothing has been written yet.</param>
/// <param name="Fault">What is wrong with the file itself; then there are no commands.</param>
public sealed record MongoAnswer(string Path, string Text, IReadOnlyList<MongoCommand> Commands, JsonFaultException? Fault = null)
{
    /// <summary>The file's one value; null when it holds none, or is at fault.</summary>
    public JsonNode? Root { get; init; }

    /// <param name="path">The file, whatever it is called.</param>
    /// <param name="kind">What the kata's answer is called: pipeline.jsonc, find.jsonc, update.jsonc or script.jsonc.</param>
    /// <exception cref="TextFileException">The file can't be read as text.</exception>
    public static MongoAnswer Read(string path, string kind)
    {
        var text = TextFile.Read(path);
        try
        {
            var root = JsonReader.Read(text);
            return new MongoAnswer(path, text, root is null ? [] : AnswerShape.Of(kind).Read(root)) { Root = root };
        }
        catch (JsonFaultException fault)
        {
            return new MongoAnswer(path, text, [], fault);
        }
    }
}
