using System.Text.RegularExpressions;
using DbKatas.Composition;
using DbKatas.CSharp;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.CSharp;

/// <summary>In a session of `kata watch` a worker is warm when the answer comes. Nobody can tell from the verdict.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed partial class WorkerAheadTests
{
    [TestCase("redis/caching/01-cache-aside-with-ttl")]
    [TestCase("redis/patterns/07-pub-sub")]
    [TestCase("dotnet/08-n-plus-one")]
    public async Task Every_answer_gets_the_verdict_that_it_gets_from_a_cold_worker(string id)
    {
        var library = KataLibrary.At(Repository.Folder);
        var kata = KataCatalog.Load(library.Katas).Find(id).Single();
        var solution = Path.Combine(library.Solutions, kata.Id);
        await using var cold = Grader(library, startsAhead: false);
        await using var warm = Grader(library, startsAhead: true);
        // The first finds no worker waiting.
        await JudgeAsync(warm, kata, Path.Combine(solution, kata.AnswerFile));

        foreach (var path in Directory.EnumerateFiles(Path.Combine(solution, "wrong")).Append(Path.Combine(solution, kata.AnswerFile)).Order(StringComparer.Ordinal))
            (await JudgeAsync(warm, kata, path)).ShouldBe(await JudgeAsync(cold, kata, path), path);
    }

    [Test]
    public async Task A_worker_that_could_not_get_warm_is_replaced()
    {
        using var library = new TinyLibrary().WithCodeKata();
        var engine = new NoData();
        await using var grader = new CodeKataGrader([engine], new SolutionFolders(library.Library.Solutions)) { StartsAhead = true };
        var path = library.Write("answers/Answer.cs", "public class Numbers { public int Double(int number) => 2 * number; }");
        var blank = new Verdict { Id = "", Kata = library.Catalog.Katas[0], AnswerPath = path, Outcome = Outcome.Trouble };

        for (var run = 0; run < 3; run++)
            (await grader.JudgeAsync(blank, library.Catalog.Katas[0], path, default)).Outcome.ShouldBe(Outcome.Right);
        engine.Asked.ShouldBeGreaterThan(0, "A worker that waits has a look at the kata's engine.");
    }

    private static Grader.Grading.Grader Grader(KataLibrary library, bool startsAhead) =>
        StandardGrader.For(SolutionFolders.Of(library), StandardGrader.Postgres(), StandardGrader.Redis(), StandardGrader.MongoDb(), startsAhead: startsAhead);

    private static async Task<string> JudgeAsync(Grader.Grading.Grader grader, Kata kata, string path) =>
        Measured().Replace(VerdictJson.Write([await grader.GradeAsync(kata, path)]), "");

    /// <summary>How long it took, and how long a key had still to live when somebody looked.</summary>
    [GeneratedRegex(@"""milliseconds"": [0-9]+|[0-9]+\.[0-9]+")]
    private static partial Regex Measured();

    private sealed class NoData : ICheckEngine
    {
        public int Asked { get; private set; }

        public string Name => "postgres";

        public Task<string> DescribeAsync(Kata kata, CancellationToken cancellation) => Task.FromResult("nothing");

        public Task<ICheckData> ProvideAsync(Kata kata, CancellationToken cancellation)
        {
            Asked++;
            throw new DisturbedException("The server is not there.");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
