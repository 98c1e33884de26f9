using System.Text.Json;
using DbKatas.Classroom.Grading;
using DbKatas.Classroom.Reports;
using DbKatas.Classroom.Submissions;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Classroom;

/// <summary>A class graded as a whole, in parts, and again; and what is made from its results.</summary>
public class ClassRunTests
{
    private const string Right = "select id, name from t order by id";
    private const string First = "sql/test/01-first";

    private TinyLibrary _library = null!;
    private TemporaryFolder _class = null!;

    [SetUp]
    public void Begin()
    {
        _library = new TinyLibrary().WithKata(First).WithKata("sql/test/02-second");
        _class = new TemporaryFolder();
        _class.Write($"work/ann/{First}/answer.sql", Right);
        _class.Write($"work/ben/{First}/answer.sql", "select id, name from t where id < 3 order by id");
        _class.Write($"work/cy/{First}/answer.sql", "selec");
        _class.Write("work/dora/sql/test/02-second/answer.sql", "select id, name from t order by id, name");
        _class.Write("work/=eve<script>/01-first.sql", "select name from t");
    }

    [TearDown]
    public void End()
    {
        _library.Dispose();
        _class.Dispose();
    }

    [Test]
    public async Task Gives_every_student_a_verdict_on_every_kata()
    {
        var results = await GradeAsync("out");

        results.Students().Select(one => $"{one.Student.Name}: {string.Join(", ", one.Answers.Select(answer => answer.Outcome))}").ShouldBe(
        [
            "=eve<script>: not-yet, not-started", "ann: right, not-started", "ben: not-yet, not-started", "cy: did-not-run, not-started", "dora: not-started, right",
        ]);
    }

    [Test]
    public async Task Gives_the_same_results_in_parts_and_as_a_whole()
    {
        var whole = await GradeAsync("whole");
        ClassResults[] parts = [await GradeAsync("part-1", "1/3"), await GradeAsync("part-2", "2/3"), await GradeAsync("part-3", "3/3")];
        var merged = new ClassResults(At("merged"));

        ClassMerge.Merge(parts, merged);
        ClassMerge.Merge([.. parts, merged], merged);

        Told(merged).ShouldBe(Told(whole));
        ClassReports.Write(whole, MarkRules.Plain, new DateOnly(2026, 3, 1));
        ClassReports.Write(merged, MarkRules.Plain, new DateOnly(2026, 3, 1));
        File.ReadAllText(At("merged/gradebook.csv")).ShouldBe(File.ReadAllText(At("whole/gradebook.csv")));
        File.ReadAllText(At("merged/report.html")).ShouldBe(File.ReadAllText(At("whole/report.html")));
    }

    [Test]
    public async Task Names_an_answer_as_its_student_knows_it_not_by_the_folder_that_it_was_unpacked_to()
    {
        _class.Write($"work/ann/{First}/answer.sql", "-- nothing yet");

        var answers = (await GradeAsync("out")).Students().SelectMany(one => one.Answers).ToList();

        answers.ShouldContain(answer => answer.Feedback.Contains($"  katas/{First}/answer.sql holds only", StringComparison.Ordinal));
        answers.ShouldAllBe(answer => !answer.Feedback.Contains(_class.Path));
    }

    [Test]
    public async Task Grades_an_answer_once_however_many_hand_it_in_and_however_often_the_class_is_graded()
    {
        var grader = new CountingGrader();
        for (var student = 1; student <= 5; student++)
            _class.Write($"work/same-{student}/{First}/answer.sql", Right);

        await GradeAsync("out", grader: grader);
        var first = grader.Judged;
        await GradeAsync("out", grader: grader);
        _class.Write($"work/ann/{First}/answer.sql", "select 1");
        await GradeAsync("out", grader: grader);

        first.ShouldBe(5, "four answers to the first kata, one to the second");
        grader.Judged.ShouldBe(6, "one answer has changed since");
    }

    [Test]
    public async Task Grades_again_when_the_kata_has_changed()
    {
        var grader = new CountingGrader();
        await GradeAsync("out", grader: grader);
        _library.Write($"solutions/{First}/answer.sql", Right + " ");

        await GradeAsync("out", grader: grader);

        grader.Judged.ShouldBe(5 + 4);
    }

    [Test]
    public async Task Goes_on_where_a_run_was_stopped()
    {
        using var stop = new CancellationTokenSource();
        var stopped = new CountingGrader { StopsAfter = 3, Stop = stop };
        await Should.ThrowAsync<OperationCanceledException>(() => GradeAsync("out", grader: stopped, cancellation: stop.Token));
        var again = new CountingGrader();

        await GradeAsync("out", grader: again);

        again.Judged.ShouldBe(5 - 3);
    }

    [Test]
    public async Task Tries_again_what_could_not_be_judged()
    {
        await GradeAsync("out", grader: new CountingGrader { Outcome = Outcome.Trouble });
        var again = new CountingGrader();

        await GradeAsync("out", grader: again);

        again.Judged.ShouldBe(5);
    }

