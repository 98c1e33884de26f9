using System.Diagnostics;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Engines.MongoDb.StandIn;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.MongoDb;

/// <summary>The process behind the stand-in: whatever an answer does to it, the next one is judged as if alone.</summary>
[Parallelizable(ParallelScope.Children)]
public class MingoServerTests
{
    private static readonly SeedData Seed = StandInRun.SeedOf($$"""{ "c": [{ "_id": 1, "s": "{{new string('a', 40)}}b" }] }""");

    [Test]
    public async Task An_endless_answer_is_stopped_and_the_next_one_runs()
    {
        await using var server = await StartAsync();
        var first = server.ProcessId;

        // Each added a doubles the steps.
        var endless = await RunAsync(server, """{ "collection": "c", "filter": { "s": { "$regex": "^(a+)+$" } } }""", seconds: 1);
        var next = await RunAsync(server, """{ "collection": "c", "filter": { "_id": 1 }, "projection": { "_id": 1 } }""");

        endless.Failure!.Fault.ShouldBe(MongoFault.TookTooLong);
        StandInRun.Text(next.Documents).ShouldBe("""{ "_id": 1 }""");
        server.ProcessId.ShouldNotBe(first);
        IsRunning(first!.Value).ShouldBeFalse();
    }

    [Test]
    public async Task An_answer_that_grows_without_end_is_stopped_and_the_next_one_runs()
    {
        await using var server = new MingoServer(ProgramPath.Find("node")!, MingoPackage.FolderIn(CacheFolder.OfThisUser())) { Megabytes = 24 };
        var doubled = string.Join(", ", Enumerable.Repeat("""{ "$set": { "l": { "$concatArrays": ["$l", "$l"] } } }""", 40));

        var greedy = await RunAsync(server, $$"""{ "collection": "c", "pipeline": [{ "$set": { "l": ["$s"] } }, {{doubled}}] }""", seconds: 60);
        var next = await RunAsync(server, """{ "collection": "c", "pipeline": [{ "$count": "n" }] }""");

        greedy.Failure!.Fault.ShouldBe(MongoFault.TookTooMuch);
        StandInRun.Text(next.Documents).ShouldBe("""{ "n": 1 }""");
    }

    [Test]
    public async Task A_process_that_somebody_has_killed_is_started_anew()
    {
        await using var server = await StartAsync();
        using (var process = Process.GetProcessById(server.ProcessId!.Value))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        var next = await RunAsync(server, """{ "collection": "c", "pipeline": [{ "$count": "n" }] }""");

        StandInRun.Text(next.Documents).ShouldBe("""{ "n": 1 }""");
    }

    [Test]
    public async Task One_process_answers_all_and_ends_with_the_run()
    {
        var server = await StartAsync();
        var process = server.ProcessId!.Value;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RunAsync(server, """{ "collection": "c", "pipeline": [{ "$count": "n" }] }""")));

        server.ProcessId.ShouldBe(process);
        await server.DisposeAsync();
        IsRunning(process).ShouldBeFalse();
    }

    [Test]
    public async Task What_one_answer_writes_the_next_does_not_see()
    {
        await using var server = await StartAsync();

        var written = await RunAsync(server, """{ "collection": "c", "deleteMany": { "filter": { "_id": 1 } } }""", shape: KataFormat.MongoUpdate);
        var next = await RunAsync(server, """{ "collection": "c", "pipeline": [{ "$count": "n" }] }""");

        written.Collections.ShouldBeEmpty();
        StandInRun.Text(next.Documents).ShouldBe("""{ "n": 1 }""");
    }

    [Test]
    public async Task More_documents_than_the_limit_are_not_read()
    {
        await using var server = await StartAsync();
        var run = await server.RunAsync(
            new MongoTask(StandInRun.SeedOf("""{ "c": [{ "_id": 1 }, { "_id": 2 }, { "_id": 3 }] }"""),
                AnswerShape.Pipeline.Read(JsonReader.Read("""{ "collection": "c", "pipeline": [{ "$match": {} }] }""")!), new KataLimits(Rows: 2)),
            CancellationToken.None);

        run.Documents!.Truncated.ShouldBeTrue();
        run.Documents.Documents.Count.ShouldBe(2);
    }

    [Test]
    public async Task Without_its_packages_the_way_is_named()
    {
        using var folder = new TemporaryFolder();
        var providers = new MongoProviders([new MingoProvider(new CacheFolder(folder.Path), ProgramPath.Find("node"))]);

        var trouble = await Should.ThrowAsync<TroubleException>(() => providers.StartAsync(CancellationToken.None));

        trouble.Message.ShouldContain("./kata setup ");
        trouble.Message.ShouldContain("docker compose up -d mongo");
    }

    [Test]
    public async Task A_program_that_is_no_node_is_named()
    {
        var trouble = await Should.ThrowAsync<TroubleException>(() => MingoWorker.StartAsync("/bin/false", "/nowhere", 64, CancellationToken.None));

        trouble.Message.ShouldStartWith("mingo, which stands in for MongoDB, did not start in /bin/false. It needs Node.js 20.19 or newer.");
    }

    [Test]
    public async Task Setup_does_nothing_the_second_time_and_names_npm_where_it_lacks()
    {
        using var folder = new TemporaryFolder();
        List<string> said = [];

        await MingoSetup.OfThisUser().EnsureAsync(said.Add, CancellationToken.None);
        var trouble = await Should.ThrowAsync<TroubleException>(() => new MingoSetup(new CacheFolder(folder.Path)) { Npm = null }.EnsureAsync(said.Add, CancellationToken.None));

        said.ShouldHaveSingleItem().ShouldStartWith("mingo 7.2.6, standing in for MongoDB, is here: ");
        trouble.Message.ShouldBe("Bringing mingo, which stands in for MongoDB, needs npm, which is not here. Install Node.js 20.19 or newer. Or use a MongoDB server: docker compose up -d mongo");
    }

    [Test]
    public async Task Setup_leaves_nothing_behind_when_npm_fails()
    {
        using var folder = new TemporaryFolder();
        var cache = new CacheFolder(folder.Path);

        var trouble = await Should.ThrowAsync<TroubleException>(() => new MingoSetup(cache) { Npm = "/bin/false" }.EnsureAsync(_ => { }, CancellationToken.None));

        trouble.Message.ShouldStartWith("npm could not bring mingo. Is the network there?");
        Directory.Exists(MingoPackage.FolderIn(cache)).ShouldBeFalse();
    }

    private static async Task<MingoServer> StartAsync() =>
        (MingoServer)(await MingoProvider.OfThisUser().TryStartAsync(CancellationToken.None)).ShouldNotBeNull();

    private static Task<MongoRun> RunAsync(MingoServer server, string answer, int seconds = 30, string? shape = null)
    {
        var root = JsonReader.Read(answer)!;
        var name = shape ?? (root["pipeline"] is null ? KataFormat.MongoFind : KataFormat.MongoPipeline);
        return server.RunAsync(new MongoTask(Seed, AnswerShape.Of(name).Read(root), new KataLimits(seconds)), CancellationToken.None);
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
