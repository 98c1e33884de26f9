using DbKatas.Grader.Data;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading;

/// <summary>Queries on one dataset after the other: however the server is asked, each gives what it would give alone.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class DatasetQueryTests
{
    [Test]
    public async Task A_query_that_comes_again_is_planned_once_for_each_way_of_planning()
    {
        const string plans = "select string_agg(generic_plans::text, ' ' order by prepare_time) from pg_prepared_statements where statement ~ '^select string_agg'";
        await using var bench = await TwoTables.OpenAsync();
        var rows = TwoTables.Rows(bench.Schema, ["a", "b"], new Random(8));
        var otherwise = rows with { Plan = ["enable_seqscan = off"] };
        Dataset[] datasets = [rows, rows, otherwise, otherwise, rows, otherwise, rows with { Analyzed = true }, bench.Datasets[0]];
        var used = new List<string>();
        foreach (var dataset in datasets)
            used.Add(await bench.TextAsync(plans, dataset));
        used.ShouldBe(["", "1", "1", "1 1", "2 1", "2 2", "3 2", "4 2"]);

        const string inserts = "select count(*) from pg_prepared_statements where statement ~ '^insert'";
        (await bench.TextAsync(inserts, rows)).ShouldBe("2", "one for each table, whatever the rows");

        foreach (var run in new[] { 1, 2 })
            (await bench.TextAsync("set application_name = 'x'; " + plans, rows)).ShouldBe("4 2", $"scripts are run as they are, run {run}");
        (await bench.TextAsync(plans, rows)).ShouldBe("4 2", "and after them, who knows what the connection remembers");
    }

    [Test]
    public async Task A_query_that_comes_again_fails_as_it_does_the_first_time_and_then_runs_again()
    {
        const string query = "select 10 / count(*), (select string_agg(note, ' ') from c) from c";
        await using var bench = await TwoTables.OpenAsync();
        var (some, none, refused) = (TwoTables.Rows(bench.Schema, ["a", "b"], new Random(10)), TwoTables.Rows(bench.Schema, [], new Random(10)), TwoTables.Rows(bench.Schema, ["a"], new Random(10), name: "no"));
        var otherwise = some with { Plan = ["enable_seqscan = off"] };

        foreach (var dataset in new[] { some, none, some, none, none, refused, some, refused, none, otherwise, otherwise, none, otherwise, bench.Datasets[0], some })
        {
            var run = await bench.RunAsync(query, dataset, default);

            var told = run.Failure is { } failure ? $"{failure.SqlState}, {failure.Statement?.Text}" : string.Join(" | ", run.Result!.Rows.Single().Select(value => value.Text));
            told.ShouldBe(dataset == none || dataset == bench.Datasets[0] ? $"22012, {query}" : dataset == refused ? "23514, " : "5 | a b");
        }
    }

    [Test]
    public async Task A_result_that_is_cut_short_disturbs_no_dataset_behind_it()
    {
        const string query = "select n, (select string_agg(note, ' ') from c) from c, generate_series(1, 3000) n where c.note = 'many' or n = 1";
        await using var bench = await TwoTables.OpenAsync(more: "\"order\": [\"id\"], \"limits\": { \"rows\": 100 }");
        var (few, many) = (TwoTables.Rows(bench.Schema, ["few"], new Random(11)), TwoTables.Rows(bench.Schema, ["many"], new Random(11)));

        foreach (var dataset in new[] { few, many, few, many, many, few, few })
        {
            var result = (await bench.RunAsync(query, dataset, default)).Result!;

            (result.Truncated, result.Rows.Count, result.Rows[0][1].Text).ShouldBe(dataset == few ? (false, 1, "few") : (true, 100, "many"));
        }
    }

    [Test]
    public async Task What_may_change_nothing_changes_nothing_on_any_dataset()
    {
        await using var bench = await TwoTables.OpenAsync();
        for (var run = 0; run < 5; run++)
            (await bench.RunAsync("with gone as (delete from c returning id) select id from gone", TwoTables.Rows(bench.Schema, ["a"], new Random(5)), default)).Failure!.SqlState.ShouldBe("25006");
    }

    [Test, CancelAfter(30_000)]
    public async Task Of_many_queries_one_without_end_is_not_waited_for_and_disturbs_no_other(CancellationToken cancellation)
    {
        await using var bench = await TwoTables.OpenAsync();
        foreach (var dataset in new[] { bench.Datasets[0], bench.Datasets[^1], TwoTables.Rows(bench.Schema, ["a"], new Random(6)) })
        {
            var trials = await bench.TryAllAsync([TwoTables.Reference, "select count(*) from generate_series(1, 1000000000000)", "select 1 / 0", TwoTables.Reference], dataset, 600, cancellation);

            trials.ShouldNotBeNull().Select(trial => trial.Agrees).ShouldBe([true, false, false, true]);
            trials[1].Run.Failure!.SqlState.ShouldBe("57014");
        }
    }
}
