using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Data;

/// <summary>Data that are made to lead answers astray hold what a seed hardly ever does.</summary>
[Parallelizable(ParallelScope.Children)]
public class SteeredDataTests
{
    private static string Id => $"sql/steered/01-{TestContext.CurrentContext.Test.ID}";

    private const string Orders = """
        create table orders (id int primary key, customer int not null, state text not null check (state in ('open', 'paid', 'lost')),
          amount numeric(8, 2) not null check (amount >= 0), points int not null check (points > 0 and points <= 900), ordered_on date not null check (ordered_on >= '2024-01-01'));
        insert into orders values (1, 1, 'paid', 40, 10, '2026-03-10'), (2, 1, 'paid', 50, 12, '2026-03-11'), (3, 2, 'open', 45, 11, '2026-03-12'), (4, 2, 'paid', 60, 10, '2026-03-12');
        """;

    private const string Spent = "select customer, sum(amount) as spent from orders where state = 'paid' group by customer having sum(amount) > 100";

    private static readonly string[] AroundTheConstant = ["100.00", "100.01", "99.99", "100.50"];
    private static readonly string[] AtTheBounds = ["0.00", "0.01"];
    private static readonly string[] AtOtherBounds = ["1", "900", "899"];
    private static readonly string[] EndsOfTime = ["2024-01-01", "2026-02-28", "2025-12-31", "2024-02-29"];

    [Test]
    public async Task Values_at_the_bounds_of_a_CHECK_are_tried_though_the_seed_stays_away_from_them()
    {
        var rows = await RowsAsync(Orders, Spent, DatasetSort.ChangedCopies, "orders");

        AtTheBounds.ShouldBeSubsetOf(rows.Select(row => row[3]!));
        AtOtherBounds.ShouldBeSubsetOf(rows.Select(row => row[4]!));
        rows.ShouldContain(row => row[2] == "lost");
        rows.Select(row => decimal.Parse(row[3]!)).ShouldAllBe(amount => amount >= 0);
        rows.Select(row => int.Parse(row[4]!)).ShouldAllBe(points => points > 0 && points <= 900);
    }

    [Test]
    public async Task Days_at_the_ends_of_months_and_years_and_at_a_bound_are_tried()
    {
        var rows = await RowsAsync(Orders, Spent, DatasetSort.ChangedCopies, "orders");

        EndsOfTime.ShouldBeSubsetOf(rows.Select(row => row[5]!));
    }

    [Test]
    public async Task Groups_add_up_to_the_constant_of_the_reference_and_just_beside_it()
    {
        using var library = Library(Orders, Spent);
        await using var bench = await OpenAsync(library, Spent);

        var sums = bench.Generator.Make(DatasetSort.Groups).Take(200).SelectMany(data => data.Tables[0].Rows.GroupBy(row => row[1]).Select(group => group.Sum(row => decimal.Parse(row[3]!))));

        AroundTheConstant.ShouldBeSubsetOf(sums.Select(sum => sum.ToString("F2")));
    }

    [Test]
    public async Task Groups_have_one_state_or_mixed_ones_and_eight_rows_now_and_then()
    {
        using var library = Library(Orders, Spent);
        await using var bench = await OpenAsync(library, Spent);

        var groups = bench.Generator.Make(DatasetSort.Groups).Take(60).SelectMany(data => data.Tables[0].Rows.GroupBy(row => row[1])).Where(group => group.Count() > 1).ToList();

        groups.ShouldContain(group => group.Select(row => row[2]).Distinct().Count() == 1);
        groups.ShouldContain(group => group.Select(row => row[2]).Distinct().Count() > 1);
        groups.ShouldContain(group => group.Count() == 8);
    }

    [Test]
    public async Task Rows_that_name_what_stands_above_them_form_chains_of_six_and_more()
    {
        const string deepest = "with recursive r as (select id, 1 as depth from t where up is null union all select t.id, depth + 1 from t join r on t.up = r.id) select max(depth) from r";
        using var library = Library("create table t (id int primary key, up int references t); insert into t values (1, null), (2, 1), (3, 2), (4, 1);", deepest);
        await using var bench = await OpenAsync(library, deepest);

        var chains = bench.Generator.Make(DatasetSort.Chains).Take(8).ToList();

        chains.Select(Depth).Max().ShouldBeGreaterThanOrEqualTo(6);
        chains.Count(data => Depth(data) > 3).ShouldBe(chains.Count);
    }

    [Test]
    public async Task Edges_lead_both_up_and_down_from_one_row_and_never_in_a_ring()
    {
        using var library = Library("""
            create table n (id int primary key);
            create table e (a int references n, b int references n, primary key (a, b));
            insert into n values (1), (2), (3);
            insert into e values (1, 2), (2, 3);
            """, "select count(*) from e");
        await using var bench = await OpenAsync(library, "select count(*) from e");

        foreach (var data in bench.Generator.Make(DatasetSort.Chains).Take(8))
        {
            var edges = data.Tables[1].Rows.Select(row => (From: row[0]!, To: row[1]!)).ToList();
            Longest(edges).ShouldBeGreaterThanOrEqualTo(3);
            edges.GroupBy(edge => edge.From).Any(from => edges.Any(edge => edge.To == from.Key)).ShouldBeTrue();
        }
    }

    [Test]
    public async Task Keys_have_one_digit_or_several_and_one_holds_another()
    {
        using var library = Library(Orders, Spent);
        await using var bench = await OpenAsync(library, Spent);

        var sets = bench.Generator.Make(DatasetSort.ChangedCopies).Take(12).Select(data => data.Tables[0].Rows.Select(row => row[0]!).ToList()).ToList();

        sets.ShouldContain(keys => keys.Any(key => key.Length == 1) && keys.Any(key => key.Length > 3));
        sets.ShouldContain(keys => keys.Contains("2") && keys.Contains("12"));
        sets.ShouldAllBe(keys => keys.Distinct().Count() == keys.Count);
    }

    [Test]
    public async Task A_schema_without_chains_gets_none()
    {
        using var library = Library(Orders, Spent);
        await using var bench = await OpenAsync(library, Spent);

        bench.Generator.Make(DatasetSort.Chains).ShouldBeEmpty();
    }

    private static async Task<List<string?[]>> RowsAsync(string schema, string reference, DatasetSort sort, string table)
    {
        using var library = Library(schema, reference);
        await using var bench = await OpenAsync(library, reference);
        return [.. bench.Generator.Make(sort).Take(60).SelectMany(data => data.Tables[bench.Schema.Find(table)].Rows).Where(row => row.All(cell => cell is not null))];
    }

    private static int Depth(Dataset data) => Longest([.. data.Tables[0].Rows.Where(row => row[1] is not null).Select(row => (row[1]!, row[0]!))]) + 1;

    /// <summary>The most edges in a row; ends only where there is no ring.</summary>
    private static int Longest(List<(string From, string To)> edges)
    {
        var length = 0;
        for (var ends = edges; ends.Count > 0; length++)
        {
            length.ShouldBeLessThanOrEqualTo(edges.Count, "there is a ring");
            ends = [.. edges.Where(edge => ends.Any(end => end.To == edge.From))];
        }
        return length;
    }

    private static TinyLibrary Library(string schema, string reference) => new TinyLibrary().WithKata(Id, schema: schema, reference: reference, more: "\"order\": \"any\"");

    private static async Task<DatasetBench> OpenAsync(TinyLibrary library, string reference) =>
        await DatasetBench.OpenAsync(await TestServers.Postgres.SessionAsync(default), library.Catalog.Katas.Single(), reference, default);
}
