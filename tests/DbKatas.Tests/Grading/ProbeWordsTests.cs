using DbKatas.Grader.Grading;
using NUnit.Framework;

namespace DbKatas.Tests.Grading;

/// <summary>Kind probe: outcomes, every word, and answers and probes that are up to no good.</summary>
[Parallelizable(ParallelScope.Children)]
public class ProbeWordsTests
{
    private const string Probes = """
        -- A comment that is no heading.
        -- given: one room
        insert into rooms (room_id, seats) values (1, 30);

        -- accept: a room with one seat
        insert into rooms (room_id, seats) values (2, 1);

        -- refuse 23505: a second room of one number
        insert into rooms (room_id, seats) values (1, 5);

        -- refuse 23514: a room without seats
        insert into rooms (room_id, seats) values (3, 5);
        update rooms set seats = 0 where room_id = 3;

        -- holds: there is exactly one room
        select count(*) = 1 from rooms;
        """;

    private const string Good = "create table rooms (room_id int primary key, seats int not null check (seats > 0))";

    private static IEnumerable<TestCaseData> Answers()
    {
        TestCaseData Case(string name, Outcome outcome, string sql) => new TestCaseData(name, outcome, sql).SetArgDisplayNames(name);

        yield return Case("probe-right", Outcome.Right, Good);
        yield return Case("probe-right-deferred", Outcome.Right, "create table rooms (room_id int primary key deferrable initially deferred, seats int check (seats > 0))");
        yield return Case("probe-not-started", Outcome.NotStarted, "-- TODO\n");
        yield return Case("probe-syntax-error", Outcome.DidNotRun, "create table rooms (\n  room_id int primery key\n)");
        yield return Case("probe-given-refused", Outcome.NotYet, "create table rooms (room_id int primary key, seats int check (seats > 100))");
        yield return Case("probe-accepts-too-much", Outcome.NotYet, "create table rooms (room_id int, seats int)");
        yield return Case("probe-refuses-too-much", Outcome.NotYet, "create table rooms (room_id int primary key, seats int check (seats > 5))");
        yield return Case("probe-refuses-for-another-reason", Outcome.NotYet, "create table rooms (room_id int primary key, seats smallint check (seats > 0)); create function no() returns trigger language plpgsql as $$ begin raise 'no changes'; end $$; create trigger t before update on rooms for each row execute function no();");
        yield return Case("probe-does-not-hold", Outcome.NotYet, Good + "; insert into rooms values (9, 9)");
        yield return Case("probe-transaction-left-open", Outcome.NotYet, "begin; " + Good);
        yield return Case("probe-trigger-never-ends", Outcome.NotYet, Good + "; create function wait() returns trigger language plpgsql as $$ begin if new.room_id = 2 then perform pg_sleep(60); end if; return new; end $$; create trigger t before insert on rooms for each row execute function wait();");
        yield return Case("probe-trigger-ends-the-connection", Outcome.NotYet, Good + "; create function bye() returns trigger language plpgsql as $$ begin if new.room_id = 2 then perform pg_terminate_backend(pg_backend_pid()); end if; return new; end $$; create trigger t before insert on rooms for each row execute function bye();");
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Says_what_a_schema_accepts_and_refuses(string name, Outcome outcome, string sql)
    {
        using var kata = new KindCase("probe", reference: Good, more: "\"limits\": { \"seconds\": 1 }").Without("schema.sql").With("probes.sql", Probes);

        await kata.ShouldSayAsync(name, outcome, sql);
    }

    [Test]
    public async Task Tries_also_what_is_not_shown()
    {
        using var kata = new KindCase("probe", reference: Good).With("probes.sql", Probes).WithSolution("probes.sql", """
            -- refuse 23: a room that is not known by a number
            insert into rooms (room_id, seats) values (null, 3);
            """);

        await kata.ShouldSayAsync("probe-not-shown", Outcome.NotYet, "create table rooms (room_id int unique, seats int check (seats > 0))");
    }

    [TestCase("probe-file-empty", "-- nothing here\n")]
    [TestCase("probe-file-without-heading", "insert into rooms values (1, 1);")]
    [TestCase("probe-file-statements-first", "select 1;\n-- accept: a room\nselect 1;")]
    [TestCase("probe-file-without-state", "-- refuse: a room\nselect 1;")]
    [TestCase("probe-file-with-a-word-for-a-state", "-- refuse unique: a room\nselect 1;")]
    [TestCase("probe-file-without-reason", "-- accept:\nselect 1;")]
    [TestCase("probe-file-without-statement", "-- given: a room\n\n-- accept: a room\nselect 1;")]
    public async Task Says_what_is_wrong_with_a_file_of_probes(string name, string probes)
    {
        using var kata = new KindCase("probe", reference: Good).With("probes.sql", probes);

        await kata.ShouldSayAsync(name, Outcome.Trouble, Good);
    }
}
