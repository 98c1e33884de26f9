using DbKatas.Grader.Grading;
using DbKatas.Hostile;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Hostile;

/// <summary>Files as editors, unpackers and slips of the hand leave them: of each sort of answer.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class DamagedFileTests
{
    private static readonly HostileCorpus Corpus = new(Repository.Folder);

    private readonly Grader.Grading.Grader _grader = TestServers.Grader(Corpus.Library.Solutions);

    private static IEnumerable<string> Sorts => Corpus.Sorts;

    [TestCaseSource(nameof(Sorts))]
    public async Task A_byte_order_mark_and_carriage_returns_change_nothing(string sort)
    {
        using var folder = new TemporaryFolder();
        var right = Right(sort);
        var path = folder.Write(Path.GetFileName(right), "\uFEFF" + (await File.ReadAllTextAsync(right)).ReplaceLineEndings("\r\n"));

        (await _grader.GradeAsync(Corpus.OrdinaryKata(sort), path)).Outcome.ShouldBe(Outcome.Right);
    }

    [TestCaseSource(nameof(Sorts))]
    public async Task Five_megabytes_are_too_much(string sort)
    {
        using var folder = new TemporaryFolder();
        var right = Right(sort);
        var path = folder.Write(Path.GetFileName(right), await File.ReadAllTextAsync(right) + new string(' ', 5 << 20));

        await ShouldSayAsync(sort, path, "is 5,120 KB; at most 1,024 KB are read. Keep only the answer in it.");
    }

    [TestCaseSource(nameof(Sorts))]
    [Platform(Exclude = "Win", Reason = "There is no such file.")]
    public async Task A_link_to_what_never_ends_is_not_followed_for_ever(string sort)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, Path.GetFileName(Right(sort)));
        File.CreateSymbolicLink(path, "/dev/zero");

        await ShouldSayAsync(sort, path, "has no end; at most 1,024 KB are read. Keep only the answer in it.");
    }

    [TestCaseSource(nameof(Sorts))]
    public async Task What_is_no_text_is_said_to_be_none(string sort)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, Path.GetFileName(Right(sort)));
        await File.WriteAllBytesAsync(path, [0x50, 0x4B, 0x03, 0x04, 0xFF, 0xFE]);

        await ShouldSayAsync(sort, path, "is not UTF-8 text. Save it with the encoding UTF-8.");
    }

    [TestCaseSource(nameof(Sorts))]
    [Platform(Exclude = "Win", Reason = "Links need rights there.")]
    public async Task A_link_in_a_circle_is_named(string sort)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, Path.GetFileName(Right(sort)));
        File.CreateSymbolicLink(path, path);

        var verdict = await _grader.GradeAsync(Corpus.OrdinaryKata(sort), path);

        verdict.Outcome.ShouldBeOneOf(Outcome.DidNotRun, Outcome.NotStarted);
        verdict.Sentence.ShouldNotBeNull().ShouldStartWith(path);
    }

    private async Task ShouldSayAsync(string sort, string path, string predicate)
    {
        var verdict = await _grader.GradeAsync(Corpus.OrdinaryKata(sort), path);

        (verdict.Outcome, verdict.Sentence).ShouldBe((Outcome.DidNotRun, $"{path} {predicate}"));
    }

    private static string Right(string sort) => Corpus.Ordinary(sort).Single(path => Path.GetFileNameWithoutExtension(path) == "right");
}
