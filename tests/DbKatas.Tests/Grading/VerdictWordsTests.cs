using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading;

/// <summary>Whole cases: a tiny kata, an answer, the outcome and every word that the learner reads.</summary>
[Parallelizable(ParallelScope.Children)]
public class VerdictWordsTests
{
    private static IEnumerable<TestCaseData> Answers()
    {
        TestCaseData Case(string name, Outcome outcome, string sql) => new TestCaseData(name, outcome, sql).SetArgDisplayNames(name);

        yield return Case("right", Outcome.Right, "select id, name from t order by id");
        yield return Case("right-with-crlf-and-byte-order-mark", Outcome.Right, "\uFEFFselect id,\r\n name\r\nfrom t\r\norder by id;\r\n");
        yield return Case("right-with-another-column-name", Outcome.Right, "select id, name as who from t order by id");
        yield return Case("untouched-stub", Outcome.NotStarted, "-- TODO: answer\n");
        yield return Case("empty-file", Outcome.NotStarted, "");
        yield return Case("two-statements", Outcome.DidNotRun, "select id, name from t order by id;\n\nselect 2;");
        yield return Case("syntax-error", Outcome.DidNotRun, "select id, name\nform t\norder by id");
        yield return Case("stops-too-early", Outcome.DidNotRun, "select id, name from t where");
        yield return Case("unknown-column", Outcome.DidNotRun, "select id,\n       totl\nfrom t");
        yield return Case("misspelt-column", Outcome.DidNotRun, "select t.id, t.nam from t");
        yield return Case("unknown-table", Outcome.DidNotRun, "select * from orders");
        yield return Case("table-not-in-from", Outcome.DidNotRun, "select t.id, u.name from t");
        yield return Case("not-grouped", Outcome.DidNotRun, "select id, name, count(*) from t group by id || ''");
        yield return Case("ambiguous-column", Outcome.DidNotRun, "select id, name from t a join t b on true");
        yield return Case("division-by-zero", Outcome.DidNotRun, "select id / (id - id), name from t");
        yield return Case("subquery-gives-several-rows", Outcome.DidNotRun, "select (select id from t), name from t");
        yield return Case("unknown-function", Outcome.DidNotRun, "select id, uppr(name) from t");
        yield return Case("types-do-not-fit", Outcome.DidNotRun, "select id, name from t where name = 1");
        yield return Case("not-a-number", Outcome.DidNotRun, "select id, name from t where id = 'one'");
        yield return Case("changes-data", Outcome.DidNotRun, "delete from t returning id, name");
        yield return Case("returns-nothing", Outcome.DidNotRun, "set work_mem = '1MB'");
        yield return Case("psql-command", Outcome.DidNotRun, "\\d t");
        yield return Case("reads-a-file", Outcome.DidNotRun, "select 1, pg_read_file('/etc/hostname')");
        yield return Case("runs-for-ever", Outcome.DidNotRun, "with recursive r(n) as (select 1 union all select n from r) select n, '' from r where n = 2");
        yield return Case("ends-its-own-connection", Outcome.DidNotRun, "select pg_terminate_backend(pg_backend_pid()), ''");
        yield return Case("a-long-line", Outcome.DidNotRun, "select id, name from t where " + string.Join(" or ", Enumerable.Range(0, 40).Select(i => $"id = {i}")) + " or idd = 1");
        yield return Case("wide-characters-before-the-error", Outcome.DidNotRun, "select '日本語 😀' as greeting, nme from t");
        yield return Case("control-characters-in-an-error", Outcome.DidNotRun, "select '\u001b[2J', \"\u001b[31mred\" from t");
        yield return Case("too-few-columns", Outcome.NotYet, "select id from t order by id");
        yield return Case("too-many-columns", Outcome.NotYet, "select * , 1 from t order by id");
        yield return Case("swapped-columns", Outcome.NotYet, "select name, id from t order by id");
        yield return Case("no-rows", Outcome.NotYet, "select id, name from t where id > 5");
        yield return Case("wrong-order", Outcome.NotYet, "select id, name from t order by id desc");
        yield return Case("null-instead-of-text", Outcome.NotYet, "select id, nullif(name, 'Ben') from t order by id");
        yield return Case("trailing-space", Outcome.NotYet, "select id, name || ' ' from t order by id");
        yield return Case("number-as-text", Outcome.NotYet, "select id::text, name from t order by id");
        yield return Case("escape-sequences-in-data", Outcome.NotYet, @"select id, e'\x1b[31m' || name from t order by id");
        yield return Case("too-many-rows", Outcome.NotYet, "select n, 'x' from generate_series(1, 1000) n");
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Says_what_happened(string name, Outcome outcome, string sql)
    {
        using var library = new TinyLibrary().WithKata(more: "\"order\": [\"id\"], \"limits\": { \"seconds\": 1, \"rows\": 50 }");

        await ShouldSayAsync(library, name, outcome, sql);
    }

    private static IEnumerable<TestCaseData> Scripts()
    {
        TestCaseData Case(string name, Outcome outcome, string sql) => new TestCaseData(name, outcome, sql).SetArgDisplayNames(name);

        yield return Case("state-right", Outcome.Right, "insert into t values (3, 'Cy')");
        yield return Case("state-right-in-a-transaction", Outcome.Right, "begin; insert into t values (3, 'Cy'); commit;");
        yield return Case("state-wrong-row", Outcome.NotYet, "insert into t values (3, 'Di')");
        yield return Case("state-nothing-changed", Outcome.NotYet, "select 1");
        yield return Case("state-transaction-left-open", Outcome.NotYet, "begin; insert into t values (3, 'Cy');");
        yield return Case("state-table-dropped", Outcome.NotYet, "drop table t");
        yield return Case("state-extra-table", Outcome.NotYet, "insert into t values (3, 'Cy'); create table u (x int)");
        yield return Case("state-column-renamed", Outcome.NotYet, "insert into t values (3, 'Cy'); alter table t rename name to nom");
        yield return Case("state-duplicate-key", Outcome.DidNotRun, "insert into t\nvalues (2, 'Cy')");
        yield return Case("state-null-key", Outcome.DidNotRun, "insert into t (name) values ('Cy')");
        yield return Case("state-second-statement-fails", Outcome.DidNotRun, "insert into t values (3, 'Cy');\n\nupdte t set name = ''");
        yield return Case("state-create-role", Outcome.DidNotRun, "create role evil superuser");
        yield return Case("state-drop-database", Outcome.DidNotRun, "drop database postgres");
    }

    [TestCaseSource(nameof(Scripts))]
    public async Task Says_what_became_of_the_tables(string name, Outcome outcome, string sql)
    {
        using var library = new TinyLibrary().WithKata(kind: "state", more: null, reference: "insert into t values (3, 'Cy')");

        await ShouldSayAsync(library, name, outcome, sql);
    }

    [Test]
    public async Task Says_that_a_table_is_missing()
    {
        using var library = new TinyLibrary().WithKata(kind: "state", more: null, reference: "create table u as select 1 as x");

        await ShouldSayAsync(library, "state-table-missing", Outcome.NotYet, "insert into t values (3, 'Cy')");
    }

    [Test]
    public async Task Says_that_the_schema_does_not_load()
    {
        using var library = new TinyLibrary().WithKata(schema: "create table t (id int);\n\ninsert into t values ('x');");

        await ShouldSayAsync(library, "schema-does-not-load", Outcome.Trouble, "select 1");
    }

    [Test]
    public async Task Says_that_the_reference_does_not_run()
    {
        using var library = new TinyLibrary().WithKata(reference: "select nothing from t");

        await ShouldSayAsync(library, "reference-does-not-run", Outcome.Trouble, "select 1");
    }

    [Test]
    public async Task Says_that_the_reference_is_missing()
    {
        using var library = new TinyLibrary().WithKata();
        File.Delete(Path.Combine(library.Root, "solutions/sql/test/01-kata/answer.sql"));

        await ShouldSayAsync(library, "reference-is-missing", Outcome.Trouble, "select 1");
    }

    [Test]
    public async Task Says_that_the_order_names_no_column()
    {
        using var library = new TinyLibrary().WithKata(more: "\"order\": [\"idd\"]");

        await ShouldSayAsync(library, "order-names-no-column", Outcome.Trouble, "select id, name from t");
    }

    [Test]
    public async Task Says_that_a_newer_server_is_needed()
    {
        using var library = new TinyLibrary().WithKata(more: "\"order\": [\"id\"], \"needs\": { \"postgres\": 99 }");

        await ShouldSayAsync(library, "newer-server-needed", Outcome.NeedsServer, "select id, name from t order by id");
    }

    [Test]
    public async Task Says_that_there_is_no_server()
    {
        using var library = new TinyLibrary().WithKata();
        await using var engine = new PostgresEngine(new PostgresProviders([]).StartAsync);

        await ShouldSayAsync(library, "no-server", Outcome.Trouble, "select 1", new Grader.Grading.Grader([new SqlKataGrader(engine, new SolutionFolders(library.Library.Solutions))]));
    }

    [Test]
    public async Task Says_that_an_answer_is_too_large_or_no_text()
    {
        using var library = new TinyLibrary().WithKata();
        var kata = library.Catalog.Katas[0];
        var path = library.Library.AnswerPath(kata);
        var grader = TestServers.Grader(library.Library.Solutions);

        await File.WriteAllTextAsync(path, new string(' ', 5 * 1024 * 1024));
        (await grader.GradeAsync(kata, path)).Sentence.ShouldBe($"{path} is 5,120 KB; at most 1,024 KB are read. Keep only the answer in it.");
        await File.WriteAllBytesAsync(path, [0x73, 0xFF, 0xFE]);
        (await grader.GradeAsync(kata, path)).Sentence.ShouldBe($"{path} is not UTF-8 text. Save it with the encoding UTF-8.");
        File.Delete(path);
        (await grader.GradeAsync(kata, path)).Outcome.ShouldBe(Outcome.NotStarted);
    }

    private static async Task ShouldSayAsync(TinyLibrary library, string name, Outcome outcome, string sql, Grader.Grading.Grader? grader = null)
    {
        var kata = library.Catalog.Katas[0];
        var path = library.Write("katas/sql/test/01-kata/answer.sql", sql);

        var verdict = await (grader ?? TestServers.Grader(library.Library.Solutions)).GradeAsync(kata, path);

        verdict.Outcome.ShouldBe(outcome, verdict.Sentence ?? verdict.Failure?.ToString());
        // Before lines are broken, so that the words do not depend on where the test ran, or on which server.
        var sentence = verdict.Sentence?.Replace(library.Root, "HERE");
        sentence = verdict.GradedBy is { } server ? sentence?.Replace(server, "SERVER") : sentence;
        var words = VerdictText.Write(verdict with { Sentence = sentence }, Ink.Plain).Replace(library.Root, "HERE");
        words.ShouldBeApprovedAs($"Grading/approved/{name}");
    }
}
