using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Tests.Feedback;
using Shouldly;

namespace DbKatas.Tests.Grading;

/// <summary>A whole case of a kata with files of its own kind: what becomes of an answer, in approved words.</summary>
internal sealed class KindCase : IDisposable
{
    private const string Folder = "sql/test/01-kata";

    private readonly TinyLibrary _library = new();

    public KindCase(string kind, string? schema = null, string? reference = null, string? more = null)
    {
        _library.WithKata(kind: kind, more: more, schema: schema ?? "-- nothing yet\n", reference: reference ?? "select 1");
    }

    /// <summary>Adds or replaces a file that learners see.</summary>
    public KindCase With(string file, string content)
    {
        _library.Write($"katas/{Folder}/{file}", content);
        return this;
    }

    /// <summary>Adds or replaces a file among the solutions.</summary>
    public KindCase WithSolution(string file, string content)
    {
        _library.Write($"solutions/{Folder}/{file}", content);
        return this;
    }

    public KindCase Without(string file)
    {
        File.Delete(Path.Combine(_library.Root, "katas", Folder, file));
        return this;
    }

    public async Task<Verdict> GradeAsync(string answer)
    {
        var catalog = _library.Catalog;
        catalog.Faults.ShouldBeEmpty();
        var kata = catalog.Katas[0];
        var path = _library.Write($"katas/{Folder}/{kata.AnswerFile}", answer);
        return await TestServers.Grader(_library.Library.Solutions).GradeAsync(kata, path);
    }

    public async Task ShouldSayAsync(string name, Outcome outcome, string answer)
    {
        var verdict = await GradeAsync(answer);
        // Before lines are broken, so that the words do not depend on where the test ran.
        var words = VerdictText.Write(verdict with { Sentence = verdict.Sentence?.Replace(_library.Root, "HERE") }, Ink.Plain).Replace(_library.Root, "HERE");
        verdict.Outcome.ShouldBe(outcome, words);
        words.ShouldBeApprovedAs($"Grading/approved/{name}");
    }

    public void Dispose() => _library.Dispose();
}
