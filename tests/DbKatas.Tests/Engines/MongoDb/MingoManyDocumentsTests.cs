using DbKatas.Grader.Engines.MongoDb;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.MongoDb;

/// <summary>The stages that look at several documents at once: joins, facets, buckets and windows, as MongoDB's manual has them.</summary>
[Parallelizable(ParallelScope.Children)]
public class MingoManyDocumentsTests
{
    private const string Sales = """
        { "_id": 1, "k": "a", "n": 1 }, { "_id": 2, "k": "b", "n": 10 }, { "_id": 3, "k": "a", "n": 5 }, { "_id": 4, "n": null }, { "_id": 5, "k": null }, { "_id": 6, "k": "a", "n": 5 }
        """;

    // A document of a lookup: { "from": "o", … }, whose documents are 11 to 14.
    private const string Others = """{ "_id": 11, "k": "a", "n": 3 }, { "_id": 12, "k": "a", "n": 9 }, { "_id": 13, "k": null }, { "_id": 14 }""";

    private const string Shown = """{ "$project": { "o._id": 1 } }""";

    [TestCase("""{ "$match": { "_id": 1 } }, { "$lookup": { "from": "o", "let": { "n": "$n" }, "pipeline": [{ "$match": { "$expr": { "$gt": ["$n", "$$n"] } } }, { "$sort": { "n": -1 } }, { "$limit": 1 }], "as": "o" } }""",
        """{ "_id": 1, "o": [{ "_id": 12 }] }""", TestName = "The_pipeline_of_a_lookup_runs_for_each_document_with_its_variables")]
    [TestCase("""{ "$match": { "_id": { "$in": [1, 5] } } }, { "$lookup": { "from": "o", "let": { "k": "$k", "m": "$missing" }, "pipeline": [{ "$match": { "$expr": { "$and": [{ "$eq": ["$k", "$$k"] }, { "$lt": ["$$m", null] }] } } }], "as": "o" } }""",
        """{ "_id": 1, "o": [{ "_id": 11 }, { "_id": 12 }] } { "_id": 5, "o": [{ "_id": 13 }] }""", TestName = "A_variable_can_be_missing_and_null_is_not_missing")]
    [TestCase("""{ "$match": { "_id": 1 } }, { "$lookup": { "from": "o", "pipeline": [], "as": "o" } }""", """{ "_id": 1, "o": [{ "_id": 11 }, { "_id": 12 }, { "_id": 13 }, { "_id": 14 }] }""")]
    [TestCase("""{ "$match": { "_id": 1 } }, { "$lookup": { "from": "o", "let": { "k": "$k" }, "pipeline": [{ "$match": { "k": "$$k" } }], "as": "o" } }""",
        """{ "_id": 1, "o": [] }""", TestName = "A_variable_outside_of_expr_is_a_text")]
    [TestCase("""{ "$match": { "_id": 1 } }, { "$unionWith": { "coll": "o", "pipeline": [{ "$limit": 1 }] } }""", """{ "_id": 1 } { "_id": 11 }""")]
    public async Task Joins(string stages, string expected) =>
        StandInRun.Shown(await StandInRun.OfAsync(Sales, $$"""{ "pipeline": [{{stages}}, {{Shown}}] }""", Others)).ShouldBe(expected.Replace("[]", "[ ]"));

    private const string Ring = """{ "_id": "a", "to": ["b", "x"] }, { "_id": "b", "to": ["c", "a"] }, { "_id": "c", "to": "a" }, { "_id": "d" }, { "_id": "e", "to": ["d", "a", "d"] }""";

