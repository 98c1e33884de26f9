using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;
using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Quality;

/// <summary>What an author of a MongoDB kata is told: that it is clean, or what its seed lacks.</summary>
public class DocumentVerifyTests
{
    private const string Id = "mongodb/test/01-kata";

    private const string Reference = """
        { "collection": "people", "pipeline": [{ "$match": { "age": { "$gte": 18 } } }, { "$sort": { "name": 1 } }, { "$project": { "_id": 0, "name": 1 } }] }
        """;

    [Test]
    public async Task Tells_a_clean_kata_with_its_score()
    {
        using var library = Library("""{ "people": [{ "_id": 1, "name": "Cy", "age": 18 }, { "_id": 2, "name": "Ben", "age": 17 }, { "_id": 3, "name": "Ann", "age": 40 }] }""");

        var report = await VerifyAsync(library);

        report.Faults.ShouldBeEmpty();
        report.Score!.Survivors.ShouldBe(0);
        report.Score.Killed.ShouldBe(report.Score.Mutants - report.Score.Equivalent);
    }

    [Test]
    public async Task Names_the_documents_that_would_show_a_slip()
    {
        using var library = Library("""{ "people": [{ "_id": 1, "name": "Ann", "age": 40 }, { "_id": 2, "name": "Ben", "age": 17 }] }""");

        var report = await VerifyAsync(library, propose: true);

        var lines = report.Score!.Results.Where(result => result.SeedRows is { Count: > 0 }).Select(result => $"as if {result.Mutant.AsIf}\n{string.Join('\n', result.SeedRows!)}");
        string.Join("\n\n", lines).ShouldBeApproved();
    }

    [Test]
    public async Task Proposes_a_domain_that_can_be_read_back()
    {
        using var library = Library("""
            { "people": [{ "_id": 1, "name": "Ann", "age": 40, "kind": "a" }, { "_id": 2, "name": "Ben", "age": 17, "kind": "b" },
                         { "_id": 3, "name": "Cy", "age": 18, "kind": "a" }, { "_id": 4, "name": "Dan", "age": 19, "kind": "b" }] }
            """);

        var proposal = (await VerifyAsync(library)).Score!.Domain.ShouldNotBeNull();

        library.Write($"katas/{Id}/domain.json", proposal);
        var domain = library.Catalog.Katas.ShouldHaveSingleItem().Domain;
        domain.Tables["people"].Unique.ShouldHaveSingleItem().ShouldBe(["name"]);
        domain.Tables["people"].Columns["kind"].Values.ShouldBe(["a", "b"]);
        (await VerifyAsync(library)).Faults.ShouldBeEmpty();
    }

    private static TinyLibrary Library(string seed)
    {
        var library = new TinyLibrary().WithMongoKata(seed, Reference, more: "\"order\": [\"name\"]");
        library.Write($"solutions/{Id}/also-right/not-under.jsonc", Reference.Replace("""{ "$gte": 18 }""", """{ "$not": { "$lt": 18 } }"""));
        library.Write($"solutions/{Id}/wrong/backwards.jsonc", "// mistake: sorted downwards\n" + Reference.Replace("\"name\": 1 } }, {", "\"name\": -1 } }, {"));
        library.Write($"solutions/{Id}/why.md", "Because.\n");
        return library;
    }

    private static Task<KataReport> VerifyAsync(TinyLibrary library, bool propose = false) =>
        new KataVerifier(TestServers.Grader(library.Library.Solutions, explains: false), [new DocumentMutantScorer(TestServers.MongoDb, propose)], library.Library)
            .VerifyAsync(KataCatalog.Load(library.Library.Katas).Katas[0]);
}
