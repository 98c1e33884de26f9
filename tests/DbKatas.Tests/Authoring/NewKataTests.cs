using DbKatas.Composition;
using DbKatas.Grader.Authoring;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;
using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Authoring;

/// <summary>A kata as its author begins it: what is made, what is left to do, and that it is a kata at every moment.</summary>
public class NewKataTests
{
    private TinyLibrary _library = null!;

    [SetUp]
    public void Begin() => _library = new TinyLibrary();

    [TearDown]
    public void End() => _library.Dispose();

    [TestCaseSource(nameof(Formats))]
    public async Task Makes_a_kata_of_every_kind_that_lacks_nothing_but_its_todos(string kind, string engine)
    {
        var made = Make("sql/test/late-payers", kind, engine);

        var report = await VerifyAsync(made);

        _library.Catalog.Faults.ShouldBeEmpty();
        report.Faults.ShouldAllBe(fault => fault.IsTodo);
        report.Faults.Count.ShouldBeGreaterThan(4);
    }

    [TestCaseSource(nameof(Formats))]
    public async Task Is_clean_when_the_todos_are_done(string kind, string engine)
    {
        var made = Make("sql/test/late-payers", kind, engine);
        foreach (var file in Directory.EnumerateFiles(_library.Root, "*", SearchOption.AllDirectories))
            File.WriteAllLines(file, File.ReadAllLines(file).Where(line => !line.Contains(AuthorTodo.Mark)));

        var report = await VerifyAsync(made);

        VerifyText.Write(report, details: false, Ink.Plain).ShouldContain("clean");
        report.Faults.ShouldBeEmpty();
        report.Answers.Count.ShouldBe(kind == "quiz" ? 1 : 8);
    }

