using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Postgres;

/// <summary>In a session that stays, databases are made before they are needed: each is used once, and none is left.</summary>
public sealed class ScratchAheadTests
{
    private TinyLibrary _library = null!;
    private PostgresSession _session = null!;

    private Kata Kata => _library.Catalog.Katas[0];

    [SetUp]
    public async Task PrepareAsync()
    {
        _library = new TinyLibrary().WithKata("sql/ahead/01-kata");
        _session = await PostgresSession.OpenAsync((await TestServers.Postgres.SessionAsync(default)).SameServer(), default);
        _session.Ahead = new ScratchAhead(_session);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _session.DisposeAsync();
        _library.Dispose();
    }

    [Test]
    public async Task When_one_has_served_another_waits_that_knows_nothing_of_it()
    {
        var first = await ScratchDatabase.CreateAsync(_session, Kata, default);
        (await first.RunAsync(SqlScript.Split("drop table t; create table u (x int)"), false, new KataLimits(), default)).Failure.ShouldBeNull();

        await first.DisposeAsync();
        var waiting = await WaitingAsync(after: first);
        await using var second = await ScratchDatabase.CreateAsync(_session, Kata, default);

        second.Name.ShouldBe(waiting);
        second.Name.ShouldNotBe(first.Name);
        (await second.ReadTablesAsync(10, default)).Keys.ShouldBe(["t"]);
    }

    [Test]
    public async Task One_that_nobody_has_used_is_dropped_when_the_session_ends()
    {
        var first = await ScratchDatabase.CreateAsync(_session, Kata, default);
        await first.DisposeAsync();
        var waiting = await WaitingAsync(after: first);

        await _session.DisposeAsync();

        var server = await TestServers.Postgres.SessionAsync(default);
        (await server.NamesAsync($"select datname from pg_database where datname = '{waiting}' union all select rolname from pg_roles where rolname = '{waiting}'", default))
            .ShouldBeEmpty();
    }

    [Test]
    public async Task A_session_that_ends_at_once_leaves_nothing_either()
    {
        var scratch = await ScratchDatabase.CreateAsync(_session, Kata, default);
        await scratch.DisposeAsync();
        await _session.DisposeAsync();

        (await OfThisRunAsync(await TestServers.Postgres.SessionAsync(default), scratch.Name)).ShouldBeEmpty();
    }

    [Test]
    public async Task A_changed_schema_gets_a_fresh_one_and_what_waited_goes()
    {
        var first = await ScratchDatabase.CreateAsync(_session, Kata, default);
        await first.DisposeAsync();
        var outdated = await WaitingAsync(after: first);
        _library.Write("katas/sql/ahead/01-kata/schema.sql", "create table other (id int)");

        var fresh = await ScratchDatabase.CreateAsync(_session, Kata, default);

        (await fresh.ReadTablesAsync(10, default)).Keys.ShouldBe(["other"]);
        await fresh.DisposeAsync();
        (await WaitingAsync(after: fresh)).ShouldNotBe(outdated);
        (await OfThisRunAsync(_session, fresh.Name)).ShouldNotContain(outdated);
    }

    [Test]
    public async Task One_that_somebody_has_dropped_meanwhile_is_not_given_out()
    {
        var first = await ScratchDatabase.CreateAsync(_session, Kata, default);
        await first.DisposeAsync();
        var waiting = await WaitingAsync(after: first);
        await _session.ExecuteAsync(default, $"drop database {waiting}");

        await using var fresh = await ScratchDatabase.CreateAsync(_session, Kata, default);

        fresh.Name.ShouldNotBe(waiting);
        (await fresh.ReadTablesAsync(10, default)).Keys.ShouldBe(["t"]);
        (await OfThisRunAsync(_session, fresh.Name)).ShouldNotContain(waiting);
    }

    [Test]
    public async Task One_whose_connection_was_ended_while_it_waited_is_not_given_out()
    {
        var first = await ScratchDatabase.CreateAsync(_session, Kata, default);
        await (await first.OpenAsAnswerAsync(Kata.Limits, default)).DisposeAsync();
        await first.DisposeAsync();
        string[] ended;
        // Which are meant is settled before any is ended.
        var end = $"""
            with waiting as materialized (select datname, pid from pg_stat_activity where datname like '{Run(first.Name)}%' and datname <> '{first.Name}')
            select datname from waiting where pg_terminate_backend(pid, 5000)
            """;
        do
            ended = [.. await _session.NamesAsync(end, default)];
        while (ended.Length == 0);

        await using var fresh = await ScratchDatabase.CreateAsync(_session, Kata, default);
        await using var connection = await fresh.OpenAsAnswerAsync(Kata.Limits, default);

        ended.ShouldNotContain(fresh.Name);
        (await fresh.RunWithinAsync(connection, SqlScript.Split("select name from t"), Kata.Limits, default)).Result!.Rows.Count.ShouldBe(2);
    }

    [Test]
    public async Task Many_that_are_used_at_once_do_not_all_wait()
    {
        var used = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ScratchDatabase.CreateAsync(_session, Kata, default)));
        foreach (var scratch in used)
            await scratch.DisposeAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await (await ScratchDatabase.CreateAsync(_session, Kata, default)).DisposeAsync()));
        var scratchOnce = await ScratchDatabase.CreateAsync(_session, Kata, default);

        (await OfThisRunAsync(_session, scratchOnce.Name)).Distinct().Count().ShouldBeLessThanOrEqualTo(4);
        await scratchOnce.DisposeAsync();
    }

    [Test]
    public async Task The_same_answers_again_and_again_are_judged_as_ever_and_nothing_is_left()
    {
        await using var engine = new PostgresEngine(async _ => (await TestServers.Postgres.SessionAsync(default)).SameServer(), preparesAhead: true);
        await using var grader = new Grader.Grading.Grader([new SqlKataGrader(engine, new SolutionFolders(_library.Library.Solutions))]);
        var path = _library.Library.AnswerPath(Kata);
        string[] answers = ["select id, name from t", "select id, name from t where id = 1", "select id, name from t order by id desc", "selec"];
        Outcome[] expected = [Outcome.Right, Outcome.NotYet, Outcome.NotYet, Outcome.DidNotRun];
        var session = await engine.SessionAsync(default);

        for (var round = 0; round < 12; round++)
        {
            await File.WriteAllTextAsync(path, answers[round % 4] + (round % 4 == 0 ? " order by id" : ""));
            (await grader.GradeAsync(Kata, path)).Outcome.ShouldBe(expected[round % 4]);
        }
        var name = session.NextName();
        await grader.DisposeAsync();

        (await OfThisRunAsync(await TestServers.Postgres.SessionAsync(default), name)).ShouldBeEmpty();
    }

    /// <summary>The one that is ready when the one before it has gone.</summary>
    private async Task<string> WaitingAsync(ScratchDatabase after)
    {
        while (true)
            if ((await OfThisRunAsync(_session, after.Name)).ToList() is [var database, var role] && database == role && role != after.Name)
                return role;
    }

    private static Task<IReadOnlyList<string>> OfThisRunAsync(PostgresSession session, string one) =>
        session.NamesAsync($"select datname from pg_database where datname like '{Run(one)}%' union all select rolname from pg_roles where rolname like '{Run(one)}%'", default);

    private static string Run(string name) => name[..(name.LastIndexOf('_') + 1)].Replace("_", @"\_", StringComparison.Ordinal);
}
