using System.Text.Json;
using System.Text.RegularExpressions;
using DbKatas.Classroom.Reports;
using DbKatas.Cli;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Ide;

/// <summary>The files that make an editor ready: that each can be read, and that what they name is there.</summary>
public partial class IdeFilesTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip };

    private static readonly string[] Settings =
    [
        ".vscode/settings.json", ".vscode/tasks.json", ".vscode/launch.json", ".vscode/extensions.json", ".devcontainer/devcontainer.json",
        "grader/DbKatas.Cli/Properties/launchSettings.json",
    ];

    private static readonly string[] Commands = [.. CommandLine.Create().Subcommands.Select(command => command.Name)];

    [TestCaseSource(nameof(Settings))]
    public void Can_be_read(string file) => Read(file).ValueKind.ShouldBe(JsonValueKind.Object);

    [Test]
    public void Every_task_runs_a_program_that_is_there_with_a_command_that_it_has()
    {
        foreach (var task in Read(".vscode/tasks.json").GetProperty("tasks").EnumerateArray())
        {
            var label = task.GetProperty("label").GetString();
            var arguments = task.GetProperty("args").EnumerateArray().Select(argument => argument.GetString()!).ToArray();
            if (task.GetProperty("command").GetString() == "dotnet")
                arguments.Where(argument => argument.Contains('/') || argument.EndsWith(".sln")).ShouldAllBe(path => Path.Exists(Path.Combine(Repository.Folder, path)), label);
            else
                ShouldBeACommand("./kata " + string.Join(' ', arguments.Select(argument => argument.Replace("${relativeFileDirname}", "katas/sql/joins/01-inner-join"))));
        }
    }

    [Test]
    public void The_debugger_starts_what_its_task_has_built()
    {
        var tasks = Read(".vscode/tasks.json").GetProperty("tasks").EnumerateArray().ToDictionary(task => task.GetProperty("label").GetString()!);
        foreach (var launch in Read(".vscode/launch.json").GetProperty("configurations").EnumerateArray())
        {
            var built = tasks[launch.GetProperty("preLaunchTask").GetString()!].GetProperty("args").EnumerateArray().Select(argument => argument.GetString()!).ToArray();
            var project = Path.GetFileName(built.Single(argument => argument.StartsWith("grader/")));

            launch.GetProperty("program").GetString().ShouldBe($"${{workspaceFolder}}/artifacts/bin/{project}/debug/{project}.dll");
        }
    }

    [Test]
    public void Every_command_of_the_dev_container_and_the_launch_profiles_is_there()
    {
        var container = Read(".devcontainer/devcontainer.json");
        foreach (var command in container.GetProperty("postCreateCommand").GetString()!.Split(" && "))
            ShouldBeACommand(command);
        container.GetProperty("image").GetString().ShouldEndWith($":{GlobalSdk().Major}.0");
        foreach (var profile in Read("grader/DbKatas.Cli/Properties/launchSettings.json").GetProperty("profiles").EnumerateObject())
            ShouldBeACommand("./kata " + profile.Value.GetProperty("commandLineArgs").GetString());
    }

    [Test]
    public void Every_file_that_learners_and_authors_write_in_JSON_is_bound_to_a_schema_that_is_there()
    {
        var bound = Read(".vscode/settings.json").GetProperty("json.schemas").EnumerateArray().ToList();
        foreach (var schema in bound.Select(binding => binding.GetProperty("url").GetString()!))
            Read(schema).GetProperty("$schema").GetString().ShouldBe("https://json-schema.org/draft/2020-12/schema");
        var names = bound.SelectMany(binding => binding.GetProperty("fileMatch").EnumerateArray()).Select(glob => glob.GetString()!.Split('/')[^1]).ToHashSet();

        var answers = KataFormat.All.SelectMany(format => format.Answers).Where(file => file.EndsWith(".json") || file.EndsWith(".jsonc"));
        string[] written = [KataFiles.Metadata, KataFormat.Domain, KataFormat.Quiz, Syllabus.FileName, "class.json", .. answers];
        written.Except(names).ShouldBeEmpty();
    }

    [Test]
    public void Every_answer_of_the_library_has_no_key_that_its_schema_does_not_know()
    {
        foreach (var file in new[] { KataFormat.MongoPipeline, KataFormat.MongoFind, KataFormat.MongoUpdate, KataFormat.Quiz })
        {
            var properties = Read($"katas/{Path.GetFileNameWithoutExtension(file)}.schema.json").GetProperty("properties");
            var known = properties.EnumerateObject().Select(property => property.Name).ToArray();
            // An answer beside the reference is called after its style, and may be called like another kind's file.
            foreach (var path in Files(file, "katas", "solutions").Where(path => Path.GetFileName(Path.GetDirectoryName(path)) is not ("also-right" or "wrong")))
                JsonDocument.Parse(File.ReadAllText(path), Lenient).RootElement.EnumerateObject().Select(property => property.Name).Except(known).ShouldBeEmpty(path);
        }
    }

    [Test]
    public void Every_key_of_the_class_schema_is_one_that_is_read()
    {
        using var library = new TinyLibrary().WithKata();
        var marks = Read("katas/class.schema.json").GetProperty("properties").GetProperty("marks").GetProperty("properties").EnumerateObject().Select(mark => $"\"{mark.Name}\": 1");
        var reader = new MarkRulesReader(library.Catalog);

        reader.Read($$"""{ "katas": ["sql/test"], "marks": { {{string.Join(", ", marks)}} }, "weights": { "sql/test/01-kata": 2 } }""").Checks.ShouldBe(1);

        reader.Faults.ShouldBeEmpty();
        Read("katas/class.schema.json").GetProperty("properties").EnumerateObject().Select(key => key.Name).ShouldBe(["$schema", "katas", "marks", "weights"]);
    }

    [Test]
    public void The_solution_lists_files_that_are_there()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Folder, "DbKatas.sln"));

        var items = lines.Select(line => SolutionItem().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToArray();

        items.ShouldContain("README.md");
        items.ShouldAllBe(item => File.Exists(Path.Combine(Repository.Folder, item)));
    }

    private static IEnumerable<string> Files(string name, params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Folder, folder), name, SearchOption.AllDirectories));

    private static void ShouldBeACommand(string line)
    {
        line.ShouldStartWith("./kata ");
        CommandLine.Create().Parse(line["./kata ".Length..]).Errors.ShouldBeEmpty(line);
        Commands.ShouldContain(line.Split(' ')[1]);
    }

    private static Version GlobalSdk() => Version.Parse(Read("global.json").GetProperty("sdk").GetProperty("version").GetString()!);

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Folder, file)), Lenient).RootElement;

    [GeneratedRegex(@"^\t\t([^={|]+) = \1$")]
    private static partial Regex SolutionItem();
}
