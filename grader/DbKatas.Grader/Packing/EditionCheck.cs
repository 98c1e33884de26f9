using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Packing;

/// <summary>Grades the answers that solutions hold with a library and with a student edition of it, and tells where the two disagree.</summary>
/// <param name="solutions">The library's solutions.</param>
/// <param name="full">Grades with them.</param>
/// <param name="packed">Grades with what was packed.</param>
public sealed class EditionCheck(string solutions, Grading.Grader full, Grading.Grader packed)
{
    public async Task<EditionAgreement> CompareAsync(Kata kata, CancellationToken cancellation)
    {
        var folder = Path.Combine(solutions, kata.Id);
        string[] answers =
        [
            Path.Combine(kata.Folder, kata.AnswerFile), Path.Combine(folder, kata.AnswerFile),
            .. FolderCheck.Answers(folder, FolderCheck.AlsoRight), .. FolderCheck.Answers(folder, FolderCheck.Wrong),
        ];
        var agreement = EditionAgreement.None;
        foreach (var answer in answers)
            agreement += await CompareAsync(kata, answer, cancellation);
        return agreement;
    }

    /// <summary>The same for one answer.</summary>
    public async Task<EditionAgreement> CompareAsync(Kata kata, string answer, CancellationToken cancellation)
    {
        var (here, there) = (await full.GradeAsync(kata, answer, cancellation), await packed.GradeAsync(kata, answer, cancellation));
        var (told, toldThere) = (Told(here), Told(there));
        var (example, exampleThere) = (here.Counterexample ?? here.Fragile, there.Counterexample ?? there.Fragile);
        return new EditionAgreement(
            1,
            told == toldThere ? [] : [$"{TextFile.Shown(answer)}\nwith solutions:\n{told}\nin the student edition:\n{toldThere}"],
            example is null ? [] : [(example.Rows, exampleThere?.Rows ?? 0)],
            example is not null && VerdictText.Write(here, Ink.Plain) == VerdictText.Write(there, Ink.Plain) ? 1 : 0);
    }

    /// <summary>
    /// All that must be the same: everything that a learner reads but the small example, which a student edition chooses among those that it has, and
    /// what C# prints or measures.
    /// </summary>
    private static string Told(Verdict verdict)
    {
        var facts = $"{verdict.Outcome}, example {verdict.Counterexample is not null}, fragile {verdict.Fragile is not null || verdict.LacksOrder}, "
            + $"right on visible data {verdict.IsRightOnVisibleData}, likely mistake: {verdict.LikelyMistake}, graded by {verdict.GradedBy}";
        return verdict.Checks is { } checks
            ? $"{facts}, passed {checks.Passed}, failed {string.Join(", ", checks.Failed.Select(check => check.Name))}"
            : $"{facts}\n{VerdictText.Write(verdict with { Counterexample = null, Fragile = null }, Ink.Plain)}";
    }
}
