using System.Text.Json;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Feedback;

/// <summary>What differs between documents, as a learner reads it.</summary>
public class DocumentDifferenceTextTests
{
    [Test]
    public void Lists_of_other_lengths_are_shown_from_where_they_differ() => Words(
        """{ "_id": 1, "top": [{ "product": "Bamboo whisk", "clicks": 8 }, { "product": "Copper kettle", "clicks": 5 }, { "product": "Tea towel", "clicks": 2 }] }""",
        """{ "_id": 1, "top": [{ "product": "Bamboo whisk", "clicks": 8 }, { "product": "Copper kettle", "clicks": 5 }] }""").ShouldBe(
        """
        The document differs on the data you see.
            top  [… and no more] ([… { "product": "Tea towel", "clicks": 2 }])     yours (expected)
        """);

    [Test]
    public void Short_lists_of_other_lengths_are_shown_whole() => Words(
        """{ "_id": 1, "top": ["a", "b"] }""",
        """{ "_id": 1, "top": ["a"] }""").ShouldBe(
        """
        The document differs on the data you see.
            top  ["a"] (["a", "b"])     yours (expected)
        """);

    [Test]
    public void Days_tell_documents_apart() => Words(
        """{ "person": "Abe", "day": { "$date": { "$numberLong": "1772409600000" } }, "pulse": 20 }; { "person": "Abe", "day": { "$date": { "$numberLong": "1772496000000" } }, "pulse": 20 }""",
        """{ "person": "Abe", "day": { "$date": { "$numberLong": "1772409600000" } }, "pulse": null }; { "person": "Abe", "day": { "$date": { "$numberLong": "1772496000000" } }, "pulse": null }""")
        .ShouldStartWith("2 of 2 documents differ on the data you see.");

    [Test]
    public void Extra_documents_have_their_fields_in_the_order_of_the_expected_ones() => Words(
        """{ "name": "Ann", "total": 5 }; { "name": "Ann", "total": 6 }""",
        """{ "total": 5, "name": "Ann" }; { "total": 7, "more": 1, "name": "Ben" }; { "total": 6, "name": "Ann" }""")
        .ShouldContain("""+ { "name": "Ben", "total": 7, "more": 1 }     extra""");

    private static string Words(string expected, string actual) =>
        DocumentDifferenceText.Of(DocumentComparer.Compare(Documents(expected), Documents(actual), ComparisonRules.Bag), Ink.Plain, collection: null);

    private static DocumentList Documents(string text) => new([.. text.Split(';').Select(document =>
    {
        using var json = JsonDocument.Parse(document);
        return ExtendedJson.ReadDocument(json.RootElement);
    })]);
}
