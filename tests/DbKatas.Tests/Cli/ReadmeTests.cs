using System.CommandLine;
using DbKatas.Cli;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Cli;

/// <summary>
/// Every command in README.md does what a reader will try: it is run in a small library, with something in the place of ID and DIR. What needs minutes or a server is held
/// against the real command line instead, and says so here. A new command that is neither fails until somebody decides.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public class ReadmeTests
{
    private const string Fresh = "sql/joins/01-inner-join";
    private const string Solved = "sql/joins/10-join-fan-out";

    /// <summary>Commands of `kata` that are parsed and not run, by how they begin.</summary>
    private static readonly Dictionary<string, string> OnlyParsed = new()
    {
        ["kata demo"] = "KataCommandTests runs it",
        ["kata test"] = "it would run these tests within themselves",
        ["kata setup"] = "it asks the package feed and may bring programs; continuous integration runs it first of all",
        ["kata watch"] = "it goes on until a key is pressed; WatchSessionTests press keys",
        ["kata doctor"] = "its answer hangs on the machine; DoctorTests look at several",
        ["kata new"] = "NewKataTests begin a kata of every kind",
        ["kata pack"] = "StudentEditionTests pack small libraries; the whole of this one would take minutes",
        ["kata db"] = "it goes on until Ctrl-C; KataCommandTests press it",
        ["kata verify"] = "it needs wrong answers by the dozen; the tests of every kata verify them all",
    };

    /// <summary>Commands of other programs, and what is checked of each.</summary>
    private static readonly Dictionary<string, Func<string[], Task>> Others = new()
    {
        ["dotnet test"] = RunLearnersTestsAsync,
        ["dotnet run -c Release --project"] = words => Exists(words[words.ToList().IndexOf("--project") + 1]),
        ["docker compose up -d"] = _ => Exists("docker-compose.yml"),
    };

    private static IReadOnlyList<string> Commands { get; } = ReadmeCommands.Read(File.ReadAllText(Path.Combine(Repository.Folder, "README.md")));

    private static IEnumerable<TestCaseData> Of(Predicate<string> fits) => Commands.Where(command => fits(command)).Select(command => new TestCaseData(command).SetArgDisplayNames(command));

    private static IEnumerable<TestCaseData> OfKata() => Of(IsKata);

    private static IEnumerable<TestCaseData> OfOthers() => Of(command => !IsKata(command));

    [Test]
    public void The_commands_are_found()
    {
        Commands.Take(2).ShouldBe(["./kata demo", "./kata test"]);
        Commands.ShouldContain("./kata grade ID");
        Commands.ShouldContain("dotnet test --filter \"TestCategory=sql&TestCategory=level-1\"");
        Commands.ShouldContain("DBKATAS_ANSWERS=DIR dotnet test");
        ReadmeCommands.Words("dotnet test --filter \"A=1&B=2\"").ShouldBe(["dotnet", "test", "--filter", "A=1&B=2"]);
    }

    [TestCaseSource(nameof(OfKata))]
    public async Task Kata_does_what_the_README_says(string command)
    {
        using var place = Place();
        var words = FilledIn(command, place);

        CommandLine.Create().Parse(words).Errors.Select(error => error.Message).ShouldBeEmpty(command);
        if (OnlyParsed.Keys.Any(start => command.TrimStart('.', '/').StartsWith(start, StringComparison.Ordinal)))
            return;
        var run = await CommandRun.KataAsync(place.Root, words);

        run.ExitCode.ShouldBe(0, $"{command}\n{run.Output}{run.Errors}");
        run.Output.ShouldNotBeEmpty(command);
    }

    [TestCaseSource(nameof(OfOthers))]
    public async Task Other_programs_find_what_the_README_names(string command)
    {
        var words = ReadmeCommands.Words(command).SkipWhile(word => !word.StartsWith("dotnet", StringComparison.Ordinal) && word != "docker").ToArray();
        var way = Others.Where(other => string.Join(' ', words).StartsWith(other.Key, StringComparison.Ordinal)).Select(other => other.Value).FirstOrDefault();

        await way.ShouldNotBeNull($"README.md says \"{command}\", and no test knows how to try it: add it to {nameof(ReadmeTests)}")(words);
    }

    [TestCase("./kata show ID --fast", "--fast")]
    [TestCase("./kata greet ID", "greet")]
    public void A_command_that_is_not_there_would_be_noticed(string command, string fault)
    {
        using var place = Place();

        CommandLine.Create().Parse(FilledIn(command, place)).Errors.ShouldContain(error => error.Message.Contains(fault, StringComparison.Ordinal));
    }

    private static bool IsKata(string command) => command.StartsWith("./kata ", StringComparison.Ordinal) || command.StartsWith("kata ", StringComparison.Ordinal);

    /// <summary>A library as README's examples take it for granted, and a class of two that was graded in two parts.</summary>
    private static TinyLibrary Place()
    {
        const string hints = "\"order\": [\"id\"], \"hints\": [\"Look at t.\"]";
        var library = new TinyLibrary().WithKata(Fresh, more: hints).WithKata(Solved, more: hints);
        library.Write("DbKatas.sln", "");
        library.Write($"stubs/{Solved}/answer.sql", "-- TODO: answer\n");
        library.Write($"katas/{Solved}/answer.sql", "select id, name from t order by id");
        library.Write($"class/ann/{Solved}/answer.sql", "select id, name from t order by id");
        library.Write("class/ben/01-inner-join.sql", "select id, name from t order by id");
        foreach (var part in (string[])["part-1", "part-2"])
        {
            library.Write($"{part}/class-index.json", $$"""{"Students":[{"Name":"{{part}}","Fault":null}],"Katas":[{"Id":"{{Fresh}}","Title":"A kata","Level":1,"Topic":"sql/joins"}]}""");
            library.Write($"{part}/sheets/{Fresh.Replace('/', '.')}.jsonl", $$$"""{"student":"{{{part}}}","answer":"","verdict":{"id":"{{{Fresh}}}","outcome":"right","feedback":"right"}}""" + "\n");
        }
        return library;
    }

    private static string[] FilledIn(string command, TinyLibrary place)
    {
        var words = ReadmeCommands.Words(command)[1..];
        return [.. words.SelectMany((word, i) => word switch
        {
            "ID" => [Solved],
            "PART…" => ["part-1", "part-2"],
            "TRACK/TOPIC/SLUG" => ["sql/joins/late-payers"],
            "KIND" => ["result"],
            "DIR" => [Path.Combine(place.Root, words[i - 1] switch { "--katas" or "--answers" => "katas", "--solutions" => "solutions", "--out" => "whole", _ => "class" })],
            _ => (string[])[word],
        })];
    }

    private static Task Exists(string path)
    {
        var full = Path.Combine(Repository.Folder, path);
        (File.Exists(full) || Directory.Exists(full)).ShouldBeTrue(full);
        return Task.CompletedTask;
    }

    /// <summary>As LearnersTestRunTests do: the project behind it, with nothing answered; the filter must fit some kata.</summary>
    private static async Task RunLearnersTestsAsync(string[] words)
    {
        using var answers = new TemporaryFolder();
        var configuration = AppContext.BaseDirectory.Contains("release", StringComparison.OrdinalIgnoreCase) ? "release" : "debug";
        var program = Path.Combine(Repository.Folder, "artifacts", "bin", "DbKatas.Grading", configuration, "DbKatas.Grading.dll");

        var run = await CommandRun.RunAsync(Repository.Folder, [("DBKATAS_ANSWERS", answers.Path)], "dotnet", [program, "--no-ansi", "--no-progress", .. words[2..]]);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("skipped: ");
        run.Output.ShouldNotContain("skipped: 0");
    }
}
