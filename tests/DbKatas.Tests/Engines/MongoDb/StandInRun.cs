using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;

namespace DbKatas.Tests.Engines.MongoDb;

/// <summary>Runs JSON as people write it on the stand-in, and gives what came as JSON.</summary>
internal static class StandInRun
{
    /// <param name="documents">What the collection c holds, separated by commas; an _id is added where there is none.</param>
    /// <param name="answer">One operation as in script.jsonc; the collection <paramref name="from"/> is added.</param>
    public static async Task<MongoRun> OfAsync(string documents, string answer, string? others = null, string from = "c")
    {
        var seed = SeedOf($$"""{ "c": [{{documents}}]{{(others is null ? "" : $", \"o\": [{others}]")}} }""");
        var body = answer.TrimStart()[1..];
        var root = JsonReader.Read($$"""{ "collection": "{{from}}", {{body}}""")!;
        var kind = root["filter"] ?? root["projection"] ?? root["sort"] ?? root["limit"];
        var commands = kind is not null ? AnswerShape.Find.Read(root) : root["pipeline"] is not null ? AnswerShape.Pipeline.Read(root) : AnswerShape.Update.Read(root);
        return await (await TestServers.MongoDb.ServerAsync(CancellationToken.None)).RunAsync(new MongoTask(seed, commands, new KataLimits()), CancellationToken.None);
    }

    public static SeedData SeedOf(string json)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("katas/mongodb/test/01-kata/seed.jsonc", json);
        var kata = new Kata { Id = "mongodb/test/01-kata", Folder = Path.GetDirectoryName(path)!, Title = "", Engines = ["mongodb"], Kind = KataKind.Result, Level = 1, Topics = [] };
        return SeedData.Read(kata);
    }

    public static string Text(DocumentList? list) => string.Join(" ", (list?.Documents ?? []).Select(document => DocumentText.Of(document, longest: 1000)));

    public static string Shown(MongoRun run) => run.Failure is { } failure
        ? $"{failure.Fault}: {failure.Message}"
        : Text(run.Documents ?? run.Collections.GetValueOrDefault("c"));
}
