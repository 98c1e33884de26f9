using System.Text.Json;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading;

/// <summary>Verdicts on MongoDB answers that the visible documents alone would get wrong, and the words for them.</summary>
[Parallelizable(ParallelScope.Children)]
public class HiddenDocumentTests
{
    private const string Seed = """
        { "orders": [
            { "_id": 1, "customer": "Ann", "total": 20, "at": { "$date": "2026-03-01T10:00:00Z" }, "tags": ["gift"] },
            { "_id": 2, "customer": "Ben", "total": 45, "at": { "$date": "2026-03-02T10:00:00Z" }, "tags": ["gift", "late"] },
            { "_id": 3, "customer": "Cy", "total": 12.5, "at": { "$date": "2026-03-02T12:00:00Z" } }] }
        """;

    private const string Reference = """
        { "collection": "orders", "pipeline": [
          { "$match": { "total": { "$gte": 15 } } },
          { "$group": { "_id": "$customer", "spent": { "$sum": "$total" } } },
          { "$sort": { "spent": -1, "_id": 1 } },
          { "$project": { "_id": 0, "customer": "$_id", "spent": 1 } }] }
        """;

    private const string Ordered = "\"order\": [\"spent desc\", \"customer\"]";

    private static IEnumerable<TestCaseData> Answers()
    {
        TestCaseData Case(string name, Outcome outcome, string stages) => new TestCaseData(name, outcome, $$"""{ "collection": "orders", "pipeline": [{{stages}}] }""").SetArgDisplayNames(name);

        yield return Case("documents-limit-off-by-one", Outcome.NotYet, """
            { "$match": { "total": { "$gt": 15 } } }, { "$group": { "_id": "$customer", "spent": { "$sum": "$total" } } }, { "$sort": { "spent": -1, "_id": 1 } }, { "$project": { "_id": 0, "customer": "$_id", "spent": 1 } }
            """);
        yield return Case("documents-not-grouped", Outcome.NotYet, """
            { "$match": { "total": { "$gte": 15 } } }, { "$sort": { "total": -1, "customer": 1 } }, { "$project": { "_id": 0, "customer": 1, "spent": "$total" } }
            """);
        yield return Case("documents-ties-unsorted", Outcome.NotYet, """
            { "$match": { "total": { "$gte": 15 } } }, { "$group": { "_id": "$customer", "spent": { "$sum": "$total" } } }, { "$sort": { "spent": -1 } }, { "$project": { "_id": 0, "customer": "$_id", "spent": 1 } }
            """);
        yield return Case("documents-refused", Outcome.NotYet, """
            { "$match": { "total": { "$gte": 15 }, "$expr": { "$gte": [{ "$size": "$tags" }, 1] } } }, { "$group": { "_id": "$customer", "spent": { "$sum": "$total" } } }, { "$sort": { "spent": -1, "_id": 1 } }, { "$project": { "_id": 0, "customer": "$_id", "spent": 1 } }
            """);
        yield return Case("documents-fragile", Outcome.Right, """
            { "$match": { "total": { "$not": { "$lt": 15 } } } }, { "$group": { "_id": "$customer", "spent": { "$sum": "$total" } } }, { "$sort": { "spent": -1, "_id": 1 } }, { "$project": { "_id": 0, "customer": "$_id", "spent": 1 } }
            """);
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Says_on_which_documents_an_answer_goes_wrong(string name, Outcome outcome, string answer)
    {
        using var library = new TinyLibrary().WithMongoKata(Seed, Reference, more: Ordered);

        var verdict = await GradeAsync(library, answer);

        verdict.Outcome.ShouldBe(outcome);
        VerdictText.Write(verdict with { AnswerPath = null }, Ink.Plain).ShouldBeApprovedAs($"Grading/approved/{name}");
    }

    [Test]
    public async Task Says_what_an_update_leaves_behind()
    {
        using var library = new TinyLibrary().WithMongoKata(Seed, """{ "collection": "orders", "updateMany": { "filter": { "total": { "$lt": 20 } }, "update": { "$addToSet": { "tags": "small" } } } }""",
            "update.jsonc", "state");

        var verdict = await GradeAsync(library, """{ "collection": "orders", "updateMany": { "filter": { "total": { "$lt": 20 } }, "update": { "$push": { "tags": "small" } } } }""", "update.jsonc");

        // No document of the seed has the tag, so that a second one never shows.
        verdict.Outcome.ShouldBe(Outcome.Right);
        verdict = await GradeAsync(library, """{ "collection": "orders", "updateOne": { "filter": { "total": { "$lt": 20 } }, "update": { "$addToSet": { "tags": "small" } } } }""", "update.jsonc");
        verdict.Outcome.ShouldBe(Outcome.NotYet);
        VerdictText.Write(verdict with { AnswerPath = null }, Ink.Plain).ShouldBeApprovedAs("Grading/approved/documents-update");
    }

    [Test]
    public async Task Other_programs_read_the_same_documents()
    {
        using var library = new TinyLibrary().WithMongoKata(Seed, Reference, more: Ordered);

        var verdict = await GradeAsync(library, Reference.Replace("\"$gte\": 15", "\"$gt\": 15"));

        using var json = JsonDocument.Parse(VerdictJson.Write([verdict]));
        var root = json.RootElement[0];
        var example = root.GetProperty("counterexample");
        root.GetProperty("likelyMistake").GetString().ShouldBe("This answers as if the limit itself did not count: total $gt 15 where the question needs total $gte 15.");
        example.GetProperty("rows").GetInt32().ShouldBe(1);
        example.GetProperty("statements").GetArrayLength().ShouldBe(1);
        example.GetProperty("documents").GetProperty("orders")[0].GetProperty("total").GetInt32().ShouldBe(15);
        example.GetProperty("expected").GetArrayLength().ShouldBe(1);
        example.GetProperty("yours").GetArrayLength().ShouldBe(0);
    }

    [Test]
    public async Task What_the_reference_leaves_to_chance_is_no_ground_for_a_verdict()
    {
        using var library = new TinyLibrary().WithMongoKata(Seed, """{ "collection": "orders", "pipeline": [{ "$sort": { "total": -1 } }, { "$limit": 1 }, { "$project": { "_id": 0, "customer": 1 } }] }""", more: "\"order\": \"any\"");

        var verdict = await GradeAsync(library, """{ "collection": "orders", "pipeline": [{ "$sort": { "total": -1, "_id": -1 } }, { "$limit": 1 }, { "$project": { "_id": 0, "customer": 1 } }] }""");

        verdict.Outcome.ShouldBe(Outcome.Right);
    }

    [Test]
    public async Task The_same_answer_gets_the_same_verdict()
    {
        using var library = new TinyLibrary().WithMongoKata(Seed, Reference, more: Ordered);
        var answer = Reference.Replace("\"spent\": -1, \"_id\": 1", "\"spent\": -1");

        var texts = new[] { await GradeAsync(library, answer), await GradeAsync(library, answer) }.Select(verdict => VerdictText.Write(verdict, Ink.Plain)).ToList();

        texts[0].ShouldBe(texts[1]);
    }

    private static Task<Verdict> GradeAsync(TinyLibrary library, string answer, string file = "pipeline.jsonc") =>
        TestServers.Grader(library.Library.Solutions).GradeAsync(library.Catalog.Katas[0], library.Write($"answers/{file}", answer));
}
