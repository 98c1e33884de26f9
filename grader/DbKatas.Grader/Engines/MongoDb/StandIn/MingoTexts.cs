using System.Text.Json;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>The lines that the worker is asked and answers with; worker.mjs says what is in them.</summary>
internal static class MingoTexts
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    public static Func<long, string> Question(MongoTask task) => id =>
        $$"""{"id":{{id}},"collections":{{task.Seed.Json}},"commands":{{Commands(task.Commands)}},"most":{{task.Limits.Rows}}}""";

    public static Func<long, string> Question(MongoBatch batch) => id =>
        $$"""{"id":{{id}},"datasets":[{{string.Join(',', batch.Seeds.Select(seed => seed.Json))}}],"answers":[{{string.Join(',', batch.Answers.Select(Commands))}}],"most":{{batch.Limits.Rows}}}""";

    public static MongoRun Read(string answer, MongoTask task)
    {
        using var json = JsonDocument.Parse(answer, Deep);
        return Read(json.RootElement, task.Commands, task.Limits.Rows);
    }

    /// <returns>For each dataset a run for each answer; answers that gave the same share one.</returns>
    public static IReadOnlyList<IReadOnlyList<MongoRun>> ReadAll(string answer, IReadOnlyList<IReadOnlyList<MongoCommand>> answers, int most)
    {
        using var json = JsonDocument.Parse(answer, Deep);
        return [.. json.RootElement.GetProperty("results").EnumerateArray().Select(result =>
        {
            var outcomes = result.GetProperty("outcomes").EnumerateArray().ToList();
            var runs = new MongoRun?[outcomes.Count];
            return (IReadOnlyList<MongoRun>)[.. result.GetProperty("places").EnumerateArray().Select((place, i) => runs[place.GetInt32()] ??= Read(outcomes[place.GetInt32()], answers[i], most))];
        })];
    }

    private static string Commands(IReadOnlyList<MongoCommand> commands) => $"[{string.Join(',', commands.Select(command => command.Json))}]";

    private static MongoRun Read(JsonElement outcome, IReadOnlyList<MongoCommand> commands, int most)
    {
        if ((Failure(outcome, "rejected", MongoFault.Refused, commands) ?? Failure(outcome, "refused", MongoFault.NeedsServer, commands)) is { } failure)
            return MongoRun.Failed(failure);
        var documents = outcome.GetProperty("documents");
        return new MongoRun(
            documents.ValueKind == JsonValueKind.Null ? null : Documents(documents, outcome.GetProperty("truncated").GetBoolean()),
            outcome.GetProperty("collections").EnumerateObject().ToDictionary(collection => collection.Name, collection => Documents(collection.Value, collection.Value.GetArrayLength() > most)));
    }

    private static MongoFailure? Failure(JsonElement outcome, string key, MongoFault fault, IReadOnlyList<MongoCommand> commands)
    {
        if (!outcome.TryGetProperty(key, out var message))
            return null;
        var at = outcome.GetProperty("command").GetInt32();
        return new MongoFailure(fault, message.GetString()!, at >= 0 && at < commands.Count ? commands[at] : null);
    }

    private static DocumentList Documents(JsonElement documents, bool truncated) => new([.. documents.EnumerateArray().Select(ExtendedJson.ReadDocument)], truncated);
}
