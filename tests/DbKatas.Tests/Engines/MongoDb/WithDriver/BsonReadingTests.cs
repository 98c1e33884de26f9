using System.Text.Json;
using DbKatas.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;
using MongoDB.Bson;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.MongoDb.WithDriver;

/// <summary>Documents mean the same whether they come from a server by its driver or from the stand-in.</summary>
public sealed class BsonReadingTests
{
    private static IEnumerable<Kata> Katas() =>
        KataCatalog.Load(Path.Combine(Repository.Folder, "katas")).Katas.Where(kata => kata.Engines.Contains("mongodb") && File.Exists(kata.SchemaPath));

    [TestCaseSource(nameof(Katas))]
    public void The_data_of_every_kata_come_through_the_driver_unchanged(Kata kata) => ShouldBeAlike(SeedData.Read(kata).Json);

    [TestCase("""{ "a": { "$numberInt": "1" }, "b": { "$numberLong": "9007199254740993" }, "c": { "$numberDouble": "0.1" }, "d": { "$numberDecimal": "9.990" } }""")]
    [TestCase("""{ "a": { "$numberDouble": "Infinity" }, "b": { "$numberDouble": "-2.0" }, "c": { "$numberDouble": "1e+300" } }""")]
    [TestCase("""{ "a": "text", "b": "", "c": "\"quoted\"\n", "d": "žluť 🦔", "e": true, "f": null }""")]
    [TestCase("""{ "a": { "$oid": "507f1f77bcf86cd799439011" }, "b": { "$date": { "$numberLong": "1735689600000" } }, "c": { "$date": { "$numberLong": "-1" } } }""")]
    [TestCase("""{ "a": { "$binary": { "base64": "AQID", "subType": "00" } }, "b": { "$regularExpression": { "pattern": "^a", "options": "i" } } }""")]
    [TestCase("""{ "a": [], "b": {}, "c": [[{ "$numberInt": "1" }], { "d": [null] }] }""")]
    public void Every_type_comes_through_the_driver_unchanged(string canonical) => ShouldBeAlike(canonical);

    private static void ShouldBeAlike(string canonical)
    {
        // Without white space, as the stand-in writes it.
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(canonical)));

        var read = BsonReading.Read(BsonDocument.Parse(canonical));

        DocumentText.Of(read, longest: 1_000_000).ShouldBe(DocumentText.Of(ExtendedJson.ReadDocument(json.RootElement), longest: 1_000_000));
    }
}
