using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Data;

/// <summary>An author's domain.json: what it says, what is wrong with it, and what a proposal looks like.</summary>
public class DomainTests
{
    [Test]
    public void Reads_every_key()
    {
        var domain = Read("""
            { "$schema": "../../../domain.schema.json", // a comment
              "tables": { "t": { "neverEmpty": true, "unique": [["a", "b"]], "rules": ["a < b"],
                "columns": { "a": { "least": 1, "most": "9.5", "step": 0.5, "neverNull": true }, "b": { "values": ["x", 2], "pattern": "^x" }, "c": { "step": "day" } } } },
              "rules": ["true"] }
            """).ShouldNotBeNull();

        domain.Rules.ShouldBe(["true"]);
        var table = domain.Tables["t"];
        table.NeverEmpty.ShouldBeTrue();
        table.Unique.ShouldHaveSingleItem().ShouldBe(["a", "b"]);
        table.Rules.ShouldBe(["a < b"]);
        table.Columns["a"].ShouldBe(new ColumnDomain(null, "1", "9.5", "0.5", null, true));
        table.Columns["b"].Values.ShouldBe(["x", "2"]);
        table.Columns["b"].Pattern.ShouldBe("^x");
        table.Columns["c"].Step.ShouldBe("day");
    }

    [Test]
    public void Tells_all_faults_at_once()
    {
        var reader = new DomainJsonReader();

        reader.Read("""{ "tabels": {}, "tables": { "t": { "neverEmpty": 1, "unique": ["a"], "columns": { "a": { "values": [], "step": "week", "leest": 1 } } } }, "rules": "x" }""").ShouldBeNull();

        reader.Faults.ShouldBe(
        [
            "key \"tables.t.neverEmpty\" must be true or false.",
            "key \"tables.t.unique\" must be a list of lists of columns, as in [[\"first_name\", \"last_name\"]].",
            "key \"tables.t.columns.a.values\" must be a list of values, as in [\"open\", \"paid\"] or [1, 2].",
            "key \"tables.t.columns.a.step\" holds \"week\". Write a number above 0, or for times one of: second, minute, hour, day, month.",
            "unknown key \"tables.t.columns.a.leest\". Did you mean \"least\"?",
            "key \"rules\" must be a list of texts, as in [\"…\", \"…\"].",
            "unknown key \"tabels\". Did you mean \"tables\"?",
        ], ignoreOrder: true);
    }

    [Test]
    public void A_fault_costs_the_kata_its_place_in_the_catalog()
    {
        using var library = new TinyLibrary().WithKata();
        library.Write("katas/sql/test/01-kata/domain.json", """{ "rulez": [] }""");

        library.Catalog.Katas.ShouldBeEmpty();
        library.Catalog.Faults.ShouldHaveSingleItem().ToString().ShouldEndWith("domain.json: unknown key \"rulez\". Did you mean \"rules\"?");
    }

    [TestCase("""{ "tables": { "other": {} } }""", "names the table \"other\", and there is none.")]
    [TestCase("""{ "tables": { "t": { "columns": { "nam": {} } } } }""", "names the column \"nam\" of t, and there is none. Did you mean \"name\"?")]
    [TestCase("""{ "tables": { "t": { "rules": ["id > 1"] } } }""", "rules out the visible rows: not exists (select from public.t where not (id > 1)).")]
    [TestCase("""{ "rules": ["id is"] }""", "holds a rule that PostgreSQL can't read: id is. It says: syntax error at or near \")\".")]
    public async Task A_domain_that_does_not_fit_the_data_is_trouble_with_the_kata(string json, string message)
    {
        using var library = new TinyLibrary().WithKata();
        library.Write("katas/sql/test/01-kata/domain.json", json);
        var answer = library.Write("answer.sql", "select id, name from t order by id");

        var verdict = await TestServers.Grader(library.Library.Solutions).GradeAsync(library.Catalog.Katas.Single(), answer);

        verdict.Outcome.ShouldBe(Outcome.Trouble);
        verdict.Sentence.ShouldNotBeNull().ShouldEndWith("domain.json " + message);
    }

    [Test]
    public void The_schema_for_editors_knows_the_same_keys()
    {
        var root = Grader.Katas.KataLibrary.Around(AppContext.BaseDirectory)!.Root;
        using var schema = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "katas", "domain.schema.json")));
        var table = schema.RootElement.GetProperty("properties").GetProperty("tables").GetProperty("additionalProperties").GetProperty("properties");
        var column = table.GetProperty("columns").GetProperty("additionalProperties").GetProperty("properties");

        string[] Keys(System.Text.Json.JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

        Keys(schema.RootElement.GetProperty("properties")).ShouldBe(["$schema", "tables", "collections", "rules"]);
        Keys(table).ShouldBe(["neverEmpty", "unique", "columns", "rules"]);
        Keys(column).ShouldBe(["values", "least", "most", "step", "pattern", "neverNull"]);
    }

    [Test]
    public async Task A_proposal_states_what_the_seed_shows_and_can_be_read_back()
    {
        using var library = new TinyLibrary().WithKata("sql/test/02-kata", reference: "select 1 as one", more: "\"order\": \"any\"", schema: """
            create table t (id int primary key, name text not null, kind text, at timestamp not null);
            insert into t select n, 'name ' || n, case when n % 2 = 0 then 'a' else 'b' end, timestamp '2026-01-01' + n * interval '30 minutes' from generate_series(1, 6) n;
            """);
        await using var bench = await DatasetBench.OpenAsync(await TestServers.Postgres.SessionAsync(default), library.Catalog.Katas.Single(), "select 1 as one", default);

        var proposal = DomainProposer.Propose(bench.Schema, bench.Datasets[0]);

        var table = proposal.Tables["t"];
        table.Unique.ShouldHaveSingleItem().ShouldBe(["name"]);
        table.Columns["kind"].Values.ShouldBe(["a", "b"]);
        table.Columns["kind"].NeverNull.ShouldBeTrue();
        table.Columns["at"].Step.ShouldBe("minute");
        var read = Read(DomainJsonWriter.Write(proposal)).ShouldNotBeNull();
        read.Tables["t"].Columns["at"].ShouldBe(table.Columns["at"]);
        read.Tables["t"].Columns["kind"].Values.ShouldBe(["a", "b"]);
    }

    private static Domain? Read(string json) => new DomainJsonReader().Read(json);
}