    [Test]
    public async Task Writes_marks_by_the_rules_of_the_class()
    {
        var rules = _class.Write("work/class.json", """{ "marks": { "right": 2, "fragile": 1.5, "visibleOnly": 0.5, "notYet": 0.25 }, "weights": { "sql/test/02-second": 3 } }""");
        var results = await GradeAsync("out");

        ClassReports.Write(results, MarkRules.Read(rules, _library.Catalog), new DateOnly(2026, 3, 1));

        File.ReadAllLines(At("out/gradebook.csv")).ShouldBe(
        [
            "student,sql/test/01-first,sql/test/02-second,marks,of",
            "\"'=eve<script>\",0.25,0,0.25,8", "ann,2,0,2,8", "ben,0.5,0,0.5,8", "cy,0,0,0,8", "dora,0,6,6,8",
        ]);
    }

    [TestCase("""{ "marks": { "rigth": 1 } }""", "unknown key \"marks.rigth\". Did you mean \"right\"?")]
    [TestCase("""{ "katas": ["sql/tset"] }""", "key \"katas\" holds \"sql/tset\", and no kata is called so.")]
    [TestCase("""{ "weights": { "sql/test/01-frist": 2 } }""", "unknown key \"weights.sql/test/01-frist\". Did you mean \"sql/test/01-first\"?")]
    [TestCase("""{""", "is not valid JSON at line 1")]
    public void Says_what_is_wrong_in_the_rules_for_marks(string json, string fault) =>
        Should.Throw<DbKatas.Grader.Engines.TroubleException>(() => MarkRules.Read(_class.Write("work/class.json", json), _library.Catalog)).Message.ShouldContain($"class.json: {fault}");

    [Test]
    public async Task Writes_what_other_programs_read()
    {
        var results = await GradeAsync("out");
        ClassReports.Write(results, MarkRules.Plain, new DateOnly(2026, 3, 1));

        var students = JsonDocument.Parse(File.ReadAllText(At("out/results.json"))).RootElement.GetProperty("students").EnumerateArray().ToList();
        var xml = System.Xml.Linq.XDocument.Load(At("out/junit.xml"));

        students.Select(student => student.GetProperty("name").GetString()).ShouldBe(["=eve<script>", "ann", "ben", "cy", "dora"]);
        students[1].GetProperty("verdicts")[0].GetProperty("outcome").GetString().ShouldBe("right");
        xml.Root!.Elements().Select(suite => $"{suite.Attribute("name")!.Value} {suite.Attribute("failures")!.Value} {suite.Attribute("skipped")!.Value}")
            .ShouldBe(["=eve<script> 1 1", "ann 0 1", "ben 1 1", "cy 1 1", "dora 0 1"]);
    }

    [Test]
    public async Task Puts_no_student_s_text_into_the_report_as_markup()
    {
        _class.Write($"work/fay/{First}/answer.sql", "select '</script><script>alert(1)</script>' as x from t, \"{{texts}}\"");
        var results = await GradeAsync("out");
        ClassReports.Write(results, MarkRules.Plain, new DateOnly(2026, 3, 1));

        var page = File.ReadAllText(At("out/report.html"));

        page.ShouldContain("=eve&lt;script&gt;");
        page.ShouldNotContain("<script>alert");
        page.ShouldNotContain("=eve<script>");
        page.Split("<script").Length.ShouldBe(3, "the texts and the page's own script");
    }

    [Test]
    public async Task Shows_the_course_of_the_class_when_it_is_graded_on_several_days()
    {
        var results = await GradeAsync("out");
        ClassReports.Write(results, MarkRules.Plain, new DateOnly(2026, 3, 1));
        ClassReports.Write(results, MarkRules.Plain, new DateOnly(2026, 3, 8));

        File.ReadAllText(At("out/report.html")).ShouldContain("<li>2026-03-01: 20 % right (2 answers of 5 students)</li><li>2026-03-08: 20 % right");
    }

    private string At(string path) => Path.Combine(_class.Path, path);

    private async Task<ClassResults> GradeAsync(string into, string? shard = null, IKataGrader? grader = null, CancellationToken cancellation = default)
    {
        var results = new ClassResults(At(into));
        using var folder = new ClassFolder(At("work"), _library.Catalog.Katas);
        var judge = grader is null ? TestServers.Grader(_library.Library.Solutions) : new Grader.Grading.Grader([grader]);
        await new ClassRun(_library.Library, judge, results).GradeAsync(_library.Catalog.Katas, folder.Students(Shard.Parse(shard)), cancellation);
        return results;
    }

    private static List<string> Told(ClassResults results) => results.Students().SelectMany(one =>
        one.Answers.Select(answer => $"{one.Student.Name} {answer.Id} {answer.Outcome} {answer.Feedback} {answer.LikelyMistake}")).ToList();

    private sealed class CountingGrader : IKataGrader
    {
        private int _judged;

        public int Judged => _judged;

        public int StopsAfter { get; init; } = int.MaxValue;

        public CancellationTokenSource? Stop { get; init; }

        public Outcome Outcome { get; init; } = Outcome.Right;

        public bool Judges(Kata kata) => true;

        public Task<byte[]> PackAsync(Kata kata, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Verdict> JudgeAsync(Verdict blank, Kata kata, string answerPath, CancellationToken cancellation)
        {
            // By number, and not by the token: of two that stop the run at once, the second sees it before its token is cancelled.
            if (Interlocked.Increment(ref _judged) > StopsAfter)
            {
                Stop!.Cancel();
                throw new OperationCanceledException(cancellation);
            }
            return Task.FromResult(blank with { Outcome = Outcome });
        }

        public ValueTask DisposeAsync() => default;
    }
}
