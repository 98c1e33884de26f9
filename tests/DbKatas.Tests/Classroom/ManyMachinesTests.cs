using System.CommandLine;
using System.Runtime.Versioning;
using DbKatas.Classroom.Submissions;
using DbKatas.Cli;
using DbKatas.Tests.Cli;
using NUnit.Framework;
using Shouldly;
using YamlDotNet.RepresentationModel;

namespace DbKatas.Tests.Classroom;

/// <summary>
/// The ready-made files that grade a class on many machines: each shell script in them is run once for each machine, with a program in the place of
/// <c>./kata</c> that writes down how it was called, and the real command line must understand each call.
/// </summary>
[UnsupportedOSPlatform("windows")]
[Platform(Exclude = "Win", Reason = "The scripts are for a Unix shell.")]
public class ManyMachinesTests
{
    private const string Workflow = ".github/workflows/class.yml";

    private static readonly string[] Parts = ["1/8", "2/8", "3/8", "4/8", "5/8", "6/8", "7/8", "8/8"];

    [Test]
    public async Task The_workflow_grades_every_part_once_and_merges_them()
    {
        var jobs = Read(Workflow)["jobs"];
        var numbers = ((YamlSequenceNode)jobs["grade"]["strategy"]["matrix"]["part"]).Select(number => number.ToString()).ToList();

        var graded = new List<string>();
        foreach (var number in numbers)
            graded.AddRange(await CallsAsync(Script(jobs["grade"], "Grade").Replace("${{ matrix.part }}", number), []));
        var merged = await CallsAsync(Script(jobs["report"], "Merge"), []);

        graded.Select(ShardOf).ShouldBe(Parts);
        graded[1].ShouldBe("class grade class --shard 2/8 --out part-2");
        merged.ShouldBe(["class merge part-1 part-2 --out results"]);
        ShouldBeUnderstood([.. graded, .. merged]);
        Parses("setup").ShouldBeEmpty();
        Script(jobs["grade"], "Bring the servers and the sandbox").ShouldContain("./kata setup");
    }

    [Test]
    public async Task The_workflow_gives_the_rules_for_marks_to_the_whole_class()
    {
        var script = Script(Read(Workflow)["jobs"]["report"], "Merge");

        var calls = await CallsAsync(script, [], "class.json");

        calls.ShouldBe(["class merge part-1 part-2 --out results --marks class.json"]);
        ShouldBeUnderstood(calls);
    }

    [TestCase(2, 0)]
    [TestCase(1, 1)]
    public async Task An_answer_that_could_not_be_judged_does_not_stop_the_workflow(int ends, int expected)
    {
        using var place = Place(ends);

        var run = await CommandRun.RunAsync(place.Path, [], "bash", ["-e", "-o", "pipefail", "-c", Script(Read(Workflow)["jobs"]["report"], "Merge")]);

        run.ExitCode.ShouldBe(expected, run.Errors);
    }

    [Test]
    public async Task The_indexed_job_grades_every_part_once()
    {
        var job = Read("eng/class/grade-job.yml");
        var completions = int.Parse(job["spec"]["completions"].ToString());

        var graded = new List<string>();
        for (var index = 0; index < completions; index++)
            graded.AddRange(await CallsAsync(ContainerScript(job), [("JOB_COMPLETION_INDEX", index.ToString())]));

        job["spec"]["completionMode"].ToString().ShouldBe("Indexed");
        graded.Select(ShardOf).ShouldBe(Parts);
        graded[7].ShouldBe("class grade /class/handed-in --shard 8/8 --out /class/results/part-8");
        ShouldBeUnderstood(graded);
    }

    [Test]
    public async Task The_merge_job_takes_the_parts_from_where_they_were_left()
    {
        var merged = await CallsAsync(ContainerScript(Read("eng/class/merge-job.yml")), []);

        merged.ShouldBe(["class merge /class/results/part-* --out /class/results/whole"]);
        ShouldBeUnderstood(merged);
    }

    [Test]
    public void The_jobs_share_the_image_and_the_volume()
    {
        var (grade, merge) = (Container(Read("eng/class/grade-job.yml")), Container(Read("eng/class/merge-job.yml")));

        foreach (var part in (string[])["image", "workingDir", "volumeMounts"])
            merge[part].ShouldBe(grade[part], part);
        File.ReadAllText(At("eng/class/Dockerfile")).ShouldContain($"WORKDIR {grade["workingDir"]}\n");
    }

    private static string At(string path) => Path.Combine(Repository.Folder, path);

    private static YamlNode Read(string path)
    {
        var yaml = new YamlStream();
        using var file = new StreamReader(At(path));
        yaml.Load(file);
        return yaml.Documents.ShouldHaveSingleItem().RootNode;
    }

    private static string Script(YamlNode job, string step) =>
        ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>().Single(one => one.Children.TryGetValue("name", out var name) && name.ToString() == step)["run"].ToString();

    private static YamlNode Container(YamlNode job) => ((YamlSequenceNode)job["spec"]["template"]["spec"]["containers"]).ShouldHaveSingleItem();

    private static string ContainerScript(YamlNode job)
    {
        var command = ((YamlSequenceNode)Container(job)["command"]).Select(word => word.ToString()).ToList();
        command[..2].ShouldBe(["sh", "-c"]);
        return command[2];
    }

    /// <summary>A folder with two parts in it, and a <c>./kata</c> that writes down how it was called.</summary>
    private static TemporaryFolder Place(int ends, params string[] files)
    {
        var place = new TemporaryFolder();
        File.SetUnixFileMode(place.Write("kata", $"#!/bin/sh\necho \"$@\"\nexit {ends}\n"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (var file in (string[])["part-1/x", "part-2/x", .. files])
            place.Write(file, "");
        Directory.CreateDirectory(Path.Combine(place.Path, "class"));
        return place;
    }

    private static async Task<IReadOnlyList<string>> CallsAsync(string script, (string, string)[] variables, params string[] files)
    {
        using var place = Place(0, files);
        // Unpacking what was handed in is not what is looked at here.
        var run = await CommandRun.RunAsync(place.Path, variables, "bash", ["-e", "-c", script.Replace("tar -xf class.tar\n", "")]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string ShardOf(string call)
    {
        var words = call.Split(' ').ToList();
        var text = words[words.IndexOf("--shard") + 1];
        var shard = Shard.Parse(text);
        return $"{shard.Number}/{shard.Of}";
    }

    private static void ShouldBeUnderstood(IReadOnlyList<string> calls)
    {
        calls.ShouldNotBeEmpty();
        foreach (var call in calls)
            Parses(call).ShouldBeEmpty(call);
    }

    private static IEnumerable<string> Parses(string call) => CommandLine.Create().Parse(call.Split(' ')).Errors.Select(error => error.Message);
}
