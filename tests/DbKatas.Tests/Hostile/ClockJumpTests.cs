using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.Json.Nodes;
using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Hostile;

/// <summary>While a class is graded somebody, or the network, sets the machine's clock: every verdict stays what it is.</summary>
[UnsupportedOSPlatform("windows")]
[Platform("Linux", Reason = "Where a process can be given another clock.")]
[Parallelizable(ParallelScope.Self)]
public sealed class ClockJumpTests
{
    // A right and a wrong answer on each engine, and those in which somebody waits: for a lock, or until a key is gone.
    private static readonly (string Kata, string Answer)[] Answers =
    [
        ("sql/joins/02-left-join-missing", "answer.sql"),
        ("sql/joins/06-anti-join", "wrong"),
        ("sql/transactions/07-deadlock-order", "answer.sql"),
        ("dotnet/02-parameters-stop-injection", "Answer.cs"),
        ("mongodb/aggregation/05-lookup", "wrong"),
        ("mongodb/aggregation/01-match-and-project", "pipeline.jsonc"),
        ("redis/patterns/01-sliding-session", "Answer.cs"),
        ("redis/patterns/11-distributed-lock", "wrong"),
        ("redis/structures/05-sorted-sets", "answer.redis"),
    ];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    [Test]
    public async Task A_clock_that_jumps_changes_no_verdict()
    {
        if (!JumpingClock.IsHere)
            return;
        using var answers = new TemporaryFolder();
        foreach (var (kata, answer) in Answers)
            Hand(answers.Path, kata, answer);

        var calm = await GradeAsync(answers.Path, []);
        var redis = await RedisPrograms.OfThisMachine(CacheFolder.OfThisUser()).FindAsync(default);
        await using var clock = new JumpingClock(redis.ShouldNotBeNull().File);
        var jumping = await GradeAsync(answers.Path, clock.Variables);

        clock.Count.ShouldBeGreaterThan(3);
        foreach (var (expected, verdict) in calm.Zip(jumping))
            verdict.ShouldBe(expected);
        Outcomes(calm).ShouldBe(["not-yet", "right"], ignoreOrder: true);
    }

    private static void Hand(string folder, string kata, string answer)
    {
        var solution = Path.Combine(Repository.Folder, "solutions", kata);
        var right = Directory.EnumerateFiles(solution).Single(file => Path.GetExtension(file) != ".md");
        var given = answer == "wrong" ? Directory.EnumerateFiles(Path.Combine(solution, "wrong"), "*" + Path.GetExtension(right)).Order(StringComparer.Ordinal).First() : right;
        var own = Directory.CreateDirectory(Path.Combine(folder, kata)).FullName;
        File.Copy(given, Path.Combine(own, Path.GetFileName(right)));
    }

    /// <returns>The verdicts, without the time that each of them took.</returns>
    private static async Task<List<string>> GradeAsync(string answers, (string, string)[] variables)
    {
        string[] command = [Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "grade", .. Answers.Select(answer => answer.Kata), "--answers", answers, "--json"];
        var run = await CommandRun.RunAsync(Repository.Folder, [.. variables, ("DOTNET_EnableDiagnostics", "0")], "dotnet", command);
        run.Errors.ShouldBeEmpty();
        var verdicts = JsonNode.Parse(run.Output)!.AsArray();
        verdicts.Count.ShouldBe(Answers.Length);
        foreach (var verdict in verdicts)
            verdict!.AsObject().Remove("milliseconds").ShouldBeTrue();
        return [.. verdicts.Select(verdict => verdict!.ToJsonString(Readable))];
    }

    private static IEnumerable<string> Outcomes(IEnumerable<string> verdicts) => verdicts.Select(verdict => JsonNode.Parse(verdict)!["outcome"]!.GetValue<string>()).Distinct();
}
