using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Data;

/// <summary>An author's domain.json of a MongoDB kata: obeyed, and told what is wrong with it.</summary>
[Parallelizable(ParallelScope.Children)]
public class DocumentDomainTests
{
    private const string Seed = """
        { "trips": [{ "_id": 1, "from": 3, "to": 7, "kind": "walk" }, { "_id": 2, "from": 7, "to": 9 }, { "_id": 3, "from": 1, "to": 2, "kind": "ride" }] }
        """;

    private const string Reference = """{ "collection": "trips", "pipeline": [{ "$project": { "length": { "$subtract": ["$to", "$from"] } } }] }""";

    // The same as long as no trip ends before it begins.
    private const string Absolute = """{ "collection": "trips", "pipeline": [{ "$project": { "length": { "$abs": { "$subtract": ["$from", "$to"] } } } }] }""";

    [TestCase("{ }", Outcome.NotYet)]
    [TestCase("""{ "collections": { "trips": { "rules": [{ "$expr": { "$gt": ["$to", "$from"] } }] } } }""", Outcome.Right)]
    public async Task A_rule_keeps_an_answer_right(string domain, Outcome outcome) => (await GradeAsync(domain, Absolute)).Outcome.ShouldBe(outcome);

    [TestCase("""{ "tables": { } }""", "domain.json: unknown key \"tables\".")]
    [TestCase("""{ "collections": { "trips": { "rules": ["from < to"] } } }""",
        "domain.json: key \"collections.trips.rules\" must be a list of objects, as in [{ \"$expr\": { \"$gt\": [\"$endsAt\", \"$startsAt\"] } }].")]
    [TestCase("""{ "collections": { "trips": { "fields": { "from": { "neverNull": true } } } } }""", "domain.json: unknown key \"collections.trips.fields.from.neverNull\".")]
    public void A_fault_costs_the_kata_its_place_in_the_catalog(string domain, string fault)
    {
        using var library = Library(domain);

        library.Catalog.Katas.ShouldBeEmpty();
        library.Catalog.Faults.ShouldHaveSingleItem().ToString().ShouldContain(fault);
    }

    [TestCase("""{ "collections": { "trip": { } } }""", "names the collection \"trip\", and there is none. Did you mean \"trips\"?")]
    [TestCase("""{ "collections": { "trips": { "fields": { "knid": { } } } } }""", "names the field \"knid\" of trips, and no visible document has it. Did you mean \"kind\"?")]
    [TestCase("""{ "collections": { "trips": { "fields": { "kind": { "values": ["walk"] } } } } }""", "rules out \"ride\", which the visible documents have in kind of trips.")]
    [TestCase("""{ "collections": { "trips": { "rules": [{ "from": { "$gt": 2 } }] } } }""", "rules out visible documents of trips: { \"from\": { \"$gt\": 2 } }.")]
    public async Task A_domain_that_does_not_fit_the_seed_is_trouble_with_the_kata(string domain, string message)
    {
        var verdict = await GradeAsync(domain, Absolute);

        verdict.Outcome.ShouldBe(Outcome.Trouble);
        verdict.Sentence.ShouldNotBeNull().ShouldEndWith("domain.json " + message);
    }

    private static TinyLibrary Library(string domain)
    {
        var library = new TinyLibrary().WithMongoKata(Seed, Reference, more: "\"order\": \"any\"");
        library.Write("katas/mongodb/test/01-kata/domain.json", domain);
        return library;
    }

    private static async Task<Verdict> GradeAsync(string domain, string answer)
    {
        using var library = Library(domain);
        return await TestServers.Grader(library.Library.Solutions).GradeAsync(library.Catalog.Katas[0], library.Write("answers/pipeline.jsonc", answer));
    }
}
