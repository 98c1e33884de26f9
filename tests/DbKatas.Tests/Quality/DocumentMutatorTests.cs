using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Quality;
using DbKatas.Tests.Engines.MongoDb;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Quality;

/// <summary>Each kind of slip in a pipeline, a query or an update: what it makes of a small answer, and what it says.</summary>
public class DocumentMutatorTests
{
    private const string Seed = """
        { "orders": [{ "_id": 1, "status": "paid", "total": 10, "tags": ["a"], "items": [{ "sku": "x", "qty": 1 }], "customer": 1 }],
          "customers": [{ "_id": 1, "name": "Ann", "city": 1 }, { "_id": 2, "name": "Ben", "city": 2 }] }
        """;

    [TestCase("""{ "$match": { "status": "paid", "total": { "$gte": 20 } } }""", """{ "$match": { "total": { "$gte": 20 } } }""", "a condition on status were missing")]
    [TestCase("""{ "$match": { "status": "paid", "total": { "$gte": 20 } } }""", """{ "$match": { "$or": [{ "status": "paid" }, { "total": { "$gte": 20 } }] } }""", "one of the conditions were enough: $or where the question needs all of them")]
    [TestCase("""{ "$match": { "total": { "$gte": 20 } } }""", """{ "$match": { "total": { "$gt": 20 } } }""", "the limit itself did not count: total $gt 20 where the question needs total $gte 20")]
    [TestCase("""{ "$match": { "total": { "$gte": 20 } } }""", """{ "$match": { "total": { "$gte": 21 } } }""", "21 stood where the question needs 20")]
    [TestCase("""{ "$match": { "total": { "$gt": 2.5, "$lt": 9 } } }""", """{ "$match": { "total": { "$gt": 2.5 } } }""", "a condition on total were missing: $lt")]
    [TestCase("""{ "$match": { "tags": "a" } }""", """{ "$match": { "tags": ["a"] } }""", "tags had to be just that list, and not only to have it among its items")]
    [TestCase("""{ "$match": { "status": null } }""", """{ "$match": { "status": { "$exists": false } } }""", "only a missing status counted, and not one that is null: $exists where the question needs null")]
    [TestCase("""{ "$match": { "status": { "$ne": "paid" } } }""", """{ "$match": { "status": { "$exists": true, "$ne": "paid" } } }""", "documents without status were left out")]
    [TestCase("""{ "$match": { "status": { "$exists": true } } }""", """{ "$match": { "status": { "$ne": null } } }""", "a status that is null counted as missing: $ne null where the question needs $exists")]
    [TestCase("""{ "$match": { "status": { "$in": ["paid", "sent"] } } }""", """{ "$match": { "status": { "$in": ["paid"] } } }""", "\"sent\" were not among the values of status")]
    [TestCase("""{ "$match": { "tags": { "$all": ["a", "b"] } } }""", """{ "$match": { "tags": { "$in": ["a", "b"] } } }""", "one of the values of tags were enough: $in where the question needs $all")]
    [TestCase("""{ "$match": { "items": { "$elemMatch": { "sku": "x", "qty": 1 } } } }""", """{ "$match": { "items.sku": "x", "items.qty": 1 } }""", "the conditions could hold for different items of the list: an $elemMatch is missing")]
    [TestCase("""{ "$match": { "status": { "$regex": "^p" } } }""", """{ "$match": { "status": { "$regex": "p" } } }""", "status could begin with something else: ^ is missing")]
    [TestCase("""{ "$match": { "$expr": { "$gt": ["$total", "$limit"] } } }""", """{ "$match": { "$expr": { "$gte": ["$total", "$limit"] } } }""", "the limit itself counted: total $gte limit where the question needs total $gt limit")]
    [TestCase("""{ "$group": { "_id": { "a": "$a", "b": "$b" }, "n": { "$sum": "$total" } } }""", """{ "$group": { "_id": { "b": "$b" }, "n": { "$sum": "$total" } } }""", "documents with another a fell into the same group: the _id of $group lacks it")]
    [TestCase("""{ "$group": { "_id": "$a", "n": { "$avg": "$total" } } }""", """{ "$group": { "_id": "$a", "n": { "$sum": "$total" } } }""", "$sum stood where the question needs $avg of total")]
    [TestCase("""{ "$group": { "_id": "$a", "n": { "$avg": "$total" } } }""", """{ "$group": { "_id": "$a", "n": { "$avg": { "$ifNull": ["$total", 0] } } } }""", "a missing total counted as 0")]
    [TestCase("""{ "$group": { "_id": "$a", "n": { "$addToSet": "$user" } } }""", """{ "$group": { "_id": "$a", "n": { "$push": "$user" } } }""", "equal values of user were gathered each time: $push where the question needs $addToSet")]
    [TestCase("""{ "$group": { "_id": "$a", "n": { "$sum": "$qty" } } }""", """{ "$group": { "_id": "$a", "n": { "$sum": 1 } } }""", "documents were counted, and not values of qty added up")]
    [TestCase("""{ "$sort": { "a": -1, "b": 1 } }""", """{ "$sort": { "a": 1, "b": 1 } }""", "the documents were sorted by a upwards: 1 where the question needs -1")]
    [TestCase("""{ "$sort": { "a": -1, "b": 1 } }""", """{ "$sort": { "a": -1 } }""", "the documents were not sorted by b")]
    [TestCase("""{ "$sort": { "a": -1, "b": 1 } }""", """{ "$sort": { "b": 1, "a": -1 } }""", "the documents were sorted by b before a")]
    [TestCase("""{ "$limit": 3 }""", """{ "$limit": 2 }""", "$limit 2 stood where the question needs $limit 3")]
    [TestCase("""{ "$unwind": "$items" }""", """{ "$unwind": { "path": "$items", "preserveNullAndEmptyArrays": true } }""", "documents without items were kept: preserveNullAndEmptyArrays where the question needs none")]
    [TestCase("""{ "$unwind": { "path": "$items", "preserveNullAndEmptyArrays": true } }""", """{ "$unwind": { "path": "$items" } }""", "documents without items were dropped: preserveNullAndEmptyArrays is missing")]
    [TestCase("""{ "$lookup": { "from": "customers", "localField": "customer", "foreignField": "_id", "as": "c" } }""", """{ "$lookup": { "from": "customers", "localField": "customer", "foreignField": "city", "as": "c" } }""", "documents were looked up by city: foreignField city where the question needs _id")]
    [TestCase("""{ "$lookup": { "from": "customers", "localField": "customer", "foreignField": "_id", "as": "c" } }""", """{ "$lookup": { "from": "customers", "localField": "_id", "foreignField": "customer", "as": "c" } }""", "localField and foreignField had changed places")]
    [TestCase("""{ "$set": { "n": { "$ifNull": ["$total", 0] } } }""", """{ "$set": { "n": "$total" } }""", "total stayed away where it is missing or null, and did not count as 0: an $ifNull is missing")]
    [TestCase("""{ "$set": { "n": { "$ifNull": ["$known.pulse", 0] } } }""", """{ "$set": { "n": "$known.pulse" } }""", "pulse stayed away where it is missing or null, and did not count as 0: an $ifNull is missing")]
    [TestCase("""{ "$set": { "n": { "$ifNull": ["$items.sku", 0] } } }""", """{ "$set": { "n": "$items.sku" } }""", "items.sku stayed away where it is missing or null, and did not count as 0: an $ifNull is missing")]
    [TestCase("""{ "$set": { "n": { "$ifNull": ["$total", null] } } }""", """{ "$set": { "n": "$total" } }""", "a missing total did not count as null: an $ifNull is missing")]
    [TestCase("""{ "$set": { "n": { "$ifNull": [{ "$max": "$total" }, ""] } } }""", """{ "$set": { "n": { "$max": "$total" } } }""", "a calculated value stayed null, and did not become \"\": an $ifNull is missing")]
    [TestCase("""{ "$match": { "$expr": { "$and": [{ "$gt": ["$$limit", null] }, { "$gt": ["$total", 1] }] } } }""", """{ "$match": { "$expr": { "$and": [{ "$gt": ["$total", 1] }] } } }""", "a condition on limit were missing")]
    [TestCase("""{ "$set": { "n": { "$subtract": ["$a", "$b"] } } }""", """{ "$set": { "n": { "$subtract": ["$b", "$a"] } } }""", "the two sides of $subtract had changed places")]
    [TestCase("""{ "$set": { "n": { "$cond": ["$a", 1, 2] } } }""", """{ "$set": { "n": { "$cond": ["$a", 2, 1] } } }""", "the two outcomes of a condition had changed places")]
    [TestCase("""{ "$set": { "n": { "$round": ["$a", 2] } } }""", """{ "$set": { "n": "$a" } }""", "nothing were rounded: a $round is missing")]
    [TestCase("""{ "$match": { "at": { "$gte": { "$date": "2026-03-01T00:00:00Z" } } } }""", """{ "$match": { "at": { "$gte": { "$date": "2026-03-02T00:00:00Z" } } } }""",
        "{ \"$date\": \"2026-03-02T00:00:00Z\" } stood where the question needs { \"$date\": \"2026-03-01T00:00:00Z\" }")]
    public void Makes_a_slip_and_says_what_it_amounts_to(string stage, string slipped, string asIf) =>
        Mutate($$"""{ "collection": "orders", "pipeline": [{{stage}}] }""", "pipeline.jsonc")
            .ShouldContain(($$"""{ "collection": "orders", "pipeline": [{{slipped}}] }""", asIf));

