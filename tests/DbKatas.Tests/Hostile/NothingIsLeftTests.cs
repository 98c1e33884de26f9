using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Hostile;
using DbKatas.Tests.Engines.Postgres;
using Npgsql;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Hostile;

/// <summary>What an answer could leave on a server, or find there.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class NothingIsLeftTests
{
    private static readonly HostileCorpus Corpus = new(Repository.Folder);

    private ScratchFolder _folder = null!;
    private PostgresEngine _engine = null!;

    [OneTimeSetUp]
    public void Prepare()
    {
        _folder = new ScratchFolder();
        _engine = new PostgresEngine(async cancellation => (await PrivateServers.In(_folder).TryStartAsync(cancellation))!);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _engine.DisposeAsync();
        _folder.Dispose();
    }

    [TestCase("prepares-a-transaction")]
    [TestCase("keeps-locks")]
    [TestCase("keeps-settings")]
    [TestCase("keeps-large-objects")]
    [TestCase("catches-being-cancelled")]
    [TestCase("ends-the-session-in-the-middle")]
    public async Task By(string name)
    {
        var answer = Corpus.Answers.Single(answer => answer.Sort == "script" && answer.Name == name);
        var grader = new Grader.Grading.Grader([new SqlKataGrader(_engine, new SolutionFolders(Corpus.Library.Solutions))]);

        await grader.GradeAsync(Corpus.Katas[answer.KataId], answer.Path);

        var session = await _engine.SessionAsync(default);
        (await session.NamesAsync("select datname from pg_database where datname ~ '^dbkatas_r'", default)).ShouldBeEmpty();
        (await session.NamesAsync("select rolname from pg_roles where rolname ~ '^dbkatas_r'", default)).ShouldBeEmpty();
        (await session.NamesAsync("select gid from pg_prepared_xacts", default)).ShouldBeEmpty();
        (await session.NamesAsync("select usename from pg_stat_activity where usename ~ '^dbkatas_r'", default)).ShouldBeEmpty();
    }

    [TestCase("postgres")]
    [TestCase("template1")]
    public async Task An_answer_enters_none_of_the_servers_own_databases(string database)
    {
        var session = await _engine.SessionAsync(default);
        await using var scratch = await ScratchDatabase.CreateAsync(session, Corpus.OrdinaryKata("query"), default);
        var stranger = new NpgsqlConnectionStringBuilder(scratch.Access) { Database = database, Pooling = false };

        var refused = await Should.ThrowAsync<PostgresException>(async () =>
        {
            await using var connection = new NpgsqlConnection(stranger.ConnectionString);
            await connection.OpenAsync();
        });

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Test]
    public async Task An_answer_has_a_limit_on_temporary_files_that_it_can_not_lift()
    {
        var session = await _engine.SessionAsync(default);
        await using var scratch = await ScratchDatabase.CreateAsync(session, Corpus.OrdinaryKata("query"), default);

        var shown = await scratch.RunAsync(SqlScript.Split("show temp_file_limit"), true, new KataLimits(), default);
        var lifted = await scratch.RunAsync(SqlScript.Split("set temp_file_limit = -1"), false, new KataLimits(), default);
        var reset = await scratch.RunAsync(SqlScript.Split("alter role current_user reset temp_file_limit"), false, new KataLimits(), default);

        shown.Result!.Rows[0][0].Text.ShouldBe("512MB");
        lifted.Failure!.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        reset.Failure!.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Test]
    public async Task Two_runs_that_know_different_contents_of_a_kata_take_nothing_from_each_other()
    {
        using var one = new TinyLibrary().WithKata();
        using var other = new TinyLibrary().WithKata(schema: "create table u (id int primary key)");
        var server = (await _engine.SessionAsync(default)).SameServer();
        await using var first = await PostgresSession.OpenAsync(server, default);
        await using var second = await PostgresSession.OpenAsync(server, default);

        var tables = await Task.WhenAll(Enumerable.Range(0, 12).Select(async turn =>
        {
            var (session, library) = turn % 2 == 0 ? (first, one) : (second, other);
            await using var scratch = await ScratchDatabase.CreateAsync(session, library.Catalog.Katas[0], default);
            return string.Join(' ', (await scratch.ReadTablesAsync(10, default)).Keys);
        }));

        tables.ShouldBe(Enumerable.Range(0, 12).Select(turn => turn % 2 == 0 ? "t" : "u"));
    }

    [Test]
    public async Task A_template_that_somebody_has_dropped_is_made_again()
    {
        using var library = new TinyLibrary().WithKata("sql/test/02-dropped");
        var session = await _engine.SessionAsync(default);
        var template = await session.Templates.ProvideAsync(library.Catalog.Katas[0], default);
        await session.ExecuteAsync(default, $"drop database {template}");

        await using var scratch = await ScratchDatabase.CreateAsync(session, library.Catalog.Katas[0], default);

        (await scratch.ReadTablesAsync(10, default)).Keys.ShouldBe(["t"]);
    }
}
