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
        var reference = await File.ReadAllTextAsync(Path.Combine(library.Solutions, kata.Id, kata.AnswerFile));
        await using var bench = await DatasetBench.OpenAsync(await TestServers.Postgres.SessionAsync(default), kata, reference, default);
        var all = AllRows(bench.Schema);
        var alone = new List<string>();
        foreach (var dataset in bench.Datasets)
        {
            await bench.RunAsync("select 1", bench.Datasets[0], default);
            alone.Add(await bench.TextAsync(all, dataset));
        }

        var random = new Random(1);
        foreach (var place in Enumerable.Range(0, 3 * alone.Count).Select(_ => random.Next(alone.Count)))
        {
            if (random.Next(4) == 0)
                await bench.RunAsync(Between[random.Next(Between.Length)], bench.Datasets[random.Next(alone.Count)], default);
            (await bench.TextAsync(all, bench.Datasets[place])).ShouldBe(alone[place], bench.Datasets[place].Name);
        }
    }

    [Test]
    public async Task Rows_of_all_sizes_come_out_in_the_order_in_which_they_were_given()
    {
        await using var bench = await TwoTables.OpenAsync();
        var random = new Random(2);
        for (var run = 0; run < 300; run++)
        {
            var dataset = TwoTables.Rows(bench.Schema, [.. Enumerable.Range(0, random.Next(40)).Select(_ => new string('x', random.Next(9) == 0 ? random.Next(1_800) : random.Next(60)))], random);

            var rows = (await bench.RunAsync("select note from c", dataset, default)).Result!.Rows;

            rows.Select(row => row[0].Text).ShouldBe(dataset.Tables[1].Rows.Select(row => row[2]!), $"dataset {run}");
        }
    }

    [Test]
    public async Task Rows_for_a_table_with_a_rule_load_as_all_do()
    {
        await using var bench = await TwoTables.OpenAsync("; create rule noted as on insert to c do also notify c");
        foreach (var notes in new string[][] { ["b", "a"], ["a", "c", "b"] })
            (await bench.TextAsync("select string_agg(note, ' ') from c", TwoTables.Rows(bench.Schema, notes, new Random(9)))).ShouldBe(string.Join(' ', notes));
    }

    [Test]
    public async Task A_dataset_that_is_refused_leaves_nothing_behind()
    {
        await using var bench = await TwoTables.OpenAsync();
        var random = new Random(3);
        for (var run = 0; run < 5; run++)
        {
            var refused = TwoTables.Rows(bench.Schema, ["a"], random, name: "no");
            (await bench.RunAsync("select 1", refused, default)).Failure!.SqlState.ShouldBe("23514");
            (await bench.TextAsync(AllRows(bench.Schema), TwoTables.Rows(bench.Schema, ["a", "b"], new Random(4)))).ShouldContain("b");
        }
    }

    [Test]
    public async Task What_rows_point_to_is_looked_up_unless_a_server_has_done_it_before()
    {
        await using var bench = await TwoTables.OpenAsync();
        var orphans = TwoTables.Rows(bench.Schema, ["a", "b"], new Random(7));
        orphans = orphans with { Tables = [orphans.Tables[0] with { Rows = [] }, orphans.Tables[1]] };
        (orphans with { IsKnownToFit = true } with { Tables = orphans.Tables }).IsKnownToFit.ShouldBeFalse("other rows are not known");
        for (var run = 0; run < 3; run++)
        {
            (await bench.RunAsync("select count(*) from c", orphans, default)).Failure!.SqlState.ShouldBe("23503");
            (await bench.RunAsync("select count(*) from c", orphans with { IsKnownToFit = true }, default)).Result!.Rows[0][0].Text.ShouldBe("2");
        }
    }

    /// <summary>Every table's rows in the order in which they are stored.</summary>
    private static string AllRows(SchemaModel schema) =>
        "select " + string.Join(", ", schema.Tables.Select(table => $"(select string_agg(x::text, ';') from {table.Quoted} x)"));
}
