using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading;

/// <summary>Datasets that follow each other in one transaction leave nothing to each other: no row, no other order of rows, no other plan.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DatasetRunnerTests
{
    private const string TwoTables = "create table p (id int primary key, name text not null check (name <> 'no')); create table c (id int primary key, p int references p, note text)";

    /// <summary>Answers that leave a transaction other than they found it, or not at all.</summary>
    private static readonly string[] Between =
    [
        "select 1 / 0", "rollback", "savepoint emptied", "select set_config('enable_seqscan', 'off', false)",
        "insert into employees values (1)", "deallocate all", "prepare _p1 as select 1; prepare _p2 as select 2; select 3",
    ];

    [TestCase("sql/joins/02-left-join-missing")]
    [TestCase("sql/windows/05-moving-average")]
    [TestCase("sql/joins/04-self-join-managers")]
    [TestCase("sql/grouping/03-having")]
    [TestCase("sql/ctes/03-recursive-tree")]
    public async Task A_dataset_is_the_same_whatever_was_loaded_before_it(string id)
    {
        var library = KataLibrary.At(Repository.Folder);
        var kata = KataCatalog.Load(library.Katas).Find(id).Single();
        await using var bench = await OpenAsync(kata, await File.ReadAllTextAsync(Path.Combine(library.Solutions, kata.Id, kata.AnswerFile)));
        var all = AllRows(bench.Schema);
        var alone = new List<string>();
        foreach (var dataset in bench.Datasets)
        {
            await bench.RunAsync("select 1", bench.Datasets[0], default);
            alone.Add(await TextAsync(bench, all, dataset));
        }

        var random = new Random(1);
        foreach (var place in Enumerable.Range(0, 3 * alone.Count).Select(_ => random.Next(alone.Count)))
        {
            if (random.Next(4) == 0)
                await bench.RunAsync(Between[random.Next(Between.Length)], bench.Datasets[random.Next(alone.Count)], default);
            (await TextAsync(bench, all, bench.Datasets[place])).ShouldBe(alone[place], bench.Datasets[place].Name);
        }
    }

    [Test]
    public async Task Rows_of_all_sizes_come_out_in_the_order_in_which_they_were_given()
    {
        using var library = new TinyLibrary().WithKata(schema: TwoTables, reference: "select id, name from p order by id");
        await using var bench = await OpenAsync(library.Catalog.Katas[0], "select id, name from p order by id");
        var random = new Random(2);
        for (var run = 0; run < 300; run++)
        {
            var dataset = Rows(bench.Schema, [.. Enumerable.Range(0, random.Next(40)).Select(_ => new string('x', random.Next(9) == 0 ? random.Next(1_800) : random.Next(60)))], random);

            var rows = (await bench.RunAsync("select note from c", dataset, default)).Result!.Rows;

            rows.Select(row => row[0].Text).ShouldBe(dataset.Tables[1].Rows.Select(row => row[2]!), $"dataset {run}");
        }
    }

    [Test]
    public async Task Rows_for_a_table_with_a_rule_load_as_all_do()
    {
        using var library = new TinyLibrary().WithKata(schema: TwoTables + "; create rule noted as on insert to c do also notify c", reference: "select id, name from p order by id");
        await using var bench = await OpenAsync(library.Catalog.Katas[0], "select id, name from p order by id");
        foreach (var notes in new string[][] { ["b", "a"], ["a", "c", "b"] })
            (await TextAsync(bench, "select string_agg(note, ' ') from c", Rows(bench.Schema, notes, new Random(9)))).ShouldBe(string.Join(' ', notes));
    }

    [Test]
    public async Task A_dataset_that_is_refused_leaves_nothing_behind()
    {
        using var library = new TinyLibrary().WithKata(schema: TwoTables, reference: "select id, name from p order by id");
        await using var bench = await OpenAsync(library.Catalog.Katas[0], "select id, name from p order by id");
        var random = new Random(3);
        for (var run = 0; run < 5; run++)
        {
            var refused = Rows(bench.Schema, ["a"], random, name: "no");
            (await bench.RunAsync("select 1", refused, default)).Failure!.SqlState.ShouldBe("23514");
            (await TextAsync(bench, AllRows(bench.Schema), Rows(bench.Schema, ["a", "b"], new Random(4)))).ShouldContain("b");
        }
    }

    [Test]
    public async Task What_rows_point_to_is_looked_up_unless_a_server_has_done_it_before()
    {
        using var library = new TinyLibrary().WithKata(schema: TwoTables, reference: "select id, name from p order by id");
        await using var bench = await OpenAsync(library.Catalog.Katas[0], "select id, name from p order by id");
        var orphans = Rows(bench.Schema, ["a", "b"], new Random(7));
        orphans = orphans with { Tables = [orphans.Tables[0] with { Rows = [] }, orphans.Tables[1]] };
        (orphans with { IsKnownToFit = true } with { Tables = orphans.Tables }).IsKnownToFit.ShouldBeFalse("other rows are not known");
        for (var run = 0; run < 3; run++)
        {
            (await bench.RunAsync("select count(*) from c", orphans, default)).Failure!.SqlState.ShouldBe("23503");
            (await bench.RunAsync("select count(*) from c", orphans with { IsKnownToFit = true }, default)).Result!.Rows[0][0].Text.ShouldBe("2");
        }
    }

    [Test]
    public async Task A_query_that_comes_again_is_planned_once_for_each_way_of_planning()
    {
        const string plans = "select string_agg(generic_plans::text, ' ' order by prepare_time) from pg_prepared_statements";
        using var library = new TinyLibrary().WithKata(schema: TwoTables, reference: "select id, name from p order by id");
        await using var bench = await OpenAsync(library.Catalog.Katas[0], "select id, name from p order by id");
        var rows = Rows(bench.Schema, ["a", "b"], new Random(8));
        var otherwise = rows with { Plan = ["enable_seqscan = off"] };
        Dataset[] datasets = [rows, rows, otherwise, otherwise, rows, otherwise, rows with { Analyzed = true }, bench.Datasets[0]];
        var used = new List<string>();
        foreach (var dataset in datasets)
            used.Add(await TextAsync(bench, plans, dataset));
        used.ShouldBe(["", "1", "1", "1 1", "2 1", "2 2", "3 2", "4 2"]);

        foreach (var run in new[] { 1, 2 })
            (await TextAsync(bench, "set application_name = 'x'; " + plans, rows)).ShouldBe("4 2", $"scripts are run as they are, run {run}");
        (await TextAsync(bench, plans, rows)).ShouldBe("4 2", "and after them, who knows what the connection remembers");
    }

    [Test]
    public async Task What_may_change_nothing_changes_nothing_on_any_dataset()
    {
        using var library = new TinyLibrary().WithKata(schema: TwoTables, reference: "select id, name from p order by id");
        await using var bench = await OpenAsync(library.Catalog.Katas[0], "select id, name from p order by id");
        for (var run = 0; run < 5; run++)
            (await bench.RunAsync("with gone as (delete from c returning id) select id from gone", Rows(bench.Schema, ["a"], new Random(5)), default)).Failure!.SqlState.ShouldBe("25006");
    }

    [Test, CancelAfter(30_000)]
    public async Task Of_many_queries_one_without_end_is_not_waited_for_and_disturbs_no_other(CancellationToken cancellation)
    {
        const string reference = "select id, name from p order by id";
        using var library = new TinyLibrary().WithKata(schema: TwoTables, reference: reference);
        await using var bench = await OpenAsync(library.Catalog.Katas[0], reference);
        foreach (var dataset in new[] { bench.Datasets[0], bench.Datasets[^1], Rows(bench.Schema, ["a"], new Random(6)) })
        {
            var trials = await bench.TryAllAsync([reference, "select count(*) from generate_series(1, 1000000000000)", "select 1 / 0", reference], dataset, 600, cancellation);

            trials.ShouldNotBeNull().Select(trial => trial.Agrees).ShouldBe([true, false, false, true]);
            trials[1].Run.Failure!.SqlState.ShouldBe("57014");
        }
    }

    private static Dataset Rows(SchemaModel schema, string[] notes, Random random, string name = "Ann")
    {
        var ids = Enumerable.Range(1, notes.Length).ToArray();
        random.Shuffle(ids);
        return new Dataset("made", DatasetSort.ConstantsAware,
        [
            new TableRows(schema.Tables[0], [["1", name]]),
            new TableRows(schema.Tables[1], [.. notes.Select((note, place) => new[] { $"{ids[place]}", "1", note })]),
        ]);
    }

    private static async Task<DatasetBench> OpenAsync(Kata kata, string reference) =>
        await DatasetBench.OpenAsync(await TestServers.Postgres.SessionAsync(default), kata, reference, default);

    /// <summary>Every table's rows in the order in which they are stored.</summary>
    private static string AllRows(SchemaModel schema) =>
        "select " + string.Join(", ", schema.Tables.Select(table => $"(select string_agg(x::text, ';') from {table.Quoted} x)"));

    private static async Task<string> TextAsync(DatasetBench bench, string query, Dataset dataset)
    {
        var run = await bench.RunAsync(query, dataset, default);
        return run.Failure is { } failure ? failure.Message : string.Join(" | ", run.Result!.Rows.Single().Select(value => value.Text));
    }
}
