using DbKatas.Grader.Engines;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Packing;

/// <summary>What is not fit for students is not packed, and what does not fit an edition is said plainly.</summary>
[Parallelizable(ParallelScope.Children)]
public class PackRefusalTests
{
    [Test]
    public async Task A_folder_with_something_in_it_is_left_alone()
    {
        using var library = new TinyLibrary().WithKata();
        library.Write("students/notes.txt", "mine");

        await ShouldRefuseAsync(library, "is there already, and nothing is overwritten");
        Directory.EnumerateFileSystemEntries(Path.Combine(library.Root, "students")).Select(Path.GetFileName).ShouldBe(["notes.txt"]);
    }

    [TestCase("select id, nam from t", "does not answer", TestName = "A_kata_whose_reference_does_not_run_is_not_packed")]
    [TestCase("select id, name from t where random() < 0.5", "is not right", TestName = "A_kata_whose_reference_hangs_on_chance_is_not_packed")]
    public async Task A_kata_whose_reference_fails_is_not_packed(string reference, string words)
    {
        using var library = new TinyLibrary().WithKata(schema: "create table t (id int primary key, name text); insert into t select i, 'n' || i from generate_series(1, 40) i;", reference: reference, more: "\"order\": \"any\"");

        await ShouldRefuseAsync(library, words);
        Directory.EnumerateFileSystemEntries(library.Root).Select(Path.GetFileName).ShouldBe(["katas", "solutions"], ignoreOrder: true);
    }

    [Test]
    public async Task An_answer_in_the_place_of_a_stub_is_not_given_away()
    {
        using var library = new TinyLibrary().WithKata();
        library.Write("katas/sql/test/01-kata/answer.sql", "select id, name from t order by id");

        await ShouldRefuseAsync(library, "holds an answer, and students would get it");
    }

    [Test]
    public async Task A_folder_that_is_no_kata_yet_is_named()
    {
        using var library = new TinyLibrary().WithKata();
        library.Write("katas/sql/test/02-half/kata.json", "{}");

        await ShouldRefuseAsync(library, "katas/sql/test/02-half");
    }

    [Test]
    public async Task No_edition_goes_into_the_katas_themselves()
    {
        using var library = new TinyLibrary().WithKata();

        await ShouldRefuseAsync(library, "Name a folder elsewhere", "katas/students");
    }

    [TestCase("katas/sql/test/01-kata/schema.sql", "create table t (id int);", "is not as it was when this student edition was packed")]
    [TestCase("expected/sql/test/01-kata.packed", "damaged", "take it from the edition again")]
    [TestCase("expected/sql/test/01-kata.packed", null, "is missing")]
    public async Task A_damaged_edition_is_trouble_and_says_what_mends_it(string file, string? content, string words)
    {
        using var library = new TinyLibrary().WithKata();
        var edition = KataLibrary.At(Path.Combine(library.Root, "students"));
        await PackingLibrary.PackAsync(library.Library, edition.Root);
        var path = Path.Combine(edition.Root, file);
        if (content is null)
            File.Delete(path);
        else
            await File.WriteAllTextAsync(path, content);
        var kata = KataCatalog.Load(edition.Katas).Katas.Single();
        await File.WriteAllTextAsync(edition.AnswerPath(kata), "select id, name from t order by id");

        var verdict = await PackingLibrary.Packed(SolutionFolders.Of(edition)).GradeAsync(kata, edition.AnswerPath(kata));

        verdict.Outcome.ShouldBe(Outcome.Trouble);
        verdict.Sentence!.ShouldContain(words);
    }

    [Test]
    public async Task What_changes_while_a_grader_waits_is_seen_with_the_kata_that_is_read_next()
    {
        using var library = new TinyLibrary().WithKata();
        var edition = KataLibrary.At(Path.Combine(library.Root, "students"));
        await PackingLibrary.PackAsync(library.Library, edition.Root);
        var grader = PackingLibrary.Packed(SolutionFolders.Of(edition));
        (await GradeAsync()).Outcome.ShouldBe(Outcome.Right);
        await File.AppendAllTextAsync(Path.Combine(edition.Katas, "sql/test/01-kata/schema.sql"), "create table u (id int);");

        (await GradeAsync()).Sentence!.ShouldContain("is not as it was when this student edition was packed");

        async Task<Verdict> GradeAsync()
        {
            var kata = KataCatalog.Load(edition.Katas).Katas.Single();
            await File.WriteAllTextAsync(edition.AnswerPath(kata), "select id, name from t order by id");
            return await grader.GradeAsync(kata, edition.AnswerPath(kata));
        }
    }

    private static async Task ShouldRefuseAsync(TinyLibrary library, string words, string into = "students")
    {
        var trouble = await Should.ThrowAsync<TroubleException>(() => PackingLibrary.PackAsync(library.Library, Path.Combine(library.Root, into)));
        trouble.Message.ShouldContain(words);
    }
}
