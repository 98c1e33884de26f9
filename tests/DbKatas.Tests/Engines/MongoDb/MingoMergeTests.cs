using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.MongoDb;

/// <summary>$merge and $out on the stand-in, as MongoDB's manual says.</summary>
[Parallelizable(ParallelScope.Children)]
public class MingoMergeTests
{
    private const string Old = """{ "_id": 1, "n": 10, "t": "old" }, { "_id": 2, "n": 20 }""";
    private const string New = """{ "_id": 2, "n": 5 }, { "_id": 3, "n": 7 }""";

    [TestCase("\"c\"", """{ "_id": 1, "n": 10, "t": "old" } { "_id": 2, "n": 5 } { "_id": 3, "n": 7 }""", TestName = "By_itself_it_lays_the_new_fields_over_the_old")]
    [TestCase("""{ "into": "c", "on": "_id", "whenMatched": "keepExisting" }""", """{ "_id": 1, "n": 10, "t": "old" } { "_id": 2, "n": 20 } { "_id": 3, "n": 7 }""")]
    [TestCase("""{ "into": "c", "whenNotMatched": "discard" }""", """{ "_id": 1, "n": 10, "t": "old" } { "_id": 2, "n": 5 }""")]
    [TestCase("""{ "into": "c", "whenMatched": [{ "$set": { "n": { "$add": ["$n", "$$new.n"] } } }] }""",
        """{ "_id": 1, "n": 10, "t": "old" } { "_id": 2, "n": 25 } { "_id": 3, "n": 7 }""", TestName = "Stages_see_the_old_document_and_the_new_one")]
    [TestCase("""{ "into": "c", "let": { "more": { "$multiply": ["$n", 2] } }, "whenMatched": [{ "$set": { "n": "$$more", "was": "$n", "came": "$$new.n" } }] }""",
        """{ "_id": 1, "n": 10, "t": "old" } { "_id": 2, "n": 10, "was": 20, "came": 5 } { "_id": 3, "n": 7 }""", TestName = "let_reads_the_new_document")]
    [TestCase("""{ "into": "c", "whenMatched": "fail" }""", """Refused: $merge finds a document with the _id 2 in c already, and is told to fail then""")]
    [TestCase("""{ "into": "c", "whenNotMatched": "fail" }""", """Refused: $merge finds no document with the _id 3 in c, and is told to fail then""")]
    [TestCase("""{ "into": "c", "whenMatched": [{ "$set": { "_id": 9 } }] }""", """Refused: the update would change _id, and a document's _id stays as it is""")]
    public async Task Merge(string merge, string expected) =>
        StandInRun.Shown(await RunAsync($$"""{ "$match": {} }, { "$merge": {{merge}} }""")).ShouldBe(expected);

    [Test]
    public async Task Replace_leaves_nothing_of_the_old_document() =>
        StandInRun.Shown(await RunAsync("""{ "$match": { "_id": 2 } }, { "$set": { "_id": 1 } }, { "$merge": { "into": "c", "whenMatched": "replace" } }"""))
            .ShouldBe("""{ "_id": 1, "n": 5 } { "_id": 2, "n": 20 }""");

    [Test]
    public async Task A_document_whose_id_is_null_has_no_place() =>
        StandInRun.Shown(await RunAsync("""{ "$set": { "_id": null } }, { "$merge": "c" }"""))
            .ShouldBe("Refused: $merge finds documents by their _id, and to it comes one whose _id is null");

    [Test]
    public async Task Out_makes_the_collection_anew() =>
        StandInRun.Shown(await RunAsync("""{ "$match": { "_id": 3 } }, { "$out": "c" }""")).ShouldBe("""{ "_id": 3, "n": 7 }""");

    [TestCase("""{ "$merge": "c" }, { "$match": {} }""", "$merge writes what comes out of the pipeline: it must be the last stage, and others come after it")]
    [TestCase("""{ "$merge": { "into": "c", "whenMatched": "replaced" } }""", """ "whenMatched" of $merge must be one of replace, keepExisting, merge, fail, or a list of stages. Did you mean "replace"?""")]
    [TestCase("""{ "$merge": { "whenMatched": "merge" } }""", """$merge needs "into", the collection that it writes to""")]
    [TestCase("""{ "$merge": { "into": "c", "whenMatched": [{ "$set": { "n": "$$now.n" } }] } }""", "there is no variable $$now here. Did you mean \"new\"? A field is written with one $")]
    public async Task Faults_are_told_before_anything_runs(string stages, string expected) =>
        (await RunAsync(stages)).Failure!.Message.ShouldBe(expected.Trim());

    // What o holds is merged into c.
    private static Task<DbKatas.Grader.Engines.MongoDb.MongoRun> RunAsync(string stages) =>
        StandInRun.OfAsync(Old, $$"""{ "pipeline": [{{stages}}] }""", New, from: "o");
}
