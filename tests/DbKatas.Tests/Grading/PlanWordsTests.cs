using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading;

/// <summary>Kind plan: outcomes, every word, and answers that try to get round the question.</summary>
[Parallelizable(ParallelScope.Children)]
public class PlanWordsTests
{
    private const string Schema = "create table books (book_id int primary key, author_id int not null, title text not null, year int not null);";

    private const string Data = "insert into books select n, (n * 7919) % 1000, 'Title ' || n, 1900 + n % 120 from generate_series(1, 20000) n;";

    private const string Index = "create index books_by_author on books (author_id)";

    private static IEnumerable<TestCaseData> Schemas()
    {
        TestCaseData Case(string name, Outcome outcome, string sql) => new TestCaseData(name, outcome, sql).SetArgDisplayNames(name);

        yield return Case("plan-right", Outcome.Right, "create index on books (author_id, year)");
        yield return Case("plan-not-started", Outcome.NotStarted, "-- TODO\n");
        yield return Case("plan-syntax-error", Outcome.DidNotRun, "create index on books author_id");
        yield return Case("plan-no-index", Outcome.NotYet, "create index on books (year)");
        yield return Case("plan-index-not-usable", Outcome.NotYet, "create index on books (author_id) where year > 2000");
        yield return Case("plan-too-many-indexes", Outcome.NotYet, Index + "; create index on books (title)");
        yield return Case("plan-index-too-large", Outcome.NotYet, "create index on books (author_id, title, book_id, year, (title || title))");
        yield return Case("plan-table-emptied", Outcome.NotYet, "delete from books where author_id <> 17");
        yield return Case("plan-table-dropped", Outcome.NotYet, "drop table books");
        yield return Case("plan-table-became-a-view", Outcome.NotYet, "create table b as select * from books; drop table books; create view books as select * from b where author_id = 17");
        yield return Case("plan-planner-settings", Outcome.NotYet, "alter role current_user set enable_seqscan = off; set enable_seqscan = off");
        yield return Case("plan-rows-hidden", Outcome.NotYet, Index + "; alter table books enable row level security; alter table books force row level security");
        yield return Case("plan-takes-too-long", Outcome.DidNotRun, "select pg_sleep(60)");
    }

    [TestCaseSource(nameof(Schemas))]
    public async Task Says_how_the_query_is_carried_out(string name, Outcome outcome, string sql)
    {
        using var kata = new KindCase("plan", Schema, Index, "\"limits\": { \"seconds\": 3 }, \"plan\": { \"buffers\": 1.5, \"avoid\": [\"Seq Scan\"], \"indexes\": 1, \"size\": 2.5 }")
            .With("data.sql", Data).With("query.sql", "select title from books where author_id = 17;");

        await kata.ShouldSayAsync(name, outcome, sql);
    }

    private static IEnumerable<TestCaseData> Queries()
    {
        TestCaseData Case(string name, Outcome outcome, string sql) => new TestCaseData(name, outcome, sql).SetArgDisplayNames(name);

        yield return Case("plan-query-right", Outcome.Right, "select title from books where book_id between 700 and 701 order by book_id");
        yield return Case("plan-query-dear", Outcome.NotYet, "select title from books where book_id / 2 = 350 order by book_id");
        yield return Case("plan-query-other-rows", Outcome.NotYet, "select title from books where book_id in (700, 702) order by book_id");
        yield return Case("plan-query-wrong-order", Outcome.NotYet, "select title from books where book_id >= 700 and book_id < 702 order by book_id desc");
        yield return Case("plan-query-does-not-run", Outcome.DidNotRun, "select titel from books");
        yield return Case("plan-query-changes-data", Outcome.DidNotRun, "delete from books returning title");
        yield return Case("plan-query-gives-nothing", Outcome.DidNotRun, "set work_mem = '1MB'");
        yield return Case("plan-query-twice", Outcome.DidNotRun, "select 1;\nselect 2;");
    }

    [TestCaseSource(nameof(Queries))]
    public async Task Says_how_a_rewritten_query_is_carried_out(string name, Outcome outcome, string sql)
    {
        using var kata = new KindCase("plan", Schema, "select title from books where book_id in (700, 701) order by book_id", "\"order\": [\"title\"]").With("data.sql", Data);

        await kata.ShouldSayAsync(name, outcome, sql);
    }

    [Test]
    public async Task Says_that_the_query_is_missing()
    {
        using var kata = new KindCase("plan", Schema, Index).With("data.sql", Data).With("query.sql", "-- later\n");

        await kata.ShouldSayAsync("plan-query-file-empty", Outcome.Trouble, Index);
    }

    [Test]
    public async Task Says_that_the_data_do_not_load()
    {
        using var kata = new KindCase("plan", Schema, Index).With("data.sql", "-- twice\n\ninsert into books values (1);").With("query.sql", "select 1");

        await kata.ShouldSayAsync("plan-data-do-not-load", Outcome.Trouble, Index);
    }

    [Test]
    public async Task Reads_the_same_plan_and_the_same_pages_each_time()
    {
        using var kata = new KindCase("plan", Schema, Index).With("data.sql", Data).With("query.sql", "select title from books where author_id = 17;");

        var first = await kata.GradeAsync("create index on books (year)");
        var second = await kata.GradeAsync("create index on books (year)");

        first.Findings.ShouldHaveSingleItem();
        VerdictText.Body(first, Ink.Plain).ShouldBe(VerdictText.Body(second, Ink.Plain));
    }
}
