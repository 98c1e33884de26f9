using System.Text.Json;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;
using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Quality;

/// <summary>Whole cases: a tiny kata and every word that its author reads.</summary>
[Parallelizable(ParallelScope.Children)]
public class VerifyWordsTests
{
    private const string Id = "sql/test/01-kata";

    [Test]
    public Task Says_that_a_kata_is_clean() => ShouldSayAsync("clean", _ => { });

    [Test]
    public Task Says_that_a_wrong_answer_passes() => ShouldSayAsync("wrong-answer-passes", library =>
        library.Write($"solutions/{Id}/wrong/other-way.sql", "-- mistake: none that anybody could see\nselect id, name from t where true order by id"));

    [Test]
    public Task Says_that_another_right_answer_is_rejected() => ShouldSayAsync("right-answer-rejected", library =>
    {
        library.Write($"solutions/{Id}/also-right/backwards.sql", "select id, name from t order by id desc");
        library.Write($"solutions/{Id}/also-right/misspelt.sql", "select id, name\nfrom tt\norder by id");
    });

    [Test]
    public Task Says_that_a_wrong_answer_does_not_say_its_mistake() => ShouldSayAsync("mistake-not-said", library =>
        library.Write($"solutions/{Id}/wrong/silent.sql", "select id, name from t order by id desc"));

    [Test]
    public Task Says_that_a_file_does_not_belong_there() => ShouldSayAsync("stray-files", library =>
    {
        library.Write($"katas/{Id}/schema.sql.bak", "");
        library.Write($"solutions/{Id}/wrongs/x.sql", "");
    });

    [Test]
    public Task Says_that_the_stub_holds_an_answer() => ShouldSayAsync("stub-holds-an-answer", library =>
        library.Write($"katas/{Id}/answer.sql", "select id, name from t order by id"));

    [Test]
    public Task Says_that_the_reference_does_not_run() => ShouldSayAsync("reference-does-not-run", library =>
        library.Write($"solutions/{Id}/answer.sql", "select nothing from t"));

    [Test]
    public Task Says_that_the_reference_is_missing() => ShouldSayAsync("reference-is-missing", library =>
        File.Delete(Path.Combine(library.Root, $"solutions/{Id}/answer.sql")));

    [Test]
    public void Says_which_slip_would_pass_and_which_row_tells_it_apart()
    {
        var report = Survivor();

        VerifyText.Write(report, details: true, Ink.Plain).ShouldBeApproved();
        VerifyText.Summary([report, new KataReport("sql/test/02-other", [])]).ShouldStartWith("2 katas: 1 clean, 1 with faults  ·  4 slips tried, 2 a second");
    }

    [Test]
    public void Says_the_same_to_programs() => VerifyJson.Write([Survivor(), new KataReport("sql/test/02-other", [])]).ShouldBeApproved();

    [Test]
    public async Task Counts_in_json_what_it_counts_in_words()
    {
        using var library = Library();

        var json = JsonDocument.Parse(VerifyJson.Write([await VerifyAsync(library)])).RootElement[0];

        json.GetProperty("id").GetString().ShouldBe(Id);
        json.GetProperty("clean").GetBoolean().ShouldBeTrue();
        int Count(string key) => json.GetProperty(key).GetInt32();
        Count("mutants").ShouldBe(Count("killed") + Count("equivalent") + Count("survivors"));
        Count("killed").ShouldBeGreaterThan(0);
        Count("survivors").ShouldBe(0);
    }

    private static KataReport Survivor()
    {
        Mutant Slip(int line, string asIf) => new("test", "", new TextPlace(line, 1, ""), asIf);
        MutantResult[] results =
        [
            new(Slip(3, "the limit itself did not count: > where the question needs >="), MutantFate.Survived, "constants-99", SeedRows: ["insert into t values (9, 'Zoe');", "insert into u values\n  (1, 9),\n  (2, 9);"]),
            new(Slip(4, "the rows were not sorted by name"), MutantFate.Killed, "perturbed-03", SeedRows: ["insert into t values (8, 'Ann');"]),
            new(Slip(4, "the rows were not sorted at all"), MutantFate.Killed, "visible", ByVisibleData: true),
            new(Slip(5, "the rows without a value in id came first: NULLS FIRST where the question needs NULLS LAST"), MutantFate.Equivalent, "id is NOT NULL; 200 datasets show no difference"),
        ];
        var fault = new VerifyFault($"solutions/{Id}/answer.sql", 3, $"an answer with this slip would pass, as if {results[0].Mutant.AsIf}. Add to katas/{Id}/schema.sql:", results[0].SeedRows);
        return new KataReport(Id, [fault], new MutationScore(results, TimeSpan.FromSeconds(2)) { Domain = "{\n  \"tables\": {}\n}\n" });
    }

    private static TinyLibrary Library()
    {
        var library = new TinyLibrary().WithKata();
        library.Write($"solutions/{Id}/also-right/numbered.sql", "select * from t order by 1");
        library.Write($"solutions/{Id}/wrong/backwards.sql", "-- mistake: sorted downwards\nselect id, name from t order by id desc");
        return library;
    }

    private static async Task ShouldSayAsync(string name, Action<TinyLibrary> change)
    {
        using var library = Library();
        change(library);

        foreach (var answersAtOnce in new[] { 1, 4 })
        {
            var report = await VerifyAsync(library, answersAtOnce);
            var words = VerifyText.Write(report with { Faults = [.. report.Faults.Select(fault => fault with { File = Plain(fault.File), Message = Plain(fault.Message) })] }, details: false, Ink.Plain);
            words.ShouldBeApprovedAs($"Quality/approved/verify-{name}");
        }

        string Plain(string text) => text.Replace(library.Root, "HERE");
    }

    private static Task<KataReport> VerifyAsync(TinyLibrary library, int answersAtOnce = 1)
    {
        var verifier = new KataVerifier(TestServers.Grader(library.Library.Solutions), [new SqlMutantScorer(TestServers.Postgres)], library.Library, answersAtOnce);
        var kata = KataCatalog.Load(library.Library.Katas).Katas[0];
        return verifier.VerifyAsync(kata);
    }
}
