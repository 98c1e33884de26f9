using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.StandIn;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.MongoDb;

/// <summary>Whole cases: a tiny kata, a pipeline, the outcome and every word that the learner reads.</summary>
public class MongoVerdictWordsTests
{
    private const string Id = "mongodb/test/01-kata";
    private const string Right = """{ "collection": "c", "pipeline": [{ "$match": { "n": { "$gt": 1 } } }] }""";

    private static IEnumerable<TestCaseData> Answers()
    {
        TestCaseData Case(string name, Outcome outcome, string pipeline) => new TestCaseData(name, outcome, pipeline).SetArgDisplayNames(name);

        yield return Case("right", Outcome.Right, Right);
        yield return Case("right-with-comments-and-commas", Outcome.Right, "\uFEFF// mine\r\n{ \"collection\": \"c\", /* all */ \"pipeline\": [{ \"$match\": { \"n\": { \"$gte\": 2, }, }, }, ], }\r\n");
        yield return Case("untouched-stub", Outcome.NotStarted, """{ "collection": "c", "pipeline": [] }""");
        yield return Case("empty-file", Outcome.NotStarted, "");
        yield return Case("comma-forgotten", Outcome.DidNotRun, """
            {
              "collection": "c"
              "pipeline": []
            }
            """);
        yield return Case("bracket-not-closed", Outcome.DidNotRun, """
            { "collection": "c", "pipeline": [
              { "$match": { "n": 2 }
            ] }
            """);
        yield return Case("quotes-of-the-shell", Outcome.DidNotRun, "{ collection: 'c', pipeline: [{ $match: { n: 2 } }] }");
        yield return Case("a-list-alone", Outcome.DidNotRun, """[{ "$match": { "n": 2 } }]""");
        yield return Case("unknown-collection", Outcome.DidNotRun, Right.Replace("\"c\"", "\"d\"", StringComparison.Ordinal));
        yield return Case("unknown-stage", Outcome.DidNotRun, """{ "collection": "c", "pipeline": [{ "$mach": { "n": 2 } }] }""");
        yield return Case("unknown-operator", Outcome.DidNotRun, """{ "collection": "c", "pipeline": [{ "$match": { "n": { "$grater": 1 } } }] }""");
        yield return Case("two-stages-in-one", Outcome.DidNotRun, """{ "collection": "c", "pipeline": [{ "$match": { "n": 2 }, "$limit": 1 }] }""");
        yield return Case("refused-while-it-runs", Outcome.DidNotRun, """{ "collection": "c", "pipeline": [{ "$set": { "x": { "$divide": ["$n", 0] } } }] }""");
        yield return Case("needs-a-server", Outcome.NeedsServer, """
            { "collection": "c", "pipeline": [
              { "$bucketAuto": { "groupBy": "$n", "buckets": 2 } }
            ] }
            """);
        yield return Case("unknown-key", Outcome.DidNotRun, """{ "collection": "c", "pipelines": [{ "$match": { "n": 2 } }] }""");
        yield return Case("wrong-documents", Outcome.NotYet, """{ "collection": "c", "pipeline": [{ "$match": { "n": { "$gte": 1 } } }] }""");
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Says(string name, Outcome outcome, string pipeline)
    {
        using var library = Library();

        await ShouldSayAsync(library, name, outcome, pipeline);
    }

    [Test]
    public async Task Says_that_a_newer_server_is_needed()
    {
        using var library = Library(", \"needs\": { \"mongodb\": 8 }");

        await ShouldSayAsync(library, "newer-server-needed", Outcome.NeedsServer, Right);
    }

    [Test]
    public async Task Says_that_the_kata_itself_needs_a_server()
    {
        using var library = Library(reference: """{ "collection": "c", "pipeline": [{ "$bucketAuto": { "groupBy": "$n", "buckets": 2 } }] }""");

        await ShouldSayAsync(library, "kata-needs-a-server", Outcome.NeedsServer, Right);
    }

    [Test]
    public async Task Says_what_to_do_where_Node_is_missing()
    {
        using var library = Library();
        await using var engine = new MongoEngine(new MongoProviders([new MingoProvider(CacheFolder.OfThisUser(), null)]).StartAsync);

        await ShouldSayAsync(library, "no-node", Outcome.Trouble, Right, new Grader.Grading.Grader([new MongoKataGrader(engine, new SolutionFolders(library.Library.Solutions))]));
    }

    private static TinyLibrary Library(string more = "", string reference = Right)
    {
        var library = new TinyLibrary();
        library.Write($"katas/{Id}/kata.json", $$"""{ "title": "A kata", "engines": ["mongodb"], "kind": "result", "order": "any", "level": 1, "topics": ["test"]{{more}} }""");
        library.Write($"katas/{Id}/prompt.md", "# A kata\n");
        library.Write($"katas/{Id}/seed.jsonc", """{ "c": [{ "_id": 1, "n": 1 }, { "_id": 2, "n": 2 }, { "_id": 3, "n": 3 }] }""");
        library.Write($"katas/{Id}/pipeline.jsonc", """{ "collection": "c", "pipeline": [] }""");
        library.Write($"solutions/{Id}/pipeline.jsonc", reference);
        return library;
    }

    private static async Task ShouldSayAsync(TinyLibrary library, string name, Outcome outcome, string pipeline, Grader.Grading.Grader? grader = null)
    {
        var kata = library.Catalog.Katas[0];
        var path = library.Write($"katas/{Id}/pipeline.jsonc", pipeline);

        var verdict = await (grader ?? TestServers.Grader(library.Library.Solutions)).GradeAsync(kata, path);

        verdict.Outcome.ShouldBe(outcome, VerdictText.Write(verdict, Ink.Plain));
        // Before lines are broken, so that the words do not depend on where the test ran.
        var words = VerdictText.Write(verdict with { Sentence = verdict.Sentence?.Replace(library.Root, "HERE") }, Ink.Plain).Replace(library.Root, "HERE");
        words.ShouldBeApprovedAs($"Engines/MongoDb/approved/{name}");
    }
}
