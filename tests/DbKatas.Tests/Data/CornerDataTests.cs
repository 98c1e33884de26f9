using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Data;

/// <summary>Each corner holds the case that it is made for, and keeps what has to stay.</summary>
[Parallelizable(ParallelScope.Children)]
public class CornerDataTests
{
    private static readonly decimal[] Seen = [600, 385, 15, 0];

    private static string Id => $"sql/corners/01-{TestContext.CurrentContext.Test.ID}";

    private const string Accounts = """
        create table accounts (id int primary key, balance numeric(8, 2) not null check (balance >= 0));
        insert into accounts values (1, 600), (2, 385), (3, 15), (4, 0);
        """;

    private const string Marks = """
        create table pupils (id int primary key, country text);
        create table marks (pupil int references pupils, task int not null, points int check (points between 0 and 10), unique (pupil, task));
        insert into pupils values (1, 'Peru'), (2, 'Kenya'), (3, null);
        insert into marks values (1, 1, 4), (1, 2, null), (2, 1, 7), (null, 1, 3);
        """;

    private const string Average = "select country, round(avg(points), 2) as average from pupils join marks on pupil = id group by country order by country";

    [Test]
    public async Task Numbers_change_places_and_still_add_up_to_the_same()
    {
        var sets = await SetsAsync(Accounts, "select sum(balance) from accounts");

        var balances = sets.Where(data => data.RowCount == 4).Select(data => Numbers(data, 0, 1)).Where(all => all.Sum() == 1000).ToList();
        balances.ShouldContain(all => !all.SequenceEqual(Seen));
        balances.ShouldContain(all => all.Except(Seen).Any());
        sets.SelectMany(data => Numbers(data, 0, 1)).ShouldAllBe(balance => balance >= 0);
    }

    [Test]
    public async Task Averages_are_halves_and_go_wrong_when_they_are_rounded_on_the_way()
    {
        var sets = await SetsAsync(Marks, Average);

        var groups = sets.SelectMany(data => data.Tables[1].Rows.GroupBy(row => row[0])).Select(group => group.Select(row => row[2]).ToList()).Where(points => points.Any(one => one is not null)).ToList();
        groups.ShouldContain(points => points.Count == 8 && Once(points) != OnTheWay(points));
        groups.SelectMany(points => points).OfType<string>().Select(decimal.Parse).ShouldAllBe(points => points >= 0 && points <= 10);
    }

    [Test]
    public async Task A_row_that_nothing_points_to_has_the_number_0_where_NULL_may_stand_for_none()
    {
        var sets = await SetsAsync(Marks, Average);
        sets.ShouldContain(data => Keys(data, 0).Contains("0") && data.Tables[1].Rows.All(row => row[0] != "0") && data.Tables[1].Rows.Any(row => row[0] == null));

        sets = await SetsAsync(Marks.Replace("pupil int references", "pupil int not null references", StringComparison.Ordinal).Replace(", (null, 1, 3)", "", StringComparison.Ordinal), Average);
        sets.ShouldAllBe(data => !Keys(data, 0).Contains("0"));
    }

    [Test]
    public async Task Numbers_that_nobody_would_give_or_expect_are_tried_outside_the_domain()
    {
        var sets = await SetsAsync(Marks.Replace(" check (points between 0 and 10)", "", StringComparison.Ordinal), Average, inDomain: false);

        sets.ShouldContain(data => Keys(data, 0).Contains("-1") && data.Tables[1].Rows.Any(row => row[0] == null));
        sets.ShouldContain(data => data.Tables[1].Rows.Any(row => row[2] == "1000000"));
    }

    [Test]
    public async Task NULL_ties_with_a_name_that_comes_behind_Z()
    {
        var sets = await SetsAsync(Marks, Average);

        sets.ShouldContain(data => data.Tables[0].Rows.Any(row => row[1] == "Åsa") && data.Tables[0].Rows.Any(row => row[1] == null));
    }

    [Test]
    public async Task A_closed_list_of_texts_stays_closed()
    {
        var sets = await SetsAsync(Marks.Replace("country text", "country text check (country in ('Peru', 'Kenya'))", StringComparison.Ordinal), Average);

        sets.SelectMany(data => data.Tables[0].Rows).Select(row => row[1]).OfType<string>().Distinct().ShouldBeSubsetOf(["Peru", "Kenya"]);
    }

    [Test]
    public async Task A_code_differs_in_its_first_letter_too()
    {
        var sets = await SetsAsync("create table results (id int primary key, class text not null, points int); insert into results values (1, '5A', 7), (2, '5B', 8);", "select class, max(points) from results group by class");

        sets.ShouldContain(data => data.Tables[0].Rows.Any(row => row[1] == "5A") && data.Tables[0].Rows.Any(row => row[1] == "6A"));
    }

