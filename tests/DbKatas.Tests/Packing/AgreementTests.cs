using System.Text.Json;
using DbKatas.Grader.Grading.Quizzes;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Packing;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Packing;

/// <summary>A student edition says of every answer what its library says.</summary>
[Parallelizable(ParallelScope.Children)]
public class AgreementTests
{
    [TestCaseSource(nameof(Katas))]
    public async Task Grading_without_the_solution_says_the_same_of_every_answer(Kata kata)
    {
        using var folder = new TemporaryFolder();
        var check = await PackAsync(kata, folder);

        var agreement = await check.CompareAsync(kata, default);
        foreach (var choices in Choices(kata))
            agreement += await check.CompareAsync(kata, folder.Write("answer.json", choices), default);

        agreement.Disagreements.ShouldBeEmpty(string.Join("\n\n", agreement.Disagreements));
        agreement.Answers.ShouldBeGreaterThan(5);
    }

    /// <summary>Answers that no solution holds: other slips, and data that nobody would expect.</summary>
    [TestCase("select id, name from t where id > 0 order by id", "fragile")]
    [TestCase("select id, upper(name) as name from t order by id", "another slip")]
    [TestCase("select id, name from t where name <> 'Ann' or id < 2 order by id", "wrong on hidden data alone")]
    [TestCase("select id, name from t where name is not null order by id", "rows lost")]
    [TestCase("select id, name from t order by name", "order")]
    [TestCase("select id from t order by id", "a column too few")]
    [TestCase("select 1 / 0 as id, name from t", "does not run")]
    public async Task An_answer_that_was_not_there_when_the_kata_was_packed_is_judged_alike(string answer, string what)
    {
        using var library = new TinyLibrary().WithKata();
        var kata = library.Catalog.Katas.Single();
        var path = PackedPath(library.Root, kata);
        await File.WriteAllBytesAsync(path, PackedKata.Write(kata, await TestServers.Grader(library.Library.Solutions).PackAsync(kata, default)));
        var check = new EditionCheck(library.Library.Solutions, TestServers.Grader(library.Library.Solutions), PackingLibrary.Packed(new PackedSolutions(Path.Combine(library.Root, "expected"))));

        var agreement = await check.CompareAsync(kata, library.Write("own/answer.sql", answer), default);

        agreement.Disagreements.ShouldBeEmpty(what);
    }

    private static IEnumerable<TestCaseData> Katas() => PackingLibrary.OneOfEach.Select(kata => new TestCaseData(kata).SetArgDisplayNames(kata.Id));

    private static async Task<EditionCheck> PackAsync(Kata kata, TemporaryFolder folder)
    {
        var full = TestServers.Grader(PackingLibrary.Solutions);
        await File.WriteAllBytesAsync(PackedPath(folder.Path, kata), PackedKata.Write(kata, await full.PackAsync(kata, default)));
        return new EditionCheck(PackingLibrary.Solutions, full, PackingLibrary.Packed(new PackedSolutions(Path.Combine(folder.Path, "expected"))));
    }

    private static string PackedPath(string root, Kata kata)
    {
        var path = PackedSolutions.PathOf(Path.Combine(root, "expected"), kata);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>For a quiz, every choice of every question.</summary>
    private static IEnumerable<string> Choices(Kata kata) => kata.Kind != KataKind.Quiz ? [] :
        from question in QuizFiles.ReadQuiz(kata).Questions
        from choice in question.Choices
        select JsonSerializer.Serialize(new Dictionary<string, string> { [question.Id] = choice.Key });
}