    [TestCaseSource(nameof(Formats))]
    public void Has_a_title_that_its_prompt_begins_with_and_names_its_schema(string kind, string engine)
    {
        Make("sql/test/late-payers", kind, engine);

        var kata = _library.Catalog.Katas.ShouldHaveSingleItem();

        kata.Title.ShouldBe("Late payers");
        kata.Topics.ShouldBe(["test"]);
        kata.Hints.Count.ShouldBe(3);
        TextFile.Read(kata.PromptPath).ShouldStartWith("# Late payers\n");
        File.ReadAllText(Path.Combine(kata.Folder, "kata.json")).ShouldContain("\"$schema\": \"../../../kata.schema.json\"");
        File.Exists(Path.Combine(kata.Folder, "../../../kata.schema.json")).ShouldBeTrue();
        foreach (var file in Directory.EnumerateFiles(_library.Root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".schema.json")))
            File.ReadAllText(file).ShouldNotContain("{{");
    }

    [Test]
    public async Task Tells_each_thing_that_is_left_to_do()
    {
        var report = await VerifyAsync(Make("sql/test/late-payers", "result", null));

        var todos = report.Faults.Select(fault => $"{fault.File.Replace(_library.Root, "HERE")}, line {fault.Line}: {fault.Message}");
        string.Join('\n', todos).ShouldBeApproved();
        VerifyText.Write(report, details: false, Ink.Plain).ShouldStartWith("sql/test/01-late-payers                         17 TODOs left\n");
    }

    [Test]
    public async Task Is_clean_with_the_content_of_a_kata_of_the_library()
    {
        var made = Make("sql/test/late-payers", "result", null);
        Replace(made.Folder, Path.Combine(Repository.Folder, "katas/sql/joins/06-anti-join"));
        Replace(made.Solution, Path.Combine(Repository.Folder, "solutions/sql/joins/06-anti-join"));

        (await VerifyAsync(made)).Faults.ShouldBeEmpty();
    }

    [Test]
    public async Task Leaves_every_other_kata_to_be_graded_while_it_is_unfinished()
    {
        _library.WithKata("sql/test/01-done").Write("katas/sql/test/01-done/answer.sql", "select id, name from t order by id");
        Make("sql/test/late-payers", "result", null);
        await using var grader = StandardGrader.For(_library.Library);

        var verdicts = new List<Verdict>();
        foreach (var kata in _library.Catalog.Katas)
            verdicts.Add(await grader.GradeAsync(kata, _library.Library.AnswerPath(kata)));

        verdicts.Select(verdict => (verdict.Id, verdict.Outcome)).ShouldBe([("sql/test/01-done", Outcome.Right), ("sql/test/02-late-payers", Outcome.NotStarted)]);
    }

    [Test]
    public void Takes_the_number_after_the_highest_in_either_folder()
    {
        _library.WithKata("sql/test/02-kata").Write("solutions/sql/test/07-given-up/why.md", "Why.");

        Make("sql/test/late-payers", "result", null).Id.ShouldBe("sql/test/08-late-payers");
        Make("katas/sql/test/early-birds/", "quiz", null).Id.ShouldBe("sql/test/09-early-birds");
        Make("scaling/in-a-track-without-topics", "plan", null).Id.ShouldBe("scaling/01-in-a-track-without-topics");
    }

    [Test]
    public void Takes_the_engine_from_the_track()
    {
        Make("redis/test/late-payers", "state", null).Format.Engine.ShouldBe("redis");
        Make("mongodb/test/late-payers", "state", null).Format.Engine.ShouldBe("mongodb");
        Make("dotnet/late-payers", "state", null).Format.Engine.ShouldBe("postgres");
    }

    [Test]
    public void Gives_every_Csharp_kata_a_namespace_of_its_own()
    {
        var made = Make("redis/2nd-steps/late-payers", "code", null);

        File.ReadAllText(Path.Combine(made.Folder, "Answer.cs")).ShouldContain("namespace Redis._2ndSteps.LatePayers;");
    }

    [TestCase("Sql/Joins/Late", "result", null)]
    [TestCase("late-payers", "result", null)]
    [TestCase("sql/joins/../../late-payers", "result", null)]
    [TestCase("sql/joins/11-late-payers", "result", null)]
    [TestCase("sql/joins/late-payers", "reslut", null)]
    [TestCase("sql/joins/late-payers", "result", "postgresql")]
    [TestCase("sql/joins/late-payers", "plan", "redis")]
    [TestCase("sql/joints/late-payers", "result", null)]
    [TestCase("sql/pivots/late-payers", "result", null)]
    [TestCase("graphs/late-payers", "result", null)]
    [TestCase("sql/joins/anti-join", "result", null)]
    public void Says_what_is_wrong_and_writes_nothing(string place, string kind, string? engine)
    {
        _library.WithKata("sql/joins/06-anti-join").Write("katas/syllabus.json", """{ "topics": { "sql/joins": {}, "sql/basics": {}, "redis/caching": {} } }""");
        var before = Files();

        var said = Should.Throw<TroubleException>(() => Make(place, kind, engine)).Message.Replace(_library.Root, "HERE");

        Files().ShouldBe(before);
        said.ShouldBeApprovedAs($"Authoring/approved/new-{kind}-{engine ?? "any"}-{place.Replace('/', '-')}");
    }

    private static IEnumerable<TestCaseData> Formats() =>
        from format in KataFormat.All
        from kind in format.Kinds
        let name = kind.ToString().ToLowerInvariant()
        select new TestCaseData(name, format.Engine).SetArgDisplayNames(name, format.Engine);

    private MadeKata Make(string place, string kind, string? engine) =>
        new NewKata(_library.Library, Path.Combine(Repository.Folder, "katas")).Make(place, kind, engine is "" ? null : engine);

    private Task<KataReport> VerifyAsync(MadeKata made) => new KataVerifier(
        TestServers.Grader(_library.Library.Solutions, explains: false), [new SqlMutantScorer(TestServers.Postgres), new DocumentMutantScorer(TestServers.MongoDb)], _library.Library)
        .VerifyAsync(_library.Catalog.Katas.Single(kata => kata.Id == made.Id));

    private string[] Files() => Directory.GetFileSystemEntries(_library.Root, "*", SearchOption.AllDirectories);

    private static void Replace(string folder, string by)
    {
        Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(by, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(by, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