    [TestCase("""{ "updateMany": { "filter": { "a": 1 }, "update": { "$inc": { "n": 1 } } } }""", """{ "updateOne": { "filter": { "a": 1 }, "update": { "$inc": { "n": 1 } } } }""",
        "only the first document that fits were changed: updateOne where the question needs updateMany")]
    [TestCase("""{ "updateMany": { "filter": { "a": 1 }, "update": { "$inc": { "n": 1 } } } }""", """{ "updateMany": { "filter": { "a": 1 }, "update": { "$set": { "n": 1 } } } }""",
        "n were set, and not added to: $set where the question needs $inc")]
    [TestCase("""{ "updateMany": { "filter": { "a": 1 }, "update": { "$unset": { "n": "" } } } }""", """{ "updateMany": { "filter": { "a": 1 }, "update": { "$set": { "n": null } } } }""",
        "n held null, and were still there: $set where the question needs $unset")]
    [TestCase("""{ "updateMany": { "filter": { "a": 1 }, "update": { "$addToSet": { "tags": "x" }, "$set": { "b": 2 } } } }""", """{ "updateMany": { "filter": { "a": 1 }, "update": { "$set": { "b": 2 }, "$push": { "tags": "x" } } } }""",
        "tags got a value that it has already once more: $push where the question needs $addToSet")]
    [TestCase("""{ "deleteOne": { "filter": { "a": 1 } } }""", """{ "deleteMany": { "filter": { "a": 1 } } }""", "every document that fits were deleted: deleteMany where the question needs deleteOne")]
    public void Makes_a_slip_in_an_update(string operation, string slipped, string asIf) =>
        Mutate($$"""{ "collection": "orders", {{operation.Trim()[1..]}}""", "update.jsonc")
            .ShouldContain(($$"""{ "collection": "orders", {{slipped.Trim()[2..]}}""", asIf));