    [TestCase("""{ "_id": "a" }""", """ "$_id" """, "", """{ "_id": "a", "f": [{ "_id": "a", "s": 0 }, { "_id": "b", "s": 1 }, { "_id": "c", "s": 2 }] }""", TestName = "Each_document_of_a_ring_is_found_once_at_its_first_step")]
    [TestCase("""{ "_id": "e" }""", """ "$to" """, "", """{ "_id": "e", "f": [{ "_id": "a", "s": 0 }, { "_id": "b", "s": 1 }, { "_id": "c", "s": 2 }, { "_id": "d", "s": 0 }] }""")]
    [TestCase("""{ "_id": "a" }""", """ "$to" """, ", \"maxDepth\": 0", """{ "_id": "a", "f": [{ "_id": "b", "s": 0 }] }""")]
    [TestCase("""{ "_id": "a" }""", """ "$to" """, ", \"restrictSearchWithMatch\": { \"to\": { \"$type\": \"array\" } }", """{ "_id": "a", "f": [{ "_id": "a", "s": 1 }, { "_id": "b", "s": 0 }] }""", TestName = "A_restriction_holds_at_every_step")]
    [TestCase("""{ "_id": "d" }""", """ "$to" """, "", "", TestName = "From_nothing_nothing_is_found")]
    public async Task Graphs(string match, string start, string more, string expected)
    {
        // The list has no certain order.
        var run = await StandInRun.OfAsync(Ring, $$"""
            { "pipeline": [{ "$match": {{match}} },
              { "$graphLookup": { "from": "c", "startWith": {{start}}, "connectFromField": "to", "connectToField": "_id", "depthField": "s", "as": "f"{{more}} } },
              { "$unwind": "$f" }, { "$sort": { "f._id": 1 } }, { "$group": { "_id": "$_id", "f": { "$push": { "_id": "$f._id", "s": "$f.s" } } } }] }
            """);
        StandInRun.Shown(run).ShouldBe(expected);
    }

    [TestCase("""{ "$facet": { "n": [{ "$count": "c" }], "top": [{ "$sort": { "n": -1 } }, { "$limit": 1 }, { "$project": { "n": 1 } }] } }""", """{ "n": [{ "c": 6 }], "top": [{ "_id": 2, "n": 10 }] }""")]
    [TestCase("""{ "$match": { "k": "z" } }, { "$facet": { "n": [{ "$count": "c" }], "all": [] } }""", """{ "n": [ ], "all": [ ] }""", TestName = "facet_of_nothing_is_one_document_of_empty_lists")]
    [TestCase("""{ "$bucket": { "groupBy": "$n", "boundaries": [0, 5, 10], "default": "rest" } }""", """{ "_id": 0, "count": 1 } { "_id": 5, "count": 2 } { "_id": "rest", "count": 3 }""", TestName = "A_bucket_holds_its_lower_boundary_and_not_its_upper_one")]
    [TestCase("""{ "$bucket": { "groupBy": "$n", "boundaries": [0, { "$numberDouble": "Infinity" }], "default": -1, "output": { "m": { "$max": "$n" } } } }""", """{ "_id": -1, "m": null } { "_id": 0, "m": 10 }""")]
    [TestCase("""{ "$match": { "n": { "$gt": 0 } } }, { "$bucket": { "groupBy": { "$add": ["$n", 1] }, "boundaries": [2, 6, 100] } }""", """{ "_id": 2, "count": 1 } { "_id": 6, "count": 3 }""")]
    public async Task Facets_and_buckets(string stages, string expected) =>
        StandInRun.Shown(await StandInRun.OfAsync(Sales, $$"""{ "pipeline": [{{stages}}] }""")).ShouldBe(expected);

    [TestCase("""{ "$sum": "$n", "window": { "documents": ["unbounded", "current"] } }""", "1 6 11 10 0 0", TestName = "Null_and_missing_are_one_part")]
    [TestCase("""{ "$sum": "$n" }""", "11 11 11 10 0 0", TestName = "Without_a_window_it_is_the_whole_part")]
    [TestCase("""{ "$sum": "$n", "window": { "documents": [-1, 0] } }""", "1 6 10 10 0 0")]
    [TestCase("""{ "$max": "$n", "window": { "documents": [1, "unbounded"] } }""", "5 5 null null null null", TestName = "An_empty_window_has_no_largest")]
    [TestCase("""{ "$count": {}, "window": { "documents": [-1, 1] } }""", "2 3 2 1 2 2")]
    [TestCase("""{ "$shift": { "output": "$n", "by": -1 } }""", "null 1 5 null null null")]
    [TestCase("""{ "$shift": { "output": "$_id", "by": 1, "default": 0 } }""", "3 6 0 0 5 0")]
    [TestCase("""{ "$documentNumber": {} }""", "1 2 3 1 1 2")]
    public async Task Windows(string function, string expected)
    {
        var run = await StandInRun.OfAsync(Sales, $$"""
            { "pipeline": [{ "$setWindowFields": { "partitionBy": "$k", "sortBy": { "_id": 1 }, "output": { "r": {{function}} } } },
              { "$set": { "k": { "$ifNull": ["$k", "z"] } } }, { "$sort": { "k": 1, "_id": 1 } }, { "$project": { "_id": 0, "r": 1 } }] }
            """);
        StandInRun.Shown(run).ShouldBe(string.Join(" ", expected.Split(' ').Select(value => $$"""{ "r": {{value}} }""")));
    }

