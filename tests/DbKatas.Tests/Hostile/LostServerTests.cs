using DbKatas.Engines.Redis;
using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.MongoDb.StandIn;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Hostile;
using DbKatas.Tests.Engines.Postgres;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Hostile;

/// <summary>A server that is killed while answers run on it: whoever can be judged on another one is, and nobody is told that he was wrong.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class LostServerTests
{
    /// <summary>On the rows that everybody sees it waits to be killed; on some fifty others there is nothing to wait for.</summary>
    private const string SlowAndRight = """
        select id, name from t
        where case when (select string_agg(name, ',' order by id) from t) = 'Ann,Ben' then pg_sleep(0.3) is not null else true end order by id
        """;

    private static readonly HostileCorpus Corpus = new(Repository.Folder);

    private ScratchFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new ScratchFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task PostgreSQL_killed_in_the_middle_costs_no_verdict()
    {
        await using var engine = new PostgresEngine(async cancellation => (await PrivateServers.In(_folder).TryStartAsync(cancellation))!);
        var grader = new Grader.Grading.Grader([new SqlKataGrader(engine, new SolutionFolders(Corpus.Library.Solutions))]);

        var grading = new[] { Write(SlowAndRight), Write(SlowAndRight) }.Select(path => grader.GradeAsync(Corpus.OrdinaryKata("query"), path)).ToList();
        await KillWhileSleepingAsync(engine);
        var verdicts = await Task.WhenAll(grading);

        verdicts.Select(verdict => (verdict.Outcome, verdict.Sentence)).ShouldBe([(Outcome.Right, null), (Outcome.Right, null)]);
    }

    [Test]
    public async Task A_server_that_comes_back_no_more_is_trouble_for_whoever_it_was_lost_to_and_after()
    {
        var starts = 0;
        await using var engine = new PostgresEngine(async cancellation =>
            ++starts == 1 ? (await PrivateServers.In(_folder).TryStartAsync(cancellation))! : throw new TroubleException("There is no other server."));
        var grader = new Grader.Grading.Grader([new SqlKataGrader(engine, new SolutionFolders(Corpus.Library.Solutions))]);
        var path = Write(SlowAndRight);

        var lost = grader.GradeAsync(Corpus.OrdinaryKata("query"), path);
        await KillWhileSleepingAsync(engine);
        var after = await grader.GradeAsync(Corpus.OrdinaryKata("query"), path);

        foreach (var verdict in new[] { await lost, after })
            (verdict.Outcome, verdict.Sentence).ShouldBe((Outcome.Trouble, "There is no other server."));
    }

    [Test]
    public async Task PostgreSQL_killed_between_two_answers_takes_what_waits_for_the_second_and_no_verdict()
    {
        await using var engine = new PostgresEngine(async cancellation => (await PrivateServers.In(_folder).TryStartAsync(cancellation))!, preparesAhead: true);
        var grader = new Grader.Grading.Grader([new SqlKataGrader(engine, new SolutionFolders(Corpus.Library.Solutions))]);
        var path = Write("select id, name from t order by id");

        var before = await grader.GradeAsync(Corpus.OrdinaryKata("query"), path);
        ServerProcesses.On(_folder.At("data", "0", "data")).ToList().ForEach(ServerProcesses.Kill);
        var after = await grader.GradeAsync(Corpus.OrdinaryKata("query"), path);

        new[] { before, after }.Select(verdict => (verdict.Outcome, verdict.Sentence)).ShouldBe([(Outcome.Right, null), (Outcome.Right, null)]);
    }

    [TestCase(true, TestName = "PostgreSQL_killed_under_a_code_kata_costs_no_verdict")]
    [TestCase(false, TestName = "Connections_of_a_code_kata_that_an_administrator_ends_cost_no_verdict")]
    public async Task A_code_kata_is_judged_on(bool isKilled)
    {
        await using var engine = new PostgresEngine(async cancellation => (await PrivateServers.In(_folder).TryStartAsync(cancellation))!);
        using var library = new TinyLibrary().WithCodeKata("""
            using DbKatas.Checks;
            using NUnit.Framework;
            using Shouldly;
            public class Checks : PostgresChecks { [Test] public void Doubles_a_number() => new Numbers().Double(Database.ConnectionString).ShouldBe(42); }
            """, seconds: 60);
        var path = library.Write("katas/sql/test/01-kata/Answer.cs", """
            using Npgsql;
            public class Numbers
            {
                public int Double(string server)
                {
                    using var connection = new NpgsqlConnection(server);
                    connection.Open();
                    return (int)new NpgsqlCommand("select 42 from pg_sleep(0.3)", connection).ExecuteScalar()!;
                }
            }
            """);
        await using var code = new DbKatas.CSharp.CodeKataGrader([new DbKatas.CSharp.PostgresCheckEngine(engine)], new SolutionFolders(library.Library.Solutions));

        var grading = new Grader.Grading.Grader([code]).GradeAsync(library.Catalog.Katas[0], path);
        await (isKilled ? KillWhileSleepingAsync(engine) : WhileSleepingAsync(engine, "pg_terminate_backend(pid)"));

        (await grading).Outcome.ShouldBe(Outcome.Right);
    }

    [Test]
    public async Task Redis_killed_under_one_check_costs_no_verdict_though_the_next_has_another()
    {
        await using var engine = Redis();
        using var library = new TinyLibrary().WithCodeKata("""
            using DbKatas.Checks;
            using NUnit.Framework;
            using Shouldly;
            public class Checks : RedisChecks {
                [Test] public void A_long_one() => new Numbers().Read(Redis.ConnectionString, 1_000).ShouldBe(42);
                [Test] public void B_short_one() => new Numbers().Read(Redis.ConnectionString, 0).ShouldBe(42); }
            """, seconds: 60, id: "redis/test/01-kata");
        library.Write("katas/redis/test/01-kata/kata.json", """{ "title": "A kata", "engines": ["redis"], "kind": "code", "level": 1, "topics": ["test"], "limits": { "seconds": 60 } }""");
        var path = library.Write("katas/redis/test/01-kata/Answer.cs", """
            using System.Diagnostics;
            using StackExchange.Redis;
            public class Numbers {
                public int Read(string server, int milliseconds) {
                    using var redis = ConnectionMultiplexer.Connect(server);
                    for (var clock = Stopwatch.StartNew(); clock.ElapsedMilliseconds <= milliseconds;) redis.GetDatabase().StringGet("nothing");
                    return 42;
                }
            }
            """);
        await using var code = new DbKatas.CSharp.CodeKataGrader([new DbKatas.Composition.RedisCheckEngine(engine)], new SolutionFolders(library.Library.Solutions));

        var grading = new Grader.Grading.Grader([code]).GradeAsync(library.Catalog.Katas[0], path);
        await KillRedisWhileAsync(engine, "cmd=get");

        (await grading).Outcome.ShouldBe(Outcome.Right);
    }

    [Test]
    public async Task Redis_killed_in_the_middle_costs_no_verdict()
    {
        await using var engine = Redis();
        var grader = new Grader.Grading.Grader([new RedisKataGrader(engine, new SolutionFolders(Corpus.Library.Solutions))]);
        var waits = Corpus.Answers.Single(answer => answer is { Sort: "redis", Name: "waits-for-ever" });
        var alone = await grader.GradeAsync(Corpus.Katas[waits.KataId], waits.Path);

        var grading = grader.GradeAsync(Corpus.Katas[waits.KataId], waits.Path);
        await KillRedisWhileAsync(engine, "cmd=blpop");
        var verdict = await grading;

        (verdict.Outcome, verdict.Failure?.Sentence).ShouldBe((alone.Outcome, alone.Failure?.Sentence));
        (await grader.GradeAsync(Corpus.OrdinaryKata("redis"), Corpus.Ordinary("redis").First())).Outcome.ShouldBe(Outcome.Right);
    }

    [Test]
    public async Task Node_killed_in_the_middle_costs_no_verdict()
    {
        var server = (MingoServer)(await MingoProvider.OfThisUser().TryStartAsync(default))!;
        await using var engine = new MongoEngine(_ => Task.FromResult<IMongoServer>(server));
        var grader = new Grader.Grading.Grader([new MongoKataGrader(engine, new SolutionFolders(Corpus.Library.Solutions))]);
        var endless = Corpus.Answers.Single(answer => answer is { Sort: "pipeline", Name: "multiplies-everything" });
        var alone = await grader.GradeAsync(Corpus.Katas[endless.KataId], endless.Path);

        var grading = grader.GradeAsync(Corpus.Katas[endless.KataId], endless.Path);
        await UntilAsync(() => Task.FromResult(server.ProcessId is not null));
        ServerProcesses.Kill(server.ProcessId!.Value);
        var verdict = await grading;

        (verdict.Outcome, verdict.Failure?.Sentence).ShouldBe((alone.Outcome, alone.Failure?.Sentence));
        (await grader.GradeAsync(Corpus.OrdinaryKata("pipeline"), Corpus.Ordinary("pipeline").First())).Outcome.ShouldBe(Outcome.Right);
    }

    private RedisEngine Redis() => new(async cancellation =>
        (await new LocalRedisProvider(RedisPrograms.OfThisMachine(CacheFolder.OfThisUser()), _folder.At("redis")).TryStartAsync(cancellation))!);

    private async Task KillRedisWhileAsync(RedisEngine engine, string command)
    {
        var administrator = (await engine.SessionAsync(default)).Administrator(0);
        await UntilAsync(async () => ((string?)await administrator.ExecuteAsync("CLIENT", "LIST"))!.Contains(command, StringComparison.Ordinal));
        ServerProcesses.On(_folder.At("redis", "0")).ToList().ForEach(ServerProcesses.Kill);
    }

    private string Write(string answer)
    {
        var path = _folder.At($"answer-{Guid.NewGuid():n}.sql");
        File.WriteAllText(path, answer);
        return path;
    }

    private static async Task WhileSleepingAsync(PostgresEngine engine, string selected)
    {
        var session = await engine.SessionAsync(default);
        await UntilAsync(async () => (await session.NamesAsync($"select {selected}::text from pg_stat_activity where wait_event = 'PgSleep'", default)).Count > 0);
    }

    private async Task KillWhileSleepingAsync(PostgresEngine engine)
    {
        await WhileSleepingAsync(engine, "pid");
        ServerProcesses.On(_folder.At("data", "0", "data")).ToList().ForEach(ServerProcesses.Kill);
    }

    /// <summary>What a moment brings, however busy the machine.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await isTrue())
            await Task.Delay(5, patience.Token);
    }
}
