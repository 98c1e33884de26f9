using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.MongoDb;

/// <summary>
/// Where mingo alone goes wrong, or might, the stand-in does what MongoDB's manual says. Each case names the rule; each operator that
/// the stand-in lets through is here.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public class MingoFidelityTests
{
    private const string Mixed = """
        { "_id": 1, "a": null }, { "_id": 2 }, { "_id": 3, "a": 5 }, { "_id": 4, "a": "5" }, { "_id": 5, "a": [4, 6] }, { "_id": 6, "a": [] },
        { "_id": 7, "a": true }, { "_id": 8, "a": { "b": null } }
        """;

    [TestCase("""{ "a": null }""", "1 2", TestName = "null_finds_null_and_missing")]
    [TestCase("""{ "a": { "$exists": false } }""", "2")]
    [TestCase("""{ "a": { "$ne": null } }""", "3 4 5 6 7 8")]
    [TestCase("""{ "a": { "$in": [null, 5] } }""", "1 2 3")]
    [TestCase("""{ "a": { "$nin": [null, 5] } }""", "4 5 6 7 8")]
    [TestCase("""{ "a": { "$gte": null } }""", "1 2")]
    [TestCase("""{ "a": { "$gt": null } }""", "")]
    [TestCase("""{ "a": { "$lt": 5 } }""", "5", TestName = "An_item_of_an_array_counts_and_other_types_do_not")]
    [TestCase("""{ "a": { "$gt": 4, "$lt": 6 } }""", "3 5", TestName = "Two_conditions_may_be_met_by_two_items")]
    [TestCase("""{ "a": { "$elemMatch": { "$gt": 4, "$lt": 6 } } }""", "")]
    [TestCase("""{ "a": { "$not": { "$gt": 4 } } }""", "1 2 4 6 7 8")]
    [TestCase("""{ "a": [4, 6] }""", "5")]
    [TestCase("""{ "a": { "$eq": [6, 4] } }""", "", TestName = "Arrays_are_equal_in_order_alone")]
    [TestCase("""{ "a": { "$size": 0 } }""", "6")]
    [TestCase("""{ "a": { "$all": [6, 4] } }""", "5")]
    [TestCase("""{ "a": { "$mod": [2, 1] } }""", "3")]
    [TestCase("""{ "a": { "$type": "array" } }""", "5 6")]
    [TestCase("""{ "a": { "$type": ["string", "bool"] } }""", "4 7")]
    [TestCase("""{ "a": { "$type": "number" } }""", "3 5")]
    [TestCase("""{ "a": { "$type": "null" } }""", "1")]
    [TestCase("""{ "a.b": null }""", "1 2 3 4 7 8", TestName = "A_path_into_an_array_of_numbers_finds_no_null")]
    [TestCase("""{ "a.b": { "$exists": false } }""", "1 2 3 4 5 6 7")]
    [TestCase("""{ "$or": [{ "a": 5 }, { "a": "5" }] }""", "3 4")]
    [TestCase("""{ "$nor": [{ "a": 5 }, { "a": null }] }""", "4 5 6 7 8")]
    [TestCase("""{ "$and": [{ "a": { "$gte": 5 } }, { "a": { "$lte": 5 } }] }""", "3 5")]
    [TestCase("""{ "$expr": { "$gt": ["$a", 4] } }""", "3 4 5 6 7 8", TestName = "Expressions_compare_values_of_different_types")]
    [TestCase("""{ "$expr": { "$lt": ["$a", 0] } }""", "1 2", TestName = "A_missing_field_is_smaller_than_a_number_in_expressions")]
    [TestCase("""{ "$expr": { "$eq": ["$a", null] } }""", "1", TestName = "A_missing_field_is_not_null_in_expressions")]
    [TestCase("""{ "a": { "$regex": "^5$" } }""", "4")]
    public async Task Queries(string filter, string ids) =>
        StandInRun.Shown(await StandInRun.OfAsync(Mixed, $$"""{ "filter": {{filter}}, "projection": { "_id": 1 } }"""))
            .ShouldBe(string.Join(" ", ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => $$"""{ "_id": {{id}} }""")));

    private const string Inner = """
        { "_id": 1, "i": [{ "q": 1, "p": { "c": 2, "d": 3 } }, { "q": 5 }], "d": { "x": 1, "y": 2 }, "s": "Ähm ok" }
        """;

    [TestCase("""{ "filter": { "i": { "$elemMatch": { "q": 5, "p": { "$exists": true } } } } }""", "")]
    [TestCase("""{ "filter": { "i.q": 5, "i.p.c": 2 }, "projection": { "i.q": 1, "_id": 0 } }""", """{ "i": [{ "q": 1 }, { "q": 5 }] }""")]
    [TestCase("""{ "filter": { "i.q": { "$ne": 5 } } }""", "")]
    [TestCase("""{ "filter": { "d": { "y": 2, "x": 1 } } }""", "", TestName = "Documents_are_equal_with_their_fields_in_order_alone")]
    [TestCase("""{ "filter": { "d": { "x": 1, "y": 2 } }, "projection": { "d.x": 1 } }""", """{ "_id": 1, "d": { "x": 1 } }""")]
    [TestCase("""{ "filter": { "_id": 1 }, "projection": { "i": 0, "d.y": 0 } }""", """{ "_id": 1, "d": { "x": 1 }, "s": "Ähm ok" }""")]
    [TestCase("""{ "filter": { "_id": 1 }, "projection": { "_id": 0, "s.x": 1, "n": 1 } }""", "{ }")]
    public async Task Paths(string answer, string expected) => StandInRun.Shown(await StandInRun.OfAsync(Inner, answer)).ShouldBe(expected);

    [TestCase("""{ "$round": [2.5, 0] }""", "2", TestName = "round_2.5_goes_to_the_even_neighbour")]
    [TestCase("""{ "$round": [3.5] }""", "4")]
    [TestCase("""{ "$round": [2.675, 2] }""", "2.67", TestName = "round_2.675_is_a_little_less_than_it_looks")]
    [TestCase("""{ "$round": [-2.5, 0] }""", "-2")]
    [TestCase("""{ "$round": [1234.5, -2] }""", "1200")]
    [TestCase("""{ "$round": [1250, -2] }""", "1200")]
    [TestCase("""{ "$round": [0.07, 1] }""", "0.1")]
    [TestCase("""{ "$trunc": [-7.89, 1] }""", "-7.8")]
    [TestCase("""{ "$divide": [7, 2] }""", "3.5")]
    [TestCase("""{ "$mod": [-7, 3] }""", "-1")]
    [TestCase("""{ "$add": [1, null] }""", "null")]
    [TestCase("""{ "$multiply": [2, "$missing"] }""", "null")]
    [TestCase("""{ "$subtract": [{ "$date": "2026-03-02" }, { "$date": "2026-03-01" }] }""", "86400000")]
    [TestCase("""{ "$add": [{ "$date": "2026-03-01" }, 1000] }""", """{ "$date": "2026-03-01T00:00:01Z" }""")]
    [TestCase("""{ "$abs": -3 }""", "3")]
    [TestCase("""{ "$ceil": [-1.5] }""", "-1")]
    [TestCase("""{ "$floor": -1.5 }""", "-2")]
    [TestCase("""{ "$cmp": ["$missing", null] }""", "-1")]
    [TestCase("""{ "$cmp": ["a", 9] }""", "1", TestName = "Texts_come_after_numbers")]
    [TestCase("""{ "$lt": ["\uFFFD", "😀"] }""", "true", TestName = "Texts_are_ordered_by_code_point")]
    [TestCase("""{ "$ne": [[1], 1] }""", "true", TestName = "An_array_is_not_its_item_in_expressions")]
    [TestCase("""{ "$gte": [[], {}] }""", "true")]
    [TestCase("""{ "$lte": [{ "a": 1, "b": 2 }, { "b": 1 }] }""", "true")]
    [TestCase("""{ "$and": [1, "", []] }""", "true", TestName = "Empty_texts_and_arrays_are_true")]
    [TestCase("""{ "$or": [0, null, "$missing", false] }""", "false")]
    [TestCase("""{ "$not": ["$missing"] }""", "true")]
    [TestCase("""{ "$cond": { "if": 0, "then": 1, "else": 2 } }""", "2")]
    [TestCase("""{ "$ifNull": ["$missing", null, 3] }""", "3")]
    [TestCase("""{ "$switch": { "branches": [{ "case": false, "then": 1 }], "default": 2 } }""", "2")]
    [TestCase("""{ "$concat": ["a", "$missing"] }""", "null")]
    [TestCase("""{ "$toUpper": "aß" }""", "\"Aß\"", TestName = "Upper_case_is_for_ASCII_letters")]
    [TestCase("""{ "$toLower": null }""", "\"\"")]
    [TestCase("""{ "$strLenCP": "a😀" }""", "2")]
    [TestCase("""{ "$substrCP": ["a😀b", 1, 2] }""", "\"😀b\"")]
    [TestCase("""{ "$split": ["a,b,", ","] }""", """["a", "b", ""]""")]
    [TestCase("""{ "$year": { "$date": "2025-12-31T23:00:00-02:00" } }""", "2026", TestName = "Parts_of_a_date_are_those_in_UTC")]
    [TestCase("""{ "$month": { "$date": "2026-03-01" } }""", "3")]
    [TestCase("""{ "$dayOfMonth": { "$date": "2026-03-09" } }""", "9")]
    [TestCase("""{ "$dayOfWeek": { "$date": "2026-03-01" } }""", "1", TestName = "Sunday_is_1")]
    [TestCase("""{ "$dayOfYear": { "$date": "2024-12-31" } }""", "366")]
    [TestCase("""{ "$hour": { "$date": "2026-03-01T10:20:30.400Z" } }""", "10")]
    [TestCase("""{ "$minute": { "$date": "2026-03-01T10:20:30.400Z" } }""", "20")]
    [TestCase("""{ "$second": { "$date": "2026-03-01T10:20:30.400Z" } }""", "30")]
    [TestCase("""{ "$millisecond": { "$date": "2026-03-01T10:20:30.400Z" } }""", "400")]
    [TestCase("""{ "$dateToString": { "date": { "$date": "2026-03-01T10:20:30.400Z" }, "format": "%Y-%m-%d %H:%M:%S.%L" } }""", "\"2026-03-01 10:20:30.400\"")]
    [TestCase("""{ "$dateToString": { "date": "$missing", "format": "%Y", "onNull": "?" } }""", "\"?\"")]
    [TestCase("""{ "$size": [[1, 2]] }""", "2")]
    [TestCase("""{ "$in": [null, [1, null]] }""", "true")]
    [TestCase("""{ "$isArray": [[1]] }""", "true")]
    [TestCase("""{ "$first": [[1, 2]] }""", "1")]
    [TestCase("""{ "$last": [[1, 2]] }""", "2")]
    [TestCase("""{ "$arrayElemAt": [[1, 2], -1] }""", "2")]
    [TestCase("""{ "$reverseArray": [[1, 2]] }""", "[2, 1]")]
    [TestCase("""{ "$setDifference": [[3, 1, null, 3, 2], [1, 4]] }""", "[3, null, 2]")]
    [TestCase("""{ "$setDifference": [[1, 2], null] }""", "null")]
    [TestCase("""{ "$slice": [[1, 2, 3], 2] }""", "[1, 2]")]
    [TestCase("""{ "$slice": [[1, 2, 3], -2] }""", "[2, 3]")]
    [TestCase("""{ "$slice": [[1, 2, 3], -9] }""", "[1, 2, 3]")]
    [TestCase("""{ "$slice": [[1, 2, 3], 1, 1] }""", "[2]")]
    [TestCase("""{ "$slice": [[1, 2, 3], -2, 1] }""", "[2]")]
    [TestCase("""{ "$slice": ["$missing", 2] }""", "null")]
    [TestCase("""{ "$concatArrays": [[1], [2]] }""", "[1, 2]")]
    [TestCase("""{ "$filter": { "input": [1, 2, 3], "cond": { "$gt": ["$$this", 1] } } }""", "[2, 3]")]
    [TestCase("""{ "$map": { "input": [1, 2], "as": "n", "in": { "$add": ["$$n", "$one"] } } }""", "[2, 3]")]
    [TestCase("""{ "$reduce": { "input": [1, 2], "initialValue": 0, "in": { "$add": ["$$value", "$$this"] } } }""", "3")]
    [TestCase("""{ "$let": { "vars": { "x": 2 }, "in": { "$multiply": ["$$x", "$$x"] } } }""", "4")]
    [TestCase("""{ "$literal": "$one" }""", "\"$one\"")]
    [TestCase("""{ "$sum": [1, "2", null, 3] }""", "4", TestName = "sum_passes_over_what_is_no_number")]
    [TestCase("""{ "$avg": "$list" }""", "2")]
    [TestCase("""{ "$min": [null, 2, "a"] }""", "2")]
    [TestCase("""{ "$max": [1, "a"] }""", "\"a\"")]
    [TestCase("""["$one", "$missing"]""", "[1, null]", TestName = "A_missing_field_is_null_in_an_array")]
    [TestCase("""{ "x": { "$literal": { "y": "$missing" } } }""", """{ "x": { "y": "$missing" } }""")]
    [TestCase(""" "$docs.n" """, "[1, 2]", TestName = "A_path_through_an_array_passes_over_items_without_the_field")]
    [TestCase(""" "$$ROOT.one" """, "1")]
    [TestCase(""" "$constructor" """, "", TestName = "No_field_is_inherited")]
    public async Task Expressions(string expression, string expected)
    {
        const string document = """{ "_id": 1, "one": 1, "list": [1, "x", 3], "docs": [{ "n": 1 }, {}, 7, { "n": 2 }] }""";
        var run = await StandInRun.OfAsync(document, $$"""{ "pipeline": [{ "$project": { "_id": 0, "r": {{expression}} } }] }""");
        StandInRun.Shown(run).ShouldBe(expected.Length == 0 ? "{ }" : $$"""{ "r": {{expected}} }""");
    }

    private const string Sales = """
        { "_id": 1, "k": "a", "n": 1, "t": ["x"] }, { "_id": 2, "k": null, "n": 2 }, { "_id": 3, "n": 2.5, "t": ["y", "x"] }, { "_id": 4, "k": "a", "n": "3", "t": [] }
        """;

    [TestCase("""{ "$group": { "_id": "$k", "s": { "$sum": "$n" }, "c": { "$sum": 1 } } }""", """{ "_id": "a", "s": 1, "c": 2 } { "_id": null, "s": 4.5, "c": 2 }""", TestName = "Missing_and_null_are_one_group")]
    [TestCase("""{ "$group": { "_id": { "k": "$k" }, "c": { "$count": {} } } }""", """{ "_id": { "k": "a" }, "c": 2 } { "_id": { "k": null }, "c": 1 } { "_id": { }, "c": 1 }""", TestName = "Missing_and_null_are_two_groups_inside_an_object")]
    [TestCase("""{ "$group": { "_id": null, "p": { "$push": "$k" }, "a": { "$addToSet": "$k" }, "f": { "$first": "$k" }, "l": { "$last": "$k" } } }""",
        """{ "_id": null, "p": ["a", null, "a"], "a": ["a", null], "f": "a", "l": "a" }""", TestName = "A_missing_field_adds_nothing_to_a_list")]
    [TestCase("""{ "$group": { "_id": null, "m": { "$min": "$n" }, "x": { "$max": "$n" }, "v": { "$avg": "$k" } } }""", """{ "_id": null, "m": 1, "x": "3", "v": null }""")]
    [TestCase("""{ "$group": { "_id": 1, "o": { "$mergeObjects": { "n": "$n" } } } }""", """{ "_id": 1, "o": { "n": "3" } }""")]
    [TestCase("""{ "$sortByCount": "$k" }""", """{ "_id": "a", "count": 2 } { "_id": null, "count": 2 }""")]
    [TestCase("""{ "$unwind": "$t" }""", """{ "_id": 1, "k": "a", "n": 1, "t": "x" } { "_id": 3, "n": 2.5, "t": "y" } { "_id": 3, "n": 2.5, "t": "x" }""")]
    [TestCase("""{ "$unwind": { "path": "$t", "includeArrayIndex": "i", "preserveNullAndEmptyArrays": true } }""",
        """{ "_id": 1, "k": "a", "n": 1, "t": "x", "i": 0 } { "_id": 2, "k": null, "n": 2, "i": null } { "_id": 3, "n": 2.5, "t": "y", "i": 0 } { "_id": 3, "n": 2.5, "t": "x", "i": 1 } { "_id": 4, "k": "a", "n": "3", "i": null }""")]
    [TestCase("""{ "$sort": { "k": 1, "_id": -1 } }, { "$project": { "_id": 1 } }""", """{ "_id": 3 } { "_id": 2 } { "_id": 4 } { "_id": 1 }""", TestName = "Missing_and_null_sort_as_one")]
    [TestCase("""{ "$sort": { "n": -1 } }, { "$limit": 2 }, { "$skip": 1 }, { "$project": { "n": 1 } }""", """{ "_id": 3, "n": 2.5 }""")]
    [TestCase("""{ "$match": { "_id": { "$gt": 9 } } }, { "$count": "n" }""", "", TestName = "count_of_nothing_gives_no_document")]
    [TestCase("""{ "$count": "n" }""", """{ "n": 4 }""")]
    [TestCase("""{ "$match": { "_id": 2 } }, { "$set": { "z.y": "$n", "k": "$$REMOVE" } }""", """{ "_id": 2, "n": 2, "z": { "y": 2 } }""")]
    [TestCase("""{ "$match": { "_id": 1 } }, { "$addFields": { "t.u": 1 } }""", """{ "_id": 1, "k": "a", "n": 1, "t": [{ "u": 1 }] }""", TestName = "A_path_through_an_array_sets_the_field_in_every_item")]
    [TestCase("""{ "$match": { "_id": 1 } }, { "$set": { "t": ["$missing", "$k"] } }, { "$unwind": "$t" }, { "$group": { "_id": { "t": "$t" } } }""",
        """{ "_id": { "t": null } } { "_id": { "t": "a" } }""", TestName = "A_missing_field_in_a_list_is_null")]
    [TestCase("""{ "$match": { "_id": 1 } }, { "$unset": ["k", "t"] }""", """{ "_id": 1, "n": 1 }""")]
    [TestCase("""{ "$match": { "_id": 1 } }, { "$replaceWith": { "a": "$k", "b": "$missing" } }""", """{ "a": "a" }""")]
    [TestCase("""{ "$match": { "_id": 1 } }, { "$replaceRoot": { "newRoot": { "t": "$t" } } }""", """{ "t": ["x"] }""")]
    [TestCase("""{ "$match": { "_id": { "$lt": 4 } } }, { "$lookup": { "from": "o", "localField": "t", "foreignField": "tag", "as": "o" } }, { "$project": { "o._id": 1 } }""",
        """{ "_id": 1, "o": [{ "_id": 11 }] } { "_id": 2, "o": [{ "_id": 13 }, { "_id": 14 }] } { "_id": 3, "o": [{ "_id": 11 }, { "_id": 12 }] }""", TestName = "lookup_of_an_array_finds_any_item_and_a_missing_field_finds_null_and_missing")]
    public async Task Stages(string stages, string expected)
    {
        const string others = """{ "_id": 11, "tag": "x" }, { "_id": 12, "tag": ["y", "z"] }, { "_id": 13, "tag": null }, { "_id": 14 }""";
        StandInRun.Shown(await StandInRun.OfAsync(Sales, $$"""{ "pipeline": [{{stages}}] }""", others)).ShouldBe(expected);
    }

    [Test]
    public async Task Documents_that_come_of_one_array_share_nothing()
    {
        var run = await StandInRun.OfAsync("""{ "_id": 1, "a": { "n": 0, "l": [1, 2] } }""",
            """{ "pipeline": [{ "$unwind": "$a.l" }, { "$set": { "a.n": "$a.l" } }, { "$project": { "_id": 0, "a.n": 1 } }] }""");
        StandInRun.Shown(run).ShouldBe("""{ "a": { "n": 1 } } { "a": { "n": 2 } }""");
    }

    [TestCase("""{ "$inc": { "n": 2, "new": 1 } }""", """{ "_id": 1, "n": 3, "l": [1, 5], "d": { "x": 1 }, "new": 1 }""")]
    [TestCase("""{ "$mul": { "n": 3, "new": 4 } }""", """{ "_id": 1, "n": 3, "l": [1, 5], "d": { "x": 1 }, "new": 0 }""")]
    [TestCase("""{ "$min": { "n": 0 }, "$max": { "d.x": 7 } }""", """{ "_id": 1, "n": 0, "l": [1, 5], "d": { "x": 7 } }""")]
    [TestCase("""{ "$set": { "d.y.z": 2 }, "$unset": { "n": "" } }""", """{ "_id": 1, "l": [1, 5], "d": { "x": 1, "y": { "z": 2 } } }""")]
    [TestCase("""{ "$rename": { "n": "d.n" } }""", """{ "_id": 1, "l": [1, 5], "d": { "x": 1, "n": 1 } }""")]
    [TestCase("""{ "$push": { "l": 5, "new": 1 } }""", """{ "_id": 1, "n": 1, "l": [1, 5, 5], "d": { "x": 1 }, "new": [1] }""")]
    [TestCase("""{ "$push": { "l": { "$each": [9, 3], "$sort": -1, "$slice": 3 } } }""", """{ "_id": 1, "n": 1, "l": [9, 5, 3], "d": { "x": 1 } }""")]
    [TestCase("""{ "$push": { "l": { "$each": [7], "$position": 0 } } }""", """{ "_id": 1, "n": 1, "l": [7, 1, 5], "d": { "x": 1 } }""")]
    [TestCase("""{ "$addToSet": { "l": { "$each": [5, 6, 6] } } }""", """{ "_id": 1, "n": 1, "l": [1, 5, 6], "d": { "x": 1 } }""")]
    [TestCase("""{ "$pop": { "l": -1 } }""", """{ "_id": 1, "n": 1, "l": [5], "d": { "x": 1 } }""")]
    [TestCase("""{ "$pull": { "l": { "$gte": 5 } } }""", """{ "_id": 1, "n": 1, "l": [1], "d": { "x": 1 } }""")]
    [TestCase("""{ "$pullAll": { "l": [1, 9] } }""", """{ "_id": 1, "n": 1, "l": [5], "d": { "x": 1 } }""")]
    [TestCase("""{ "$set": { "l.$[]": 0 } }""", """{ "_id": 1, "n": 1, "l": [0, 0], "d": { "x": 1 } }""")]
    [TestCase("""{ "$setOnInsert": { "n": 9 } }""", """{ "_id": 1, "n": 1, "l": [1, 5], "d": { "x": 1 } }""")]
    [TestCase("""[{ "$set": { "n": { "$size": "$l" } } }, { "$unset": "d" }]""", """{ "_id": 1, "n": 2, "l": [1, 5] }""")]
    public async Task Updates(string update, string expected)
    {
        var run = await StandInRun.OfAsync("""{ "_id": 1, "n": 1, "l": [1, 5], "d": { "x": 1 } }""", $$"""{ "updateOne": { "filter": { "_id": 1 }, "update": {{update}} } }""");
        StandInRun.Shown(run).ShouldBe(expected);
    }

    [Test]
    public async Task An_update_with_array_filters_changes_the_items_that_fit()
    {
        var run = await StandInRun.OfAsync("""{ "_id": 1, "l": [{ "q": 1 }, { "q": 5 }] }""",
            """{ "updateMany": { "filter": {}, "update": { "$inc": { "l.$[big].q": 10 } }, "arrayFilters": [{ "big.q": { "$gt": 2 } }] } }""");
        StandInRun.Shown(run).ShouldBe("""{ "_id": 1, "l": [{ "q": 1 }, { "q": 15 }] }""");
    }

    [TestCase("""{ "insertOne": { "document": { "_id": 3 } } }""", """{ "_id": 1 } { "_id": 2 } { "_id": 3 }""")]
    [TestCase("""{ "insertMany": { "documents": [{ "_id": 3 }, { "_id": 4 }] } }""", """{ "_id": 1 } { "_id": 2 } { "_id": 3 } { "_id": 4 }""")]
    [TestCase("""{ "deleteOne": { "filter": { "_id": { "$gt": 0 } } } }""", """{ "_id": 2 }""")]
    [TestCase("""{ "deleteMany": { "filter": { "_id": { "$gt": 0 } } } }""", "")]
    [TestCase("""{ "replaceOne": { "filter": { "_id": 2 }, "replacement": { "x": 1 } } }""", """{ "_id": 1 } { "_id": 2, "x": 1 }""")]
    public async Task Inserts_replacements_and_deletions(string operation, string expected) =>
        StandInRun.Shown(await StandInRun.OfAsync("""{ "_id": 1 }, { "_id": 2 }""", operation)).ShouldBe(expected);

    [TestCase("""{ "pipeline": [{ "$project": { "x": { "$divide": ["$n", 0] } } }] }""", "$divide can't divide by 0")]
    [TestCase("""{ "pipeline": [{ "$project": { "x": { "$add": ["$n", "a"] } } }] }""", "$add needs numbers, and it is given the text \"a\"")]
    [TestCase("""{ "pipeline": [{ "$project": { "x": { "$size": "$n" } } }] }""", "$size needs an array, and it is given 1")]
    [TestCase("""{ "pipeline": [{ "$project": { "x": { "$concat": ["a", "$n"] } } }] }""", "$concat needs texts, and it is given 1")]
    [TestCase("""{ "pipeline": [{ "$replaceWith": "$n" }] }""", "$replaceWith needs an object for every document, and for one it finds none")]
    [TestCase("""{ "pipeline": [{ "$project": { "a": 1, "a.b": 1 } }] }""", "the projection is given \"a.b\" twice, or a field together with a part of it")]
    [TestCase("""{ "pipeline": [{ "$limit": 0 }] }""", "$limit needs a whole number, 1 or more")]
    [TestCase("""{ "pipeline": [{ "$sort": { "n": 2 } }] }""", "$sort takes 1 (smallest first) or -1 (largest first) for \"n\"")]
    [TestCase("""{ "pipeline": [{ "$unwind": "n" }] }""", "$unwind needs a path that begins with $, as in \"$items\"")]
    [TestCase("""{ "updateOne": { "filter": {}, "update": { "$inc": { "s": 1 } } } }""", "$inc can't change \"s\": it holds \"text\", which is no number")]
    [TestCase("""{ "updateOne": { "filter": {}, "update": { "$push": { "s": 1 } } } }""", "$push can't change \"s\": it holds \"text\", which is no array")]
    [TestCase("""{ "updateOne": { "filter": {}, "update": { "$set": { "s.t": 1 } } } }""", "there can be no field \"t\" in \"s\": it holds \"text\"")]
    [TestCase("""{ "updateOne": { "filter": {}, "update": { "$set": { "_id": 2 } } } }""", "the update would change _id, and a document's _id stays as it is")]
    [TestCase("""{ "updateOne": { "filter": {}, "update": { "$set": { "n": 2 }, "$inc": { "n": 1 } } } }""", "the update changes \"n\" twice: it is also in \"n\". Change each field once")]
    [TestCase("""{ "insertOne": { "document": { "_id": 1 } } }""", "there are two documents with the _id 1 in c, and an _id is unique")]
    public async Task What_MongoDB_refuses_is_refused(string answer, string message) =>
        StandInRun.Shown(await StandInRun.OfAsync("""{ "_id": 1, "n": 1, "s": "text" }""", answer)).ShouldBe($"Refused: {message}");
}