    [Test]
    public async Task Days_in_a_row_move_together_to_the_ends_of_leap_years_and_of_February()
    {
        const string lessons = "create table lessons (id int primary key, at timestamp not null); insert into lessons values (1, '2026-03-04 23:50'), (2, '2026-03-05 00:05'), (3, '2026-03-09 07:00');";
        var sets = await SetsAsync(lessons, "select at::date, count(*) from lessons group by 1");

        var days = sets.Select(data => data.Tables[0].Rows.Select(row => row[1]![..10]).ToList()).ToList();
        days.ShouldContain(all => all.Contains("2024-12-31") && all.Contains("2025-01-01"));
        days.ShouldContain(all => all.Contains("2024-02-28") && all.Contains("2024-02-29"));
        days.ShouldContain(all => all.Contains("2025-02-28") && all.Contains("2025-03-01"));
    }

    [Test]
    public async Task Days_that_the_reference_names_do_not_move_away_from_it()
    {
        const string lessons = "create table lessons (id int primary key, at timestamp not null); insert into lessons values (1, '2026-03-04 23:50'), (2, '2026-03-05 00:05');";
        var sets = await SetsAsync(lessons, "select count(*) from lessons where at >= '2026-03-05'");

        sets.ShouldBeEmpty();
    }

    [Test]
    public async Task What_the_reference_writes_may_have_stood_there_before()
    {
        const string members = "create table members (id int primary key, name text not null, plan text not null); insert into members values (1, 'Mia', 'family');";
        var sets = await SetsAsync(members, "insert into members values (2, 'Ada', 'free')", "state");

        sets.ShouldContain(data => data.Tables[0].Rows.Any(row => row[1] == "Ada"));
        sets.ShouldContain(data => data.Tables[0].Rows.Any(row => row[2] == "free"));
    }

    [Test]
    public async Task Chains_run_between_numbers_of_one_two_and_three_digits_in_no_order()
    {
        var sets = await SetsAsync("""
            create table n (id int primary key);
            create table e (a int not null references n, b int not null references n, primary key (a, b));
            insert into n values (1), (2), (3);
            insert into e values (1, 2), (2, 3);
            """, "select count(*) from e where a = 1");

        sets.ShouldContain(data => Keys(data, 0).Select(key => key.Length).Distinct().Count() == 3 && !Keys(data, 0).SequenceEqual(Keys(data, 0).OrderBy(int.Parse)));
        sets.ShouldAllBe(data => Keys(data, 0).Contains("1"));
    }

    private static decimal Once(List<string?> points) => Math.Round(points.OfType<string>().Sum(decimal.Parse) / points.Count, 2, MidpointRounding.AwayFromZero);

    private static decimal OnTheWay(List<string?> points)
    {
        var known = points.OfType<string>().Select(decimal.Parse).ToList();
        return Math.Round(Math.Round(known.Average(), 2, MidpointRounding.AwayFromZero) * known.Count / points.Count, 2, MidpointRounding.AwayFromZero);
    }

    private static List<string> Keys(Dataset data, int table) => [.. data.Tables[table].Rows.Select(row => row[0]!)];

    private static List<decimal> Numbers(Dataset data, int table, int column) => [.. data.Tables[table].Rows.Select(row => decimal.Parse(row[column]!))];

    /// <summary>Centuries that four divides have no leap day, but each fourth.</summary>
    [TestCase(1900)]
    [TestCase(2100)]
    public async Task Years_that_only_look_like_leap_years_can_be_moved_as_well(int year)
    {
        var born = $"create table people (id int primary key, born date not null); insert into people values (1, '{year}-03-04'), (2, '{year}-03-05'), (3, '{year + 3}-12-31');";

        var sets = await SetsAsync(born, "select born, count(*) from people group by born");

        sets.ShouldContain(data => data.Tables[0].Rows.Any(row => row[1]!.EndsWith("02-29", StringComparison.Ordinal)));
    }

    private static async Task<List<Dataset>> SetsAsync(string schema, string reference, string kind = "result", bool inDomain = true)
    {
        using var library = new TinyLibrary().WithKata(Id, schema: schema, reference: reference, kind: kind, more: kind == "result" ? "\"order\": \"any\"" : null);
        await using var bench = await DatasetBench.OpenAsync(await TestServers.Postgres.SessionAsync(default), library.Catalog.Katas.Single(), reference, default);
        return [.. bench.Generator.Make(DatasetSort.Corners, inDomain).Take(40)];
    }
}
