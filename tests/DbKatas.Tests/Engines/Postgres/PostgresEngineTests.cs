using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using Npgsql;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Postgres;

/// <summary>A run's life on a server: crashed runs before it, other runs beside it, and a server that dies under it.</summary>
public class PostgresEngineTests
{
    [Test]
    public async Task Many_who_ask_at_once_whether_PostgreSQL_is_there_lose_it_to_nobody()
    {
        var session = await TestServers.Postgres.SessionAsync(default);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => session.AnswersAsync(default))));

        answers.ShouldAllBe(isThere => isThere);
    }

    [Test]
    public async Task An_answer_whose_server_dies_is_judged_on_another_as_is_the_next()
    {
        using var library = new TinyLibrary().WithKata("sql/dies/01-first").WithKata("sql/dies/02-second");
        var katas = library.Catalog.Katas;
        await using var engine = new PostgresEngine(PostgresProviders.Usual().StartAsync);
        var grader = new Grader.Grading.Grader([new SqlKataGrader(engine, new SolutionFolders(library.Library.Solutions))]);
        var session = await engine.SessionAsync(default);
        library.Write("katas/sql/dies/01-first/answer.sql", "select id, name from t, pg_sleep(60)");
        library.Write("katas/sql/dies/02-second/answer.sql", "select id, name from t order by id");

        var first = grader.GradeAsync(katas[0], library.Library.AnswerPath(katas[0]));
        await KillWhenSleepingAsync(session);

        var lost = await first;
        lost.Outcome.ShouldBe(Outcome.DidNotRun);
        lost.Failure!.Sentence.ShouldStartWith("it was still running after 10 s");
        (await grader.GradeAsync(katas[1], library.Library.AnswerPath(katas[1]))).Outcome.ShouldBe(Outcome.Right);
    }

    [Test]
    public async Task What_a_crashed_run_left_is_dropped_and_a_living_run_keeps_its_own()
    {
        using var library = new TinyLibrary().WithKata();
        var own = await TestServers.Postgres.SessionAsync(default);
        await using var living = await ScratchDatabase.CreateAsync(own, library.Catalog.Katas[0], default);
        await own.ExecuteAsync(default, "create database dbkatas_r1_1", "create role dbkatas_r1_1");

        await using var later = await PostgresSession.OpenAsync(own.SameServer(), default);

        var names = await later.NamesAsync("select datname from pg_database union all select rolname from pg_roles", default);
        names.ShouldNotContain("dbkatas_r1_1");
        names.Count(name => name == living.Name).ShouldBe(2);
    }

    [Test]
    public async Task A_role_that_the_server_cannot_drop_any_more_stops_no_later_run()
    {
        // What is left when somebody drops a database in the moment in which a role is let into it: a right on nothing.
        var own = await TestServers.Postgres.SessionAsync(default);
        await own.ExecuteAsync(default, "create role dbkatas_r2_1",
            "insert into pg_shdepend select 0, 'pg_database'::regclass, 4000000000, 0, 'pg_authid'::regclass, 'dbkatas_r2_1'::regrole, 'a'");

        await using (await PostgresSession.OpenAsync(own.SameServer(), default))
            (await own.NamesAsync("select rolname from pg_roles", default)).ShouldContain("dbkatas_r2_1");

        await own.ExecuteAsync(default, "delete from pg_shdepend where classid = 'pg_database'::regclass and objid = 4000000000", "drop role dbkatas_r2_1");
    }

    [Test]
    public async Task Two_runs_that_make_the_same_template_at_once_share_one()
    {
        using var library = new TinyLibrary().WithKata("sql/race/01-kata");
        var kata = library.Catalog.Katas[0];
        var own = await TestServers.Postgres.SessionAsync(default);
        await using var other = await PostgresSession.OpenAsync(own.SameServer(), default);

        var names = await Task.WhenAll(own.Templates.ProvideAsync(kata, default), other.Templates.ProvideAsync(kata, default));

        names[0].ShouldBe(names[1]);
        await using var first = await ScratchDatabase.CreateAsync(own, kata, default);
        await using var second = await ScratchDatabase.CreateAsync(other, kata, default);
    }

    [Test]
    public async Task A_user_without_the_rights_is_told_which()
    {
        var own = await TestServers.Postgres.SessionAsync(default);
        await own.ExecuteAsync(default, "do $$ begin drop owned by powerless; drop role powerless; exception when undefined_object then null; end $$",
            "create role powerless login password 'secret'", "grant connect on database postgres to powerless");
        var text = own.ConnectionString("postgres");
        (text.Username, text.Password) = ("powerless", "secret");

        var trouble = await Should.ThrowAsync<TroubleException>(() => PostgresSession.OpenAsync(new PostgresServer(text.ConnectionString, "DBKATAS_POSTGRES"), default));

        trouble.Message.ShouldBe(
            "The PostgreSQL server (DBKATAS_POSTGRES) can't be used for grading: permission denied to create role. " +
            "The user powerless needs the rights CREATEDB and CREATEROLE there.");
        await own.ExecuteAsync(default, "drop owned by powerless", "drop role powerless");
    }

    private static async Task KillWhenSleepingAsync(PostgresSession session)
    {
        await using var connection = await session.ConnectAsync("postgres", default);
        var process = 0;
        while (process == 0)
        {
            await using var sleeping = new NpgsqlCommand("select pid from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()", connection);
            process = await sleeping.ExecuteScalarAsync() as int? ?? 0;
        }
        // A backend that is killed takes all others down with it, as after a crash; killing the first of them ends the server.
        await using var parent = new NpgsqlCommand("select pg_read_file('postmaster.pid')", connection);
        var text = (string)(await parent.ExecuteScalarAsync())!;
        System.Diagnostics.Process.GetProcessById(int.Parse(text.Split('\n')[0])).Kill();
    }
}
