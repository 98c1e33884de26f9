using System.Text;
using System.Text.RegularExpressions;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Packing;
using DbKatas.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Packing;

/// <summary>What a student edition consists of, and what it does not.</summary>
[Parallelizable(ParallelScope.Children)]
public partial class StudentEditionTests
{
    /// <summary>Less is no solution yet: a word or two that other files have as well.</summary>
    private const int Distinctive = 40;

    private static readonly string[] Needed = ["kata", "README.md", "DbKatas.sln", "docker-compose.yml", "eng", "grader", "katas", "stubs", "expected"];

    private static readonly string[] Allowed =
    [
        .. Needed, "kata.cmd", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Solution.targets", "global.json", "nuget.config",
        ".editorconfig", ".gitattributes", ".gitignore", "LICENSE", ".vscode", ".devcontainer",
    ];

    private readonly TemporaryFolder _folder = new();
    private KataLibrary _library = null!;
    private KataLibrary _edition = null!;

    [OneTimeSetUp]
    public async Task PackAsync()
    {
        _library = PackingLibrary.Of(_folder, PackingLibrary.OneOfEach);
        _edition = KataLibrary.At(Path.Combine(_folder.Path, "students"));
        await PackingLibrary.PackAsync(_library, _edition.Root);
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Holds_a_program_and_katas_and_no_solutions()
    {
        var tops = Directory.EnumerateFileSystemEntries(_edition.Root).Select(entry => Path.GetFileName(entry)).ToList();

        tops.ShouldBeSubsetOf(Allowed);
        Needed.ShouldBeSubsetOf(tops);
        KataCatalog.Load(_edition.Katas).Faults.ShouldBeEmpty();
        File.ReadAllText(Path.Combine(_edition.Root, "DbKatas.sln")).ShouldNotContain("tests");
    }

    [Test]
    public void No_file_holds_the_text_of_a_solution()
    {
        var files = Directory.EnumerateFiles(_edition.Root, "*", SearchOption.AllDirectories).ToList();
        var texts = files.Select(file => (file, text: Bare(Encoding.UTF8.GetString(File.ReadAllBytes(file))))).ToList();

        var solutions = Directory.EnumerateFiles(_library.Solutions, "*", SearchOption.AllDirectories)
            .SelectMany(file => Telling(file).Select(text => (file, text))).ToList();

        solutions.Count.ShouldBeGreaterThan(50);
        foreach (var (file, text) in solutions)
            texts.Where(other => other.text.Contains(text, StringComparison.Ordinal)).Select(other => other.file).ShouldBeEmpty($"{file} stands in it");
    }

    /// <summary>Whoever takes the packed files apart finds results, and no answer that gives them.</summary>
    [Test]
    public void No_packed_file_holds_a_reference_answer_even_taken_apart()
    {
        foreach (var kata in KataCatalog.Load(_library.Katas).Katas.Where(kata => kata.Kind is not (KataKind.Quiz or KataKind.Code)))
        {
            var inside = Bare(Encoding.UTF8.GetString(PackedKata.Read(PackedSolutions.PathOf(_edition.Packed, kata), kata)));
            foreach (var text in Telling(Path.Combine(_library.Solutions, kata.Id, kata.AnswerFile)))
                inside.ShouldNotContain(text);
        }
    }

    [Test]
    public async Task Packing_twice_gives_the_same_bytes()
    {
        var again = Path.Combine(_folder.Path, "again");

        await PackingLibrary.PackAsync(_library, again);

        foreach (var file in Directory.EnumerateFiles(_edition.Root, "*", SearchOption.AllDirectories))
            File.ReadAllBytes(Path.Combine(again, Path.GetRelativePath(_edition.Root, file))).ShouldBe(File.ReadAllBytes(file), file);
    }

    [Test]
    public async Task A_student_grades_and_starts_afresh_in_it()
    {
        const string id = "sql/joins/02-left-join-missing";
        using var folder = new TemporaryFolder();
        var library = PackingLibrary.Of(folder, PackingLibrary.OneOfEach.Where(kata => kata.Id == id));
        var edition = KataLibrary.At(Path.Combine(folder.Path, "students"));
        await PackingLibrary.PackAsync(library, edition.Root);
        var answer = Path.Combine(edition.Katas, id, "answer.sql");
        var stub = await File.ReadAllTextAsync(answer);

        (await CommandRun.KataAsync(edition.Root, "list")).Output.ShouldContain("0 of 1 right");
        (await CommandRun.KataAsync(edition.Root, "grade", id)).Output.ShouldContain("not started");
        await GradeAsync("wrong/inner-join.sql", "Likely mistake: ", "Smallest data on which it goes wrong, ");
        await GradeAsync("answer.sql", "right");
        (await CommandRun.KataAsync(edition.Root, "reset", id)).Output.ShouldContain("is the stub again");
        (await File.ReadAllTextAsync(answer)).ShouldBe(stub);

        async Task GradeAsync(string own, params string[] words)
        {
            File.Copy(Path.Combine(library.Solutions, id, own), answer, overwrite: true);
            var run = await CommandRun.KataAsync(edition.Root, "grade", id);
            foreach (var word in words)
                run.Output.ShouldContain(word, customMessage: run.Errors);
        }
    }

    [TestCase("verify")]
    [TestCase("pack", "--out", "elsewhere")]
    [TestCase("demo")]
    [TestCase("test")]
    public async Task What_needs_solutions_says_that_there_are_none(params string[] command)
    {
        var run = await CommandRun.KataAsync(_edition.Root, command);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("student edition");
        run.Errors.ShouldNotContain("   at ");
    }

    private static string Bare(string text) => Blanks().Replace(text, " ");

    /// <summary>The long lines of a solution's file, comments aside.</summary>
    private static IEnumerable<string> Telling(string file) => Path.GetFileName(file) switch
    {
        "why.md" => File.ReadLines(file).Where(line => line.Length > 2 * Distinctive).Select(Bare),
        _ => new[] { Bare(string.Join('\n', File.ReadLines(file).Where(line => !Comment().IsMatch(line)))).Trim() }.Where(text => text.Length > Distinctive),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\s*(--|//|#)")]
    private static partial Regex Comment();
}