    [TestCase("$rank", "1 2 2 4")]
    [TestCase("$denseRank", "1 2 2 3")]
    public async Task Ranks_share_a_place_where_the_sort_is_equal(string rank, string expected)
    {
        var run = await StandInRun.OfAsync(Sales, $$"""
            { "pipeline": [{ "$match": { "n": { "$gt": 0 } } }, { "$setWindowFields": { "sortBy": { "n": 1 }, "output": { "r": { "{{rank}}": {} } } } }, { "$sort": { "n": 1 } }, { "$project": { "_id": 0, "r": 1 } }] }
            """);
        StandInRun.Shown(run).ShouldBe(string.Join(" ", expected.Split(' ').Select(value => $$"""{ "r": {{value}} }""")));
    }

    [Test]
    public async Task A_range_counts_in_values_and_takes_equal_ones_together()
    {
        var run = await StandInRun.OfAsync(Sales, """
            { "pipeline": [{ "$match": { "n": { "$gt": 0 } } }, { "$setWindowFields": { "sortBy": { "n": 1 }, "output": { "r": { "$sum": "$n", "window": { "range": [-4, 0] } } } } },
              { "$sort": { "n": 1 } }, { "$project": { "_id": 0, "r": 1 } }] }
            """);
        StandInRun.Shown(run).ShouldBe("""{ "r": 1 } { "r": 11 } { "r": 11 } { "r": 10 }""");
    }

    [TestCase("""{ "$bucket": { "groupBy": "$n", "boundaries": [0, 5] } }""", "$bucket finds a value that lies in no bucket, and has no \"default\"")]
    [TestCase("""{ "$bucket": { "groupBy": "$n", "boundaries": [5, 0] } }""", "$bucket needs boundaries of one type, each larger than the one before")]
    [TestCase("""{ "$bucket": { "groupBy": "$n", "boundaries": [0, 5], "default": 2 } }""", "the default of $bucket must lie outside of the boundaries")]
    [TestCase("""{ "$bucket": { "groupBy": "n", "boundaries": [0, 5] } }""", "\"groupBy\" is a field with its $, as in \"$price\", or an expression")]
    [TestCase("""{ "$facet": { "a": [{ "$facet": { "b": [] } }] } }""", "$facet can't stand inside another $facet")]
    [TestCase("""{ "$setWindowFields": { "output": { "r": { "$rank": {} } } } }""", "$rank needs a \"sortBy\"")]
    [TestCase("""{ "$setWindowFields": { "sortBy": { "n": 1 }, "output": { "r": { "$sum": "$n", "windows": {} } } } }""", "\"r\" needs one operator, as in { \"$sum\": \"$amount\" }, and perhaps a \"window\" beside it")]
    [TestCase("""{ "$lookup": { "from": "o", "pipeline": [{ "$match": { "$expr": { "$eq": ["$k", "$$k"] } } }], "as": "o" } }""", "there is no variable $$k here. A field is written with one $")]
    [TestCase("""{ "$graphLookup": { "from": "o", "connectFromField": "k", "connectToField": "_id", "as": "o" } }""", "$graphLookup needs \"startWith\", a value to begin with, as in \"$_id\"")]
    public async Task What_MongoDB_refuses_is_refused(string stage, string message)
    {
        var run = await StandInRun.OfAsync(Sales, $$"""{ "pipeline": [{{stage}}] }""", Others);
        (run.Failure?.Fault, run.Failure?.Message).ShouldBe((MongoFault.Refused, message));
    }
}
