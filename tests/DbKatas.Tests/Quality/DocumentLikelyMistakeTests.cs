using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Quality;

/// <summary>Which slip a wrong MongoDB answer is said to be: the exact sentence, or none.</summary>
[Parallelizable(ParallelScope.Children)]
public class DocumentLikelyMistakeTests
{
    private const string Seed = """
        { "orders": [
            { "_id": 1, "customer": 1, "total": 500, "status": "paid" }, { "_id": 2, "customer": 1, "total": 700, "status": "open" },
            { "_id": 3, "customer": 2, "total": 20, "status": "paid" }, { "_id": 4, "customer": 4, "total": 500 }],
          "customers": [{ "_id": 1, "name": "Ann" }, { "_id": 2, "name": "Ben" }, { "_id": 3, "name": "Cy" }, { "_id": 4, "name": "Ann" }] }
        """;

    private const string Joined = """
        { "collection": "customers", "pipeline": [
          { "$lookup": { "from": "orders", "localField": "_id", "foreignField": "customer", "as": "orders" } },
          { "$unwind": { "path": "$orders", "preserveNullAndEmptyArrays": true } },
          { "$project": { "name": 1, "total": "$orders.total" } }] }
        """;

    private const string Filtered = """{ "collection": "orders", "filter": { "status": { "$ne": "open" }, "total": { "$gte": 500 } }, "projection": { "total": 1 } }""";

    [TestCase(Joined, """
        { "collection": "customers", "pipeline": [
          { "$lookup": { "from": "orders", "localField": "_id", "foreignField": "customer", "as": "o" } }, { "$unwind": "$o" }, { "$project": { "name": "$name", "total": "$o.total" } }] }
        """, "This answers as if documents without orders were dropped: preserveNullAndEmptyArrays is missing.")]
    [TestCase(Joined, """{ "collection": "customers", "pipeline": [{ "$project": { "name": "nobody" } }] }""", null)]
    [TestCase(Filtered, """{ "collection": "orders", "filter": { "status": "paid", "total": { "$gt": 499 } }, "projection": { "total": 1 } }""", null)]
    [TestCase(Filtered, """{ "collection": "orders", "filter": { "status": { "$nin": ["open", null] }, "total": { "$gte": 500 } }, "projection": { "total": 1 } }""", "This answers as if documents without status were left out.")]
    [TestCase(Filtered, """{ "collection": "orders", "filter": { "$nor": [{ "status": "open" }] }, "projection": { "total": 1 } }""", "This answers as if a condition on total were missing.")]
    public async Task Says_which_slip_it_amounts_to(string reference, string answer, string? sentence)
    {
        var file = reference == Joined ? "pipeline.jsonc" : "find.jsonc";
        using var library = new TinyLibrary().WithMongoKata(Seed, reference, file, more: "\"order\": \"any\"");

        var verdict = await TestServers.Grader(library.Library.Solutions).GradeAsync(library.Catalog.Katas[0], library.Write($"answers/{file}", answer));

        verdict.Outcome.ShouldBe(Outcome.NotYet);
        verdict.LikelyMistake.ShouldBe(sentence);
    }

    [Test]
    public async Task Says_what_an_update_amounts_to()
    {
        using var library = new TinyLibrary().WithMongoKata(Seed, """{ "collection": "orders", "updateMany": { "filter": { "status": "paid" }, "update": { "$inc": { "total": 5 } } } }""", "update.jsonc", "state");

        var verdict = await TestServers.Grader(library.Library.Solutions).GradeAsync(library.Catalog.Katas[0],
            library.Write("answers/update.jsonc", """{ "collection": "orders", "updateMany": { "filter": { "status": "paid" }, "update": { "$set": { "total": 5 } } } }"""));

        verdict.LikelyMistake.ShouldBe("This leaves the collections as if total were set, and not added to: $set where the question needs $inc.");
    }
}
