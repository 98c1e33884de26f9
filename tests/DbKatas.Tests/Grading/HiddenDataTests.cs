using System.Text.Json;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading;

/// <summary>Verdicts that the visible data alone would get wrong, and the words for them.</summary>
[Parallelizable(ParallelScope.Children)]
public class HiddenDataTests
{
    private const string Schema = """
        create table people (id int primary key, name text not null, city text);
        create table visits (id int primary key, person int not null references people, day date not null, fee numeric(6, 2) not null);
        insert into people values (1, 'Ann', 'York'), (2, 'Ben', null), (3, 'Cy', 'Bath');
        insert into visits values (1, 1, '2026-03-01', 10.00), (2, 1, '2026-03-02', 5.50), (3, 2, '2026-03-02', 7.25);
        """;

    private const string Reference = """
        select p.id, p.name, coalesce(sum(v.fee), 0) as total
        from people p left join visits v on v.person = p.id
        group by p.id order by total desc, p.id
        """;

    private static IEnumerable<TestCaseData> Answers()
    {
        TestCaseData Case(string name, Outcome outcome, string sql) => new TestCaseData(name, outcome, sql).SetArgDisplayNames(name);

        yield return Case("hidden-names-counted-once", Outcome.NotYet,
            "select min(p.id), p.name, coalesce(sum(v.fee), 0) from people p left join visits v on v.person = p.id group by p.name order by 3 desc, 1");
        yield return Case("hidden-ties-unsorted", Outcome.NotYet,
            "select p.id, p.name, coalesce(sum(v.fee), 0) as total from people p left join visits v on v.person = p.id group by p.id order by total desc");
        yield return Case("hidden-refused", Outcome.NotYet,
            "select p.id, p.name, coalesce((select fee from visits v where v.person = p.id and p.id > 1), (select sum(fee) from visits v where v.person = p.id), 0) as total from people p order by total desc, p.id");
        yield return Case("hidden-equal-fees", Outcome.NotYet,
            "select p.id, p.name, coalesce(sum(distinct v.fee), 0) as total from people p left join visits v on v.person = p.id group by p.id order by total desc, p.id");
        yield return Case("fragile-only-beyond-the-domain", Outcome.Right,
            "select p.id, trim(p.name) as name, coalesce(sum(v.fee), 0) as total from people p left join visits v on v.person = p.id group by p.id order by total desc, p.id");
        yield return Case("rounded", Outcome.NotYet,
            "select p.id, p.name, round(coalesce(sum(v.fee), 0)) as total from people p left join visits v on v.person = p.id group by p.id order by total desc, p.id");
        yield return Case("capitals", Outcome.NotYet,
            "select p.id, upper(p.name) as name, coalesce(sum(v.fee), 0) as total from people p left join visits v on v.person = p.id group by p.id order by total desc, p.id");
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Says_on_which_data_an_answer_goes_wrong(string name, Outcome outcome, string sql)
    {
        var verdict = await JudgeAsync(Schema, Reference, "\"order\": [\"total desc\", \"id\"]", sql);

        verdict.Outcome.ShouldBe(outcome);
        VerdictText.Write(verdict with { AnswerPath = null }, Ink.Plain).ShouldBeApprovedAs($"Grading/approved/{name}");
    }

    [Test]
    public async Task A_missing_order_that_never_shows_is_told_beside_a_right_answer()
    {
        var verdict = await JudgeAsync("create table t (id int primary key); insert into t values (1), (2)",
            "select id, row_number() over (order by id) as n from t order by id", "\"order\": [\"id\"]",
            "select id, row_number() over (order by id) as n from t");

        verdict.Outcome.ShouldBe(Outcome.Right);
        VerdictText.Write(verdict, Ink.Plain).ShouldBeApprovedAs("Grading/approved/order-by-chance");
    }

    [TestCase("select id, name from t")]
    [TestCase("select id, max(name) as name from t group by id")]
    [TestCase("select distinct id, name from t")]
    [TestCase("select id, name from t union select id, name from t")]
    public async Task A_missing_order_is_caught(string sql)
    {
        var verdict = await JudgeAsync("create table t (id int primary key, name text); insert into t values (1, 'a'), (2, 'b'), (3, 'c')",
            "select id, name from t order by id", "\"order\": [\"id\"]", sql);

        verdict.Outcome.ShouldBe(Outcome.NotYet);
    }

    [Test]
    public async Task What_the_question_leaves_open_is_no_ground_for_a_verdict()
    {
        const string schema = "create table t (id int primary key, points int not null); insert into t values (1, 5), (2, 7), (3, 9), (4, 1)";

        // Whoever of several with equal points comes second is not said, so that any of them will do.
        var verdict = await JudgeAsync(schema, "select id, points from t order by points desc limit 2", "\"order\": [\"points desc\"]",
            "select id, points from (select id, points, row_number() over (order by points desc, id desc) as n from t) x where n <= 2 order by points desc");

        verdict.Outcome.ShouldBe(Outcome.Right, VerdictText.Write(verdict, Ink.Plain));
    }

    [Test]
    public async Task A_domain_makes_a_wrong_answer_right_but_fragile()
    {
        const string sql = "select name, count(*) as n from people group by name order by name";
        const string reference = "select name, count(*) as n from people group by id, name order by name";

        (await JudgeAsync(Schema, reference, "\"order\": [\"name\"]", sql)).Outcome.ShouldBe(Outcome.NotYet);
        var verdict = await JudgeAsync(Schema, reference, "\"order\": [\"name\"]", sql, """{ "tables": { "people": { "unique": [["name"]] } } }""");

        verdict.Outcome.ShouldBe(Outcome.Right);
        verdict.Fragile.ShouldNotBeNull().Rows.ShouldBe(2);
        VerdictText.Write(verdict, Ink.Plain).ShouldBeApprovedAs("Grading/approved/fragile-by-domain");
    }

    [Test]
    public async Task Other_programs_get_the_counterexample_and_the_remarks()
    {
        var wrong = await JudgeAsync("create table t (id int primary key, n int); insert into t values (1, 4), (2, null)",
            "select id, n from t where n is distinct from 3 order by id", "\"order\": [\"id\"]", "select id, coalesce(n, 0) as n from t where n is distinct from 3 order by id");

        using var json = JsonDocument.Parse(VerdictJson.Write([wrong]));
        var verdict = json.RootElement[0];

        verdict.GetProperty("remarks").GetArrayLength().ShouldBe(0);
        var example = verdict.GetProperty("counterexample");
        example.GetProperty("rows").GetInt32().ShouldBe(1);
        example.GetProperty("statements").EnumerateArray().Select(s => s.GetString()).ShouldBe(["insert into t values (1, null);"]);
        example.GetProperty("expected").GetProperty("columns").EnumerateArray().Select(c => c.GetString()).ShouldBe(["id", "n"]);
        example.GetProperty("expected").GetProperty("rows")[0].EnumerateArray().Select(c => c.GetString()).ShouldBe(["1", null]);
        example.GetProperty("yours").GetProperty("rows")[0].EnumerateArray().Select(c => c.GetString()).ShouldBe(["1", "0"]);
    }

    [Test]
    public async Task Other_programs_get_no_result_of_very_many_rows_as_a_whole()
    {
        var wrong = await JudgeAsync("create table t (id int primary key); insert into t values (1)", "select id from t", "\"order\": \"any\"", "select t.id from t, generate_series(1, 5000)");

        using var json = JsonDocument.Parse(VerdictJson.Write([wrong]));

        var yours = json.RootElement[0].GetProperty("counterexample").GetProperty("yours");
        (yours.GetProperty("rows").GetArrayLength() + yours.GetProperty("more").GetInt32()).ShouldBe(5000);
    }

    [TestCase("begin; update people set city = 'none' where city is null; commit;", Outcome.Right)]
    [TestCase("update people set city = 'none' where id = 2", Outcome.NotYet)]
    [TestCase("begin; update people set city = 'x' where city is null; rollback; update people set city = 'none' where city is null", Outcome.Right)]
    [TestCase("do $$ begin update people set city = 'none' where city is null; commit; end $$", Outcome.Right)]
    [TestCase("begin; savepoint a; delete from visits; rollback to a; update people set city = 'none' where city is null; end", Outcome.Right)]
    [TestCase("set search_path = visits; update public.people set city = 'none' where city is null", Outcome.Right)]
    public async Task Scripts_are_judged_on_hidden_data_too(string script, Outcome outcome)
    {
        var verdict = await JudgeAsync(Schema, "update people set city = 'none' where city is null", null, script);

        verdict.Outcome.ShouldBe(outcome, VerdictText.Write(verdict, Ink.Plain));
    }

    [Test]
    public async Task Numbers_drawn_from_a_sequence_begin_behind_those_in_use_each_time()
    {
        var verdict = await JudgeAsync("create table t (id serial primary key, name text); insert into t (name) values ('a'), ('b')",
            "insert into t (name) select name from t", null, "insert into t (name) select name || '' from t");

        verdict.Outcome.ShouldBe(Outcome.Right, VerdictText.Write(verdict, Ink.Plain));
    }

    [Test]
    public async Task The_same_answer_gets_the_same_words_again()
    {
        const string sql = "select p.id, p.name, coalesce(sum(distinct v.fee), 0) as total from people p left join visits v on v.person = p.id group by p.id order by total desc, p.id";

        var first = await JudgeAsync(Schema, Reference, "\"order\": [\"total desc\", \"id\"]", sql);
        var again = await JudgeAsync(Schema, Reference + " -- made anew", "\"order\": [\"total desc\", \"id\"]", sql);
        var third = await JudgeAsync(Schema, Reference, "\"order\": [\"total desc\", \"id\"]", sql);

        again.Outcome.ShouldBe(first.Outcome);
        VerdictText.Body(third with { AnswerPath = null, Id = "" }, Ink.Plain).ShouldBe(VerdictText.Body(first with { AnswerPath = null, Id = "" }, Ink.Plain));
    }

    private static async Task<Verdict> JudgeAsync(string schema, string reference, string? more, string sql, string? domain = null)
    {
        // Katas of one id take each other's templates away when they differ.
        var id = $"sql/hidden/01-{TestContext.CurrentContext.Test.ID}";
        using var library = new TinyLibrary().WithKata(id, schema, reference, more is null ? "state" : "result", more);
        if (domain is not null)
            library.Write($"katas/{id}/domain.json", domain);
        var verdict = await TestServers.Grader(library.Library.Solutions).GradeAsync(library.Catalog.Katas.Single(), library.Write("answer.sql", sql));
        return verdict with { Id = "sql/hidden/01-kata", Kata = verdict.Kata! with { Id = "sql/hidden/01-kata" } };
    }
}
