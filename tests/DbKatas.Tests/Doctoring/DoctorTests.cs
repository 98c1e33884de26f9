using DbKatas.Cli.Doctoring;
using DbKatas.Composition;
using DbKatas.Engines.Redis;
using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.StandIn;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Engines.Postgres.Local;
using DbKatas.Grader.Feedback;
using DbKatas.Tests.Cli;
using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Doctoring;

/// <summary>What `kata doctor` says of machines of several kinds, and that grading does what it says.</summary>
public class DoctorTests
{
    private const string Secret = "hunter2";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.3);

    [Test]
    public void A_machine_that_has_everything()
    {
        EngineFinding[] engines =
        [
            new("postgres", "PostgreSQL", [
                new("your server", WayState.Closed, "DBKATAS_POSTGRES is not set."),
                new("a container", WayState.Open, "Docker answers on /var/run/docker.sock; a container of postgres:17 starts for each run.")], "./kata setup"),
            new("mongodb", "MongoDB", [new("your server", WayState.Open, "MongoDB 8.0.4 (DBKATAS_MONGODB) answers.")], "./kata setup"),
            new("redis", "Redis", [
                new("your server", WayState.Closed, "DBKATAS_REDIS is not set."),
                new("a container", WayState.Closed, "DBKATAS_CONTAINERS is off."),
                new("a private server", WayState.Open, "Redis 7.2.1 starts from /usr/bin/redis-server.")], "./kata setup"),
        ];
        MachinePart[] machine = [new(".NET SDK", "10.0.401, /usr/bin/dotnet"), new("package feed", "holds everything that the engines need"), new("Docker", "answers on /var/run/docker.sock")];
        var diagnosis = new Diagnosis(engines, machine);

        diagnosis.IsWell.ShouldBeTrue();
        DoctorText.Write(diagnosis, Ink.Plain).ShouldBeApproved();
    }

    [Test]
    public async Task A_machine_that_has_nothing()
    {
        using var folder = new TemporaryFolder();
        var cache = new CacheFolder(folder.Path);
        var doctor = new Doctor(
            new PostgresProviders([new ConnectionStringProvider(null, Patience), new LocalServerProvider(new PostgresPrograms([]), cache)]),
            new MongoProviders([new MingoProvider(cache, null)]),
            new RedisProviders([new RedisConnectionStringProvider("", Patience), new LocalRedisProvider(new RedisPrograms([]), folder.Path)]));
        MachinePart[] machine = [new("Node.js", "is not here", false, Mends.Node), new("Docker", "is not here, and nothing needs it", false)];

        var diagnosis = new Diagnosis(Usual(await doctor.EnginesAsync(CancellationToken.None)), machine);

        diagnosis.IsWell.ShouldBeFalse();
        DoctorText.Write(diagnosis, Ink.Plain).ShouldBeApproved();
    }

    [Test]
    public async Task Connection_strings_that_lead_nowhere()
    {
        using var folder = new TemporaryFolder();
        var doctor = new Doctor(
            new PostgresProviders([
                new ConnectionStringProvider($"Host=127.0.0.1;Port=1;Username=ann;Password={Secret}", Patience),
                new LocalServerProvider(new PostgresPrograms([]), new CacheFolder(folder.Path))]),
            new MongoProviders([new MingoProvider(new CacheFolder(folder.Path), "node")]),
            new RedisProviders([new RedisConnectionStringProvider($"redis//:{Secret}@localhost:port", Patience)]));

        var diagnosis = new Diagnosis(Usual(await doctor.EnginesAsync(CancellationToken.None)), []);

        diagnosis.IsWell.ShouldBeFalse();
        DoctorJson.Write(diagnosis).ShouldNotContain(Secret);
        DoctorText.Write(diagnosis, Ink.Plain).ShouldBeApproved();
    }

    [Test]
    public async Task Grading_takes_the_way_that_the_doctor_names_whatever_the_ways_hold()
    {
        WayState[] states = [WayState.Closed, WayState.Open, WayState.Broken];
        foreach (var ways in from a in states from b in states from c in states select new[] { new FakeWay("a", a), new FakeWay("b", b), new FakeWay("c", c) })
        {
            var named = (await ServerProviders.LookAsync(ways, CancellationToken.None))[^1];

            var taken = await TakenAsync(ways);

            taken.ShouldBe(named.State == WayState.Closed ? "none" : $"{named.Way} {named.State}");
        }
    }

    [Test]
    public async Task Names_the_ways_by_which_this_machine_grades()
    {
        var doctor = new Doctor(StandardGrader.PostgresWays(), StandardGrader.MongoWays(), StandardGrader.RedisWays());
        await using var postgres = await StandardGrader.PostgresWays().StartAsync(CancellationToken.None);
        await using var redis = await StandardGrader.RedisWays().StartAsync(CancellationToken.None);
        await using var mongo = await StandardGrader.MongoWays().StartAsync(CancellationToken.None);

        var found = await doctor.EnginesAsync(CancellationToken.None);

        found.ShouldAllBe(engine => engine.CanGrade);
        NameOf(postgres.Origin).ShouldBe(found[0].Ways[^1].Way);
        NameOf(mongo.Description.Contains("standing in") ? "stand-in" : mongo.Description).ShouldBe(found[1].Ways[^1].Way);
        NameOf(redis.Origin).ShouldBe(found[2].Ways[^1].Way);
    }

    [Test]
    public async Task The_command_ends_with_1_for_a_connection_string_that_leads_nowhere_and_prints_no_password()
    {
        (string, string)[] variables = [("DBKATAS_REDIS", $"localhost:1,password={Secret},nonsense=true"), ("DBKATAS_CONTAINERS", "off")];
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "doctor", "--json"];

        var run = await CommandRun.RunAsync(Repository.Folder, variables, "dotnet", arguments);

        run.ExitCode.ShouldBe(1, run.Errors);
        (run.Output + run.Errors).ShouldNotContain(Secret);
        using var json = System.Text.Json.JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("well").GetBoolean().ShouldBeFalse();
        var engines = json.RootElement.GetProperty("engines").EnumerateArray().ToDictionary(engine => engine.GetProperty("engine").GetString()!);
        engines["postgres"].GetProperty("canGrade").GetBoolean().ShouldBeTrue();
        engines["redis"].GetProperty("ways")[0].GetProperty("state").GetString().ShouldBe("broken");
        json.RootElement.GetProperty("machine").EnumerateArray().Select(part => part.GetProperty("name").GetString())
            .ShouldBe([".NET SDK", "package feed", "Docker", "PostgreSQL", "Redis", "Node.js", "npm", "mingo", "bubblewrap"]);
    }

    /// <summary>What brings an engine hangs on this machine's package managers.</summary>
    private static IReadOnlyList<EngineFinding> Usual(IEnumerable<EngineFinding> engines) => [.. engines.Select(engine => engine with { Bring = Mends.Setup })];

    private static string NameOf(string origin) => origin switch
    {
        "private server" => "a private server",
        "container" => "a container",
        "stand-in" => "a stand-in",
        _ => "your server",
    };

    private static async Task<string> TakenAsync(FakeWay[] ways)
    {
        try
        {
            return await ServerProviders.FirstAsync(ways, CancellationToken.None) is { } server ? $"{server} {WayState.Open}" : "none";
        }
        catch (TroubleException trouble)
        {
            return $"{trouble.Message} {WayState.Broken}";
        }
    }

    private sealed class FakeWay(string name, WayState state) : IServerProvider<string>
    {
        public string Name => name;

        public async Task<WayFinding> LookAsync(CancellationToken cancellation) => await TryStartAsync(cancellation) is null ? this.Closed("") : this.Open("");

        public Task<string?> TryStartAsync(CancellationToken cancellation) =>
            state == WayState.Broken ? throw new TroubleException(name) : Task.FromResult(state == WayState.Open ? name : null);
    }
}
