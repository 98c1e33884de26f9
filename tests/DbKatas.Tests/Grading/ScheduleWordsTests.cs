using DbKatas.Grader.Grading;
using NUnit.Framework;

namespace DbKatas.Tests.Grading;

/// <summary>Kind schedule: outcomes, every word, and answers that are up to no good.</summary>
[Parallelizable(ParallelScope.Children)]
public class ScheduleWordsTests
{
    private const string Schema = """
        create table counters (name text primary key, value int not null);
        insert into counters values ('visits', 0), ('clicks', 0);
        """;

    private const string Good = "create function hit(n text) returns int language sql as $$ update counters set value = value + 1 where name = n returning value $$";

    private const string Functions = """
        -- schedule: two hits at once
        -- session a
        begin;
        select hit('visits');
        -- session b
        select hit('visits');
        -- session a
        commit;

        -- schedule: different counters
        -- session a
        begin;
        select hit('visits');
        -- session b
        select hit('clicks');
        -- session a
        commit;
        """;

    private static string Body(string body) => $"create function hit(n text) returns int language plpgsql as $$ declare v int; begin {body} end $$";

    private static IEnumerable<TestCaseData> Answers()
    {
        TestCaseData Case(string name, Outcome outcome, string sql) => new TestCaseData(name, outcome, sql).SetArgDisplayNames(name);

        yield return Case("schedule-right", Outcome.Right, Body("update counters set value = value + 1 where name = n returning value into v; return v;"));
        yield return Case("schedule-not-started", Outcome.NotStarted, "-- TODO\n");
        yield return Case("schedule-three-functions", Outcome.Right, Good + "; create function f() returns int language sql as 'select 1'; create function g() returns int language sql as 'select 2'");
        yield return Case("schedule-function-missing", Outcome.NotYet, "create function hits(n text) returns int language sql as 'select 1'");
        yield return Case("schedule-syntax-error", Outcome.DidNotRun, "create function hit(n text) returns int\nlanguage sql as 'selct 1'");
        yield return Case("schedule-lost-update", Outcome.NotYet, Body("select value into v from counters where name = n; update counters set value = v + 1 where name = n; return v + 1;"));
        yield return Case("schedule-locks-the-table", Outcome.NotYet, Body("lock table counters; update counters set value = value + 1 where name = n returning value into v; return v;"));
        yield return Case("schedule-lock-for-ever", Outcome.NotYet, "create function hit(n text) returns int language sql as $$ select 1 from pg_advisory_lock(7) $$");
        yield return Case("schedule-sleeps", Outcome.NotYet, Body("perform pg_sleep(60); return 1;"));
        yield return Case("schedule-loops", Outcome.NotYet, Body("set local statement_timeout = 0; loop v := 1; end loop;"));
        yield return Case("schedule-sets-the-deadlock-timeout", Outcome.NotYet, Body("set local deadlock_timeout = '1h'; perform pg_advisory_xact_lock(7); return 1;"));
        yield return Case("schedule-ends-connections", Outcome.NotYet, Body("perform pg_terminate_backend(pid) from pg_stat_activity where datname = current_database(); return 1;"));
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Says_what_the_sessions_do_to_each_other(string name, Outcome outcome, string sql)
    {
        using var kata = new KindCase("schedule", Schema, Good, "\"limits\": { \"seconds\": 2 }").With("schedule.sql", Functions);

        await kata.ShouldSayAsync(name, outcome, sql);
    }

    private const string Steps = """
        -- schedule: two hits, a statement each in turn
        -- with a: name = 'visits', more = 'clicks'
        -- with b: name = 'clicks', more = 'visits'
        -- session a
        :next;
        -- session b
        :next;
        -- session a
        :next;
        -- session b
        :next;
        """;

    private const string Ordered = """
        begin;
        select 1 from counters where name in (:name, :more) order by name for update;
        update counters set value = value + 1 where name = :name;
        update counters set value = value + 10 where name = :more;
        commit;
        """;

    private static IEnumerable<TestCaseData> Scripts()
    {
        TestCaseData Case(string name, Outcome outcome, string sql) => new TestCaseData(name, outcome, sql).SetArgDisplayNames(name);

        yield return Case("schedule-steps-right", Outcome.Right, Ordered.Replace("update counters set value = value + 1 ", "update counters set value = value::int + 1::int "));
        yield return Case("schedule-steps-deadlock", Outcome.NotYet, Ordered.Replace("select 1 from counters where name in (:name, :more) order by name for update;", ""));
        yield return Case("schedule-steps-never-committed", Outcome.NotYet, Ordered.Replace("commit;", ""));
        yield return Case("schedule-steps-unknown-column", Outcome.DidNotRun, Ordered.Replace("set value = value + 1 ", "set valeu = 1 "));
        yield return Case("schedule-steps-unknown-name", Outcome.DidNotRun, Ordered.Replace(":more;", ":other;"));
        yield return Case("schedule-steps-rolled-back", Outcome.NotYet, Ordered.Replace("commit;", "rollback;"));
        yield return Case("schedule-steps-table-dropped", Outcome.NotYet, "drop table if exists counters");
    }

    [TestCaseSource(nameof(Scripts))]
    public async Task Says_what_the_statements_do_to_each_other(string name, Outcome outcome, string sql)
    {
        using var kata = new KindCase("schedule", Schema, Ordered, "\"limits\": { \"seconds\": 5 }").With("schedule.sql", Steps);

        await kata.ShouldSayAsync(name, outcome, sql);
    }

    [Test]
    public async Task Stops_a_session_that_lifts_its_own_limit()
    {
        using var kata = new KindCase("schedule", Schema, Ordered, "\"limits\": { \"seconds\": 1 }").With("schedule.sql", Steps);

        await kata.ShouldSayAsync("schedule-steps-without-limit", Outcome.NotYet, "set statement_timeout = 0; select pg_sleep(600);");
    }

    [Test]
    public async Task Runs_an_answer_again_that_was_stopped_for_good_reason()
    {
        const string reference = """
            begin isolation level repeatable read;
            select value from counters where name = :name;
            update counters set value = value + 1 where name = :name;
            commit;
            """;
        using var kata = new KindCase("schedule", Schema, reference)
            .With("schedule.sql", Steps.Replace("name = 'clicks', more = 'visits'", "name = 'visits'").Replace("-- with a:", "-- retry 40001\n-- with a:"));

        await kata.ShouldSayAsync("schedule-retried", Outcome.Right, "begin; select 1 from counters where name = :name for update; update counters set value = value + 1 where name = :name; commit;");
        await kata.ShouldSayAsync("schedule-not-retried", Outcome.NotYet, reference.Replace("commit", "rollback"));
    }

    [TestCase("schedule-file-empty", "-- later\n")]
    [TestCase("schedule-file-without-title", "-- schedule:\n-- session a\nselect 1;")]
    [TestCase("schedule-file-session-first", "-- session a\nselect 1;")]
    [TestCase("schedule-file-without-steps", "-- schedule: nothing\n-- session a\n")]
    [TestCase("schedule-file-unknown-session", "-- schedule: one\n-- with b: x = 1\n-- session a\nselect 1;")]
    [TestCase("schedule-file-session-without-name", "-- schedule: one\n-- session the first\nselect 1;")]
    [TestCase("schedule-file-unknown-step", "-- schedule: one\n-- session a\n:again;")]
    [TestCase("schedule-file-values-without-names", "-- schedule: one\n-- with a: 1, 2\n-- session a\n:rest;")]
    [TestCase("schedule-file-too-many-sessions", "-- schedule: one\n-- session a\nselect 1;\n-- session b\nselect 1;\n-- session c\nselect 1;\n-- session d\nselect 1;\n-- session e\nselect 1;")]
    [TestCase("schedule-file-stray-statement", "-- schedule: one\nselect 1;\n-- session a\nselect 1;")]
    public async Task Says_what_is_wrong_with_a_file_of_schedules(string name, string schedules)
    {
        using var kata = new KindCase("schedule", Schema, Good).With("schedule.sql", schedules);

        await kata.ShouldSayAsync(name, Outcome.Trouble, Good);
    }
}
