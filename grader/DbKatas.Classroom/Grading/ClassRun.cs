using System.Text.Json;
using DbKatas.Classroom.Submissions;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Classroom.Grading;

/// <summary>
/// Grades a class kata by kata, so that each kata's data is prepared once. Equal answers are graded once: the same answer has the same
/// verdict. What is found is kept at once, and a run that was stopped goes on where it was.
/// </summary>
/// <param name="library">The katas and their solutions.</param>
/// <param name="grader">Judges the answers.</param>
/// <param name="results">Where the class's results lie.</param>
public sealed class ClassRun(KataLibrary library, Grader.Grading.Grader grader, ClassResults results)
{
    private readonly LibraryPrint _print = new(library);

    /// <summary>Called with the number of answers that have a verdict now, graded or found again.</summary>
    public Action<int> Progress { get; init; } = _ => { };

    /// <param name="katas">In the order of the results.</param>
    /// <param name="students">In the order of the results.</param>
    /// <param name="cancellation">Ends the run; what was found is kept.</param>
    public async Task GradeAsync(IReadOnlyList<Kata> katas, IReadOnlyList<Submission> students, CancellationToken cancellation)
    {
        await Parallel.ForEachAsync(katas, AtOnce.Options(cancellation), async (kata, token) => await GradeAsync(kata, students, token));
        results.WriteStudents(students, katas);
    }

    private async Task GradeAsync(Kata kata, IReadOnlyList<Submission> students, CancellationToken cancellation)
    {
        var sheet = results.SheetOf(kata.Id);
        var known = sheet.Known();
        var print = _print.Of(kata);
        var graded = new List<GradedAnswer>(students.Count);
        foreach (var student in students)
        {
            var path = student.Answers.GetValueOrDefault(kata.Id);
            var answer = LibraryPrint.OfAnswer(print, path);
            if (!known.TryGetValue(answer, out var found))
            {
                found = new GradedAnswer(student.Name, answer, await VerdictAsync(kata, path, cancellation));
                if (found.IsJudged)
                {
                    sheet.Keep(found);
                    known[answer] = found;
                }
            }
            graded.Add(found with { Student = student.Name });
            Progress(1);
        }
        sheet.Write(graded);
    }

    private async Task<JsonElement> VerdictAsync(Kata kata, string? path, CancellationToken cancellation)
    {
        var verdict = path is null
            ? new Verdict { Id = kata.Id, Kata = kata, Outcome = Outcome.NotStarted, Sentence = "Nothing was handed in." }
            : await grader.GradeAsync(kata, path, cancellation);
        // The student will read this: the file is where it lies in a clone, not where it lies here.
        var home = Path.Combine(Environment.CurrentDirectory, "katas", kata.Id, kata.AnswerFile);
        var shown = verdict with { AnswerPath = home, Sentence = path is null ? verdict.Sentence : verdict.Sentence?.Replace(TextFile.Shown(path), TextFile.Shown(home)) };
        using var json = JsonDocument.Parse(VerdictJson.Write([shown]));
        return json.RootElement[0].Clone();
    }
}