    [Test]
    public void Drops_and_moves_stages()
    {
        var mutants = Mutate("""{ "collection": "orders", "pipeline": [{ "$match": { "a": 1 } }, { "$sort": { "b": 1 } }, { "$limit": 2 }] }""", "pipeline.jsonc").Select(mutant => mutant.AsIf).ToList();

        mutants.ShouldContain("the documents were not sorted at all");
        mutants.ShouldContain("every document came: a $limit is missing");
        mutants.ShouldContain("$limit came before $sort, where the question needs it after");
        mutants.ShouldContain("$limit came before $match, where the question needs it after");
    }

    [Test]
    public void Makes_slips_in_a_find()
    {
        var mutants = Mutate("""{ "collection": "orders", "filter": { "a": 1 }, "projection": { "_id": 0 }, "sort": { "b": 1 }, "limit": 2 }""", "find.jsonc").Select(mutant => mutant.AsIf).ToList();

        mutants.ShouldContain("the documents were not sorted at all");
        mutants.ShouldContain("every document came: the limit is missing");
        mutants.ShouldContain("_id came along: \"_id\": 0 is missing");
    }

    [Test]
    public void Makes_none_twice_and_none_like_the_answer()
    {
        const string answer = """{ "collection": "orders", "pipeline": [{ "$match": { "total": { "$gte": 20 }, "status": "paid" } }, { "$sort": { "total": -1 } }] }""";

        var texts = Mutate(answer, "pipeline.jsonc").Select(mutant => mutant.Text).ToList();

        texts.ShouldBeUnique();
        texts.ShouldNotContain(answer);
    }

    [Test]
    public void Knows_where_the_slip_is()
    {
        var answer = Read("{\n  \"collection\": \"orders\",\n  \"pipeline\": [\n    { \"$match\": { \"a\": 1 } },\n    { \"$limit\": 3 }\n  ]\n}", "pipeline.jsonc");

        DocumentMutator.Mutate(answer, Model(answer)).First(mutant => mutant.AsIf.StartsWith("$limit 2")).Place.Line.ShouldBe(5);
    }

    private static List<(string Text, string AsIf)> Mutate(string text, string file)
    {
        var answer = Read(text, file);
        return [.. DocumentMutator.Mutate(answer, Model(answer)).Select(mutant => (mutant.Text, mutant.AsIf))];
    }

    private static DocumentModel Model(MongoAnswer answer) => DocumentModel.Of(DocumentSet.OfSeed(StandInRun.SeedOf(Seed)), answer.Root!);

    private static MongoAnswer Read(string text, string file)
    {
        using var folder = new TemporaryFolder();
        return MongoAnswer.Read(folder.Write(file, text), file);
    }
}
