using DbKatas.Grader.Engines.MongoDb;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.MongoDb;

/// <summary>What the stand-in would not do as MongoDB does it is refused by name; each case is a known difference, or one not yet looked into.</summary>
[Parallelizable(ParallelScope.Children)]
public class MingoRefusalTests
{
    // Stages.
    [TestCase("""{ "pipeline": [{ "$bucketAuto": { "groupBy": "$n", "buckets": 2 } }] }""", "$bucketAuto", TestName = "bucketAuto_has_other_bounds")]
    [TestCase("""{ "pipeline": [{ "$redact": "$$PRUNE" }] }""", "$redact", TestName = "redact_leaves_null_where_it_prunes")]
    [TestCase("""{ "pipeline": [{ "$lookup": { "from": "o", "localField": "n", "foreignField": "n", "as": "x", "pipeline": [] } }] }""", "$lookup with fields and a pipeline", TestName = "lookup_with_fields_and_a_pipeline_ignores_the_fields")]
    [TestCase("""{ "pipeline": [{ "$densify": {} }] }""", "$densify")]
    [TestCase("""{ "pipeline": [{ "$fill": {} }] }""", "$fill")]
    [TestCase("""{ "pipeline": [{ "$merge": { "into": "c", "on": ["_id", "a"] } }] }""", "$merge \"on\" another field than _id")]
    [TestCase("""{ "pipeline": [{ "$sample": { "size": 1 } }] }""", "$sample")]
    [TestCase("""{ "pipeline": [{ "$geoNear": {} }] }""", "$geoNear")]
    [TestCase("""{ "pipeline": [{ "$search": {} }] }""", "$search")]
    [TestCase("""{ "pipeline": [{ "$documents": [] }] }""", "$documents")]
    [TestCase("""{ "pipeline": [{ "$setWindowFields": { "sortBy": { "n": 1 }, "output": { "x": { "$sum": "$n", "window": { "range": [-1, 0], "unit": "day" } } } } }] }""", "a window with \"unit\"")]
    [TestCase("""{ "pipeline": [{ "$setWindowFields": { "sortBy": { "n": 1 }, "output": { "x": { "$expMovingAvg": { "input": "$n", "N": 2 } } } } }] }""", "$expMovingAvg")]
    [TestCase("""{ "pipeline": [{ "$graphLookup": { "from": "c", "startWith": null, "connectFromField": "n", "connectToField": "none", "as": "x" } }] }""", "$graphLookup from nothing to documents without a value there", TestName = "Whether_null_meets_a_missing_field_is_left_to_a_server")]
    // Accumulators and expressions.
    [TestCase("""{ "pipeline": [{ "$group": { "_id": 1, "m": { "$median": { "input": "$n", "method": "approximate" } } } }] }""", "$median", TestName = "median_takes_the_upper_value")]
    [TestCase("""{ "pipeline": [{ "$group": { "_id": 1, "m": { "$stdDevPop": "$n" } } }] }""", "$stdDevPop")]
    [TestCase("""{ "pipeline": [{ "$group": { "_id": 1, "m": { "$topN": {} } } }] }""", "$topN")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$toString": "$n" } } }] }""", "$toString")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$type": "$n" } } }] }""", "$type", TestName = "JavaScript_knows_one_type_of_number")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$convert": {} } } }] }""", "$convert")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$dateTrunc": {} } } }] }""", "$dateTrunc")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$dateToString": { "date": "$d" } } } }] }""", "$dateToString without a format of %Y, %m, %d, %H, %M, %S and %L")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$dateToString": { "date": "$d", "format": "%G-%V" } } } }] }""", "$dateToString without a format of %Y, %m, %d, %H, %M, %S and %L")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$dateToString": { "date": "$d", "format": "%Y", "timezone": "Europe/Rome" } } } }] }""", "$dateToString with \"timezone\"")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$hour": { "date": "$d", "timezone": "+01:00" } } } }] }""", "$hour with a time zone")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$rand": {} } } }] }""", "$rand")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$setUnion": [[1], [2]] } } }] }""", "$setUnion")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$sortArray": {} } } }] }""", "$sortArray")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$regexMatch": {} } } }] }""", "$regexMatch")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$meta": "textScore" } } }] }""", "$meta")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": "$$NOW" } }] }""", "$$NOW", TestName = "The_clock_is_no_part_of_a_verdict")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$filter": { "input": "$l", "cond": true, "limit": 1 } } } }] }""", "$filter with \"limit\"")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": "$l.0" } }] }""", "a position in a path (\"$l.0\")", TestName = "A_position_in_an_expression_means_nothing_to_MongoDB")]
    // Queries.
    [TestCase("""{ "filter": { "$jsonSchema": {} } }""", "$jsonSchema")]
    [TestCase("""{ "filter": { "$text": { "$search": "a" } } }""", "$text")]
    [TestCase("""{ "filter": { "n": { "$near": [1, 2] } } }""", "$near")]
    [TestCase("""{ "filter": { "n": { "$geoWithin": {} } } }""", "$geoWithin")]
    [TestCase("""{ "filter": { "n": { "$bitsAllSet": 1 } } }""", "$bitsAllSet")]
    [TestCase("""{ "filter": { "n": { "$type": "int" } } }""", "$type \"int\"")]
    [TestCase("""{ "filter": { "n": { "$type": 16 } } }""", "$type 16")]
    [TestCase("""{ "filter": { "s": { "$regex": "(?i)a" } } }""", "a $regex beyond the simplest")]
    [TestCase("""{ "filter": { "s": { "$regex": "\\p{L}" } } }""", "a $regex beyond the simplest")]
    [TestCase("""{ "filter": { "s": { "$regex": "a", "$options": "x" } } }""", "$options other than \"i\"")]
    [TestCase("""{ "filter": { "l.0": 1 } }""", "a position in a path (\"l.0\")")]
    [TestCase("""{ "filter": { "l": 1 }, "projection": { "l.$": 1 } }""", "a projection of array items (\"l.$\")")]
    [TestCase("""{ "filter": {}, "projection": { "l": { "$slice": 1 } } }""", "a projection of array items (\"l\")")]
    [TestCase("""{ "filter": {}, "sort": { "score": { "$meta": "textScore" } } }""", "$meta in a sort")]
    [TestCase("""{ "filter": {}, "projection": { "n": 0, "_id": 1 } }""", "_id: 1 beside fields to leave out")]
    // Updates.
    [TestCase("""{ "updateOne": { "filter": { "n": 9 }, "update": { "$set": { "x": 1 } }, "upsert": true } }""", "upsert", TestName = "upsert_inserts_nothing")]
    [TestCase("""{ "updateOne": { "filter": { "l": 1 }, "update": { "$set": { "l.$": 2 } } } }""", "the position $ in a path (\"l.$\")")]
    [TestCase("""{ "updateOne": { "filter": {}, "update": { "$currentDate": { "d": true } } } }""", "$currentDate")]
    [TestCase("""{ "updateOne": { "filter": {}, "update": { "$bit": { "n": { "and": 1 } } } } }""", "$bit")]
    [TestCase("""{ "updateOne": { "filter": {}, "update": [{ "$match": {} }] } }""", "$match")]
    // Values.
    [TestCase("""{ "filter": { "n": { "$numberDecimal": "1.1" } } }""", "a value of type $numberDecimal", TestName = "Sums_of_decimals_would_silently_be_0")]
    [TestCase("""{ "filter": { "n": 9007199254740993 } }""", "a whole number beyond 9007199254740991", TestName = "Long_numbers_would_lose_digits")]
    [TestCase("""{ "filter": { "n": { "$numberLong": "9007199254740993" } } }""", "a whole number beyond 9007199254740991")]
    [TestCase("""{ "filter": { "n": { "$regularExpression": { "pattern": "a", "options": "" } } } }""", "a value of type $regularExpression")]
    [TestCase("""{ "insertOne": { "document": { "_id": 2, "b": { "$binary": { "base64": "AQID", "subType": "00" } } } } }""", "a value of type $binary")]
    [TestCase("""{ "insertOne": { "document": { "_id": 2, "__proto__": { "polluted": true } } } }""", "a field called __proto__")]
    [TestCase("""{ "insertOne": { "document": { "_id": 2, "a": [[1]] } } }""", "arrays that lie in arrays")]
    // Known only while it runs.
    [TestCase("""{ "pipeline": [{ "$sort": { "l": 1 } }] }""", "$sort by an array (\"l\")")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$multiply": [9007199254740991, 2] } } }] }""", "whole numbers beyond 9007199254740991 ($multiply)")]
    [TestCase("""{ "pipeline": [{ "$group": { "_id": 1, "s": { "$sum": { "$add": [9007199254740991, 0] } }, "t": { "$sum": 9007199254740991 } } }, { "$set": { "x": { "$add": ["$s", 1] } } }] }""", "whole numbers beyond 9007199254740991 ($add)")]
    [TestCase("""{ "updateOne": { "filter": {}, "update": { "$inc": { "n": 9007199254740991 } } } }""", "whole numbers beyond 9007199254740991 ($inc)")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$toUpper": "$n" } } }] }""", "$toUpper on numbers and dates")]
    [TestCase("""{ "pipeline": [{ "$lookup": { "from": "c", "localField": "e", "foreignField": "n", "as": "x" } }] }""", "$lookup by an array without values (\"e\")")]
    public async Task Refuses(string answer, string what)
    {
        const string documents = """{ "_id": 1, "n": 1, "l": [1, 2], "e": [], "s": "a" }""";
        var run = await StandInRun.OfAsync(documents, answer);
        run.Failure.ShouldNotBeNull(StandInRun.Shown(run));
        (run.Failure.Fault, run.Failure.Message).ShouldBe((MongoFault.NeedsServer, what));
    }

    [TestCase("""{ "_id": 1, "price": { "$numberDecimal": "9.99" } }""", "a value of type $numberDecimal")]
    [TestCase("""{ "_id": 1, "n": { "$numberLong": "9223372036854775807" } }""", "a whole number beyond 9007199254740991")]
    [TestCase("""{ "_id": { "$uuid": "c8edabc3-f738-4ca3-b68d-ab92a91478a3" } }""", "a value of type $uuid")]
    [TestCase("""{ "_id": 1, "points": [[1, 2]] }""", "arrays that lie in arrays")]
    public async Task Refuses_data_that_JavaScript_can_not_hold(string document, string what)
    {
        var run = await StandInRun.OfAsync(document, """{ "pipeline": [{ "$count": "n" }] }""");
        (run.Failure?.Fault, run.Failure?.Message).ShouldBe((MongoFault.NeedsServer, what));
    }

    [TestCase("""{ "pipeline": [{ "$mach": {} }] }""", "MongoDB has no stage \"$mach\". Did you mean \"$match\"?")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$multipy": [1, 2] } } }] }""", "MongoDB has no operator \"$multipy\". Did you mean \"$multiply\"?")]
    [TestCase("""{ "pipeline": [{ "$group": { "_id": 1, "s": { "$summ": 1 } } }] }""", "MongoDB has no accumulator \"$summ\". Did you mean \"$sum\"?")]
    [TestCase("""{ "filter": { "n": { "$gte ": 1 } } }""", "MongoDB has no operator \"$gte \". Did you mean \"$gte\"?")]
    [TestCase("""{ "filter": { "$gt": 1 } }""", "$gt asks about a field: write { \"the field\": { \"$gt\": … } }")]
    [TestCase("""{ "filter": { "n": { "$or": [] } } }""", "$or stands outside of a field: { \"$or\": … } beside the fields or around them")]
    [TestCase("""{ "filter": { "n": { "$gt": 1, "lt": 3 } } }""", "\"lt\" stands beside operators, and an object here holds operators alone or fields alone")]
    [TestCase("""{ "updateOne": { "filter": {}, "update": { "$sett": { "x": 1 } } } }""", "MongoDB has no operator \"$sett\". Did you mean \"$set\"?")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": "$$rot" } }] }""", "there is no variable $$rot here. Did you mean \"ROOT\"? A field is written with one $")]
    [TestCase("""{ "pipeline": [{ "$set": { "x": { "$add": [1, 2], "$abs": 1 } } }] }""", "$add must be the only key of its object, and there are 2")]
    [TestCase("""{ "pipeline": [{ "$lookup": { "from": "o", "localfield": "n", "foreignField": "n", "as": "x" } }] }""", "$lookup knows no \"localfield\". Did you mean \"localField\"?")]
    public async Task Tells_a_misspelt_word_from_one_that_it_can_not_judge(string answer, string message)
    {
        var run = await StandInRun.OfAsync("""{ "_id": 1, "n": 1 }""", answer);
        (run.Failure?.Fault, run.Failure?.Message).ShouldBe((MongoFault.Refused, message));
    }
}
