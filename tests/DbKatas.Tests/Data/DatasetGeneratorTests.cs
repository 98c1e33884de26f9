using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Data;

/// <summary>Hidden data obey every constraint of the schema, are worth running, and are the same each time.</summary>
[Parallelizable(ParallelScope.Children)]
public class DatasetGeneratorTests
{
    // Katas of one id take each other's templates away when they differ.
    private static string Id => $"sql/data/01-{TestContext.CurrentContext.Test.ID}";

    private static readonly string[] AroundTen = ["10.00", "9.99", "10.01", "11.00"];

    [TestCaseSource(typeof(NastySchemas), nameof(NastySchemas.All))]
    public async Task Obeys_every_constraint_of_the_schema(string schema, string reference)
    {
        using var library = new TinyLibrary().WithKata(Id, schema: schema, reference: reference, more: "\"order\": \"any\"");
        await using var bench = await OpenAsync(library, reference);

        foreach (var dataset in bench.Datasets)
            (await bench.RunAsync("select 1", dataset, default)).Failure.ShouldBeNull($"{dataset.Name} does not load");
        foreach (var dataset in bench.Datasets.Where(data => data.Sort != DatasetSort.Visible))
            (await bench.SiftAsync(dataset, default)).ShouldBeSameAs(dataset, dataset.Name);
    }

    [TestCaseSource(typeof(NastySchemas), nameof(NastySchemas.All))]
    public async Task Makes_the_same_rows_each_time(string schema, string reference)
    {
        using var library = new TinyLibrary().WithKata(Id, schema: schema, reference: reference, more: "\"order\": \"any\"");
        await using var bench = await OpenAsync(library, reference);
        var again = new DatasetGenerator(bench.Schema, bench.Datasets[0], reference, Domain.None);

        foreach (var sort in Enum.GetValues<DatasetSort>().Except([DatasetSort.Visible]))
            bench.Generator.Make(sort).Take(20).Select(Print).ShouldBe(again.Make(sort).Take(20).Select(Print));
    }

    [Test]
    public async Task Gives_a_schema_of_some_tables_sets_of_every_sort_with_rows_in_each_table()
    {
        const string reference = "select o.id, sum(amount) as total from o join p on p.o = o.id where amount >= 10 group by o.id having sum(amount) > 20";
        using var library = new TinyLibrary().WithKata(Id, reference: reference, more: "\"order\": \"any\"", schema: """
            create table o (id int primary key, on_day date not null);
            create table p (id int primary key, o int not null references o, amount numeric(6, 2) not null);
            insert into o values (1, '2026-01-01'), (2, '2026-01-02');
            insert into p values (1, 1, 15), (2, 1, 10), (3, 2, 9.99), (4, 2, 30);
            """);
        await using var bench = await OpenAsync(library, reference);

        var hidden = bench.Datasets.Skip(1).ToList();

        hidden.Select(data => (data.Sort, data.InDomain)).Distinct().Count().ShouldBe(10);
        hidden.Count(data => data.InDomain && data.Tables.All(rows => rows.Rows.Count > 0)).ShouldBeGreaterThan(25);
        string[] amounts = [.. hidden.SelectMany(data => data.Tables[1].Rows).Select(row => row[2]!).Distinct()];
        AroundTen.ShouldBeSubsetOf(amounts);
    }

    [Test]
    public async Task Keeps_to_the_rules_of_the_domain()
    {
        using var library = new TinyLibrary().WithKata(Id, reference: "select id from t where n > 5", more: "\"order\": \"any\"", schema: """
            create table t (id int primary key, name text not null, kind text, n int not null, starts timestamp not null, ends timestamp not null);
            insert into t values (1, 'Ann', 'a', 10, '2026-01-01 10:00', '2026-01-01 11:00'), (2, 'Ben', 'b', 5, '2026-01-01 10:00', '2026-01-02 11:00');
            """);
        library.Write($"katas/{Id}/domain.json", """
            { "tables": { "t": { "neverEmpty": true, "unique": [["name"]], "rules": ["starts < ends"],
                "columns": { "kind": { "values": ["a", "b"], "neverNull": true }, "n": { "least": 0, "most": 100, "step": 5 }, "starts": { "step": "minute" }, "name": { "pattern": "^[A-Z]" } } } },
              "rules": ["(select count(*) from t) < 60"] }
            """);
        await using var bench = await OpenAsync(library, "select id from t where n > 5");

        const string broken = """
            select 'x' from t where kind is null or kind not in ('a', 'b') or n not between 0 and 100 or n % 5 <> 0 or starts >= ends or name !~ '^[A-Z]'
              or extract(second from starts) <> 0
            union all select 'empty' where not exists (select from t) union all select name from t group by name having count(*) > 1
            """;
        foreach (var dataset in bench.Datasets.Where(data => data.InDomain))
            (await bench.RunAsync(broken, dataset, default)).Result!.Rows.ShouldBeEmpty(dataset.Name);
        bench.Datasets.Count(data => data.InDomain).ShouldBeGreaterThan(15);
        bench.Datasets.ShouldContain(data => !data.InDomain);
    }

    private static async Task<DatasetBench> OpenAsync(TinyLibrary library, string reference) =>
        await DatasetBench.OpenAsync(await TestServers.Postgres.SessionAsync(default), library.Catalog.Katas.Single(), reference, default);

    private static string Print(Dataset dataset) => dataset.Name + string.Join('\n', dataset.Tables.Select(rows =>
        rows.Table.Name + string.Join(';', rows.Rows.Select(row => string.Join(',', row.Select(cell => cell ?? "NULL"))))));
}
