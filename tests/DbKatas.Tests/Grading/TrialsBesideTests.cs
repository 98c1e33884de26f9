using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading;

/// <summary>An answer that has the server to itself runs on two datasets at once, and nobody can tell from its verdict.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TrialsBesideTests
{
    private const string WhereAmI = "select current_database()";

    /// <summary>Right on the rows that everybody sees, and refused on some others.</summary>
    private const string DividesByZero = "select id, name from t where 1 / (3 - (select count(*) from t)) is not null or true order by id";

    [TestCase("sql/joins/02-left-join-missing")]
    [TestCase("sql/windows/05-moving-average")]
    [TestCase("sql/subqueries/03-not-in-null-trap")]
    [TestCase("sql/crud/02-update-where")]
    [TestCase("sql/transactions/01-atomic-transfer")]
    public async Task Every_wrong_answer_gets_the_verdict_that_it_gets_on_one_connection(string id)
    {
        var library = KataLibrary.At(Repository.Folder);
        var kata = KataCatalog.Load(library.Katas).Find(id).Single();
        var solution = Path.Combine(library.Solutions, id);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(solution, "wrong")).Append(Path.Combine(solution, kata.AnswerFile)).Order(StringComparer.Ordinal))
            (await JudgeAsync(library, kata, path, new Turns())).ShouldBe(await JudgeAsync(library, kata, path, null), path);
    }

    [TestCase("select id, name from t order by id")]
    [TestCase("select id, name from t where id < 3 order by id")]
    [TestCase("select id, name from t order by name")]
    [TestCase(DividesByZero)]
    [TestCase("select id, name from t where case when (select count(*) from t) > 2 then pg_terminate_backend(pg_backend_pid()) else true end order by id")]
    public async Task An_answer_that_fails_somewhere_gets_the_same_verdict_too(string answer)
    {
        using var library = new TinyLibrary().WithKata();
        var path = library.Write("answers/answer.sql", answer);

        (await JudgeAsync(library.Library, library.Catalog.Katas[0], path, new Turns())).ShouldBe(await JudgeAsync(library.Library, library.Catalog.Katas[0], path, null));
    }

    [Test]
    public async Task Alone_it_has_two_databases()
    {
        Assume.That(Environment.ProcessorCount, Is.GreaterThan(1));

        (await DatabasesAsync(new Turns())).Count.ShouldBe(2);
    }

    [Test]
    public async Task Beside_another_it_has_one()
    {
        using var turns = new Turns();

        var databases = await turns.BesideOthersAsync(() => turns.BesideOthersAsync(() => DatabasesAsync(turns), default), default);

        databases.Count.ShouldBe(1);
    }

    [Test]
    public async Task Both_databases_are_gone_when_it_has_ended()
    {
        var used = await DatabasesAsync(new Turns());

        var server = await TestServers.Postgres.SessionAsync(default);
        (await server.NamesAsync("select datname from pg_database union all select rolname from pg_roles", default)).Intersect(used).ShouldBeEmpty();
    }

    /// <summary>In which databases an answer has run when it has run on all data.</summary>
    private static async Task<HashSet<string>> DatabasesAsync(Turns turns)
    {
        using var library = new TinyLibrary().WithKata();
        var session = await TestServers.Postgres.SessionAsync(default);
        var reference = new ReferenceYardstick(SqlAnswer.Of("select id, name from t order by id"));
        await using var bench = await DatasetBench.OpenAsync(session, library.Catalog.Katas[0], reference, default, turns);
        var (answer, used) = (SqlScript.Split(WhereAmI), new HashSet<string>());
        // The second takes a moment to make.
        for (var round = 0; round < 10 && used.Count < 2; round++)
        {
            var trials = bench.Trials(answer, bench.Datasets);
            for (var i = 0; i < bench.Datasets.Count; i++)
                used.Add((await trials.OnAsync(i, default))!.Run.Result!.Rows[0][0].Text!);
        }
        return used;
    }

    private static async Task<string> JudgeAsync(KataLibrary library, Kata kata, string path, Turns? turns)
    {
        var session = await TestServers.Postgres.SessionAsync(default);
        var yardstick = new ReferenceYardstick(ReferenceYardstick.Read(Path.Combine(library.Solutions, kata.Id), kata));
        var blank = new Verdict { Id = kata.Id, Kata = kata, AnswerPath = path, Outcome = Outcome.Trouble };
        try
        {
            return VerdictJson.Write([kata.Kind == KataKind.Result
                ? await new ResultGrader(session, yardstick, true, turns).JudgeAsync(blank, kata, SqlAnswer.Read(path), default)
                : await new StateGrader(session, yardstick, true, turns).JudgeAsync(blank, kata, SqlAnswer.Read(path), default)]);
        }
        catch (DisturbedException disturbed)
        {
            return disturbed.Message;
        }
    }
}
