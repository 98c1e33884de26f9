using DbKatas.Grader.Authoring;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Quality;

/// <summary>Grades the answers that a kata comes with: the right ones must be right, the wrong ones rejected, the stub not started.</summary>
/// <param name="grader">Judges them.</param>
/// <param name="kata">The kata.</param>
/// <param name="solution">The folder of its answers.</param>
/// <param name="atOnce">How many are graded beside each other.</param>
internal sealed class AnswerCheck(Grading.Grader grader, Kata kata, string solution, int atOnce)
{
    private const string NoReference = "is the reference answer, and the grader does not call it right";
    private const string NoStub = "is the stub, and it should count as not started: keep comments alone in it";
    private const string NotRight = "should be right as well, and the grader does not call it right";
    private const string NotWrong = "is a wrong answer, and it is not rejected: let the data tell it apart, or move it to " + FolderCheck.AlsoRight;

    private readonly List<JudgedAnswer> _answers = [];

    /// <summary>What was judged so far.</summary>
    public IReadOnlyList<JudgedAnswer> Answers => _answers;

    /// <param name="beside">Work on a reference that is right, done while the other answers are graded, in the place of one of them. Null for none.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>In the order of the files.</returns>
    public async Task<IReadOnlyList<VerifyFault>> FaultsAsync(Func<CancellationToken, Task>? beside, CancellationToken cancellation)
    {
        var reference = Path.Combine(solution, kata.AnswerFile);
        // What is still to be written is told as such; judging a template's example would only add noise.
        if (IsUnwritten(reference))
            return [];
        if (await FaultsAsync([(reference, IsRight, NoReference)], null, cancellation) is [var broken])
            return [broken];
        return await FaultsAsync(
        [
            (Path.Combine(kata.Folder, kata.AnswerFile), IsStub, NoStub),
            .. Written(FolderCheck.AlsoRight).Select(path => (path, (Func<Verdict, bool>)IsRight, NotRight)),
            .. Written(FolderCheck.Wrong).Select(path => (path, (Func<Verdict, bool>)IsRejected, NotWrong)),
        ], beside, cancellation);
    }

    private async Task<IReadOnlyList<VerifyFault>> FaultsAsync(
        IReadOnlyList<(string Path, Func<Verdict, bool> IsGood, string Fault)> answers, Func<CancellationToken, Task>? beside, CancellationToken cancellation)
    {
        var verdicts = new Verdict[answers.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };
        var gradings = answers.Select((answer, i) => (Func<CancellationToken, Task>)(async token => verdicts[i] = await grader.GradeAsync(kata, answer.Path, token)));
        // What may take longest first: begun last, it would be waited for alone.
        await Parallel.ForEachAsync(beside is null ? gradings : gradings.Prepend(beside), options, async (work, token) => await work(token));
        var faults = new List<VerifyFault>();
        foreach (var ((path, isGood, fault), verdict) in answers.Zip(verdicts))
        {
            if (isGood != IsStub)
                _answers.Add(Judged(verdict, TextFile.Shown(path), isGood == IsRejected));
            if (!isGood(verdict))
                faults.Add(new VerifyFault(TextFile.Shown(path), verdict.Failure?.Place?.Line, $"{fault}. Verdict: {Summary(verdict)}"));
        }
        return faults;
    }

    private IEnumerable<string> Written(string folder) => FolderCheck.Answers(solution, folder).Where(path => !IsUnwritten(path));

    private static bool IsUnwritten(string path) => AuthorTodo.Of(path).Count > 0;

    private static bool IsRight(Verdict verdict) => verdict.Outcome == Outcome.Right;

    private static bool IsStub(Verdict verdict) => verdict.Outcome == Outcome.NotStarted;

    private static bool IsRejected(Verdict verdict) => verdict.Outcome is Outcome.NotYet or Outcome.DidNotRun;

    /// <summary>A difference is one on the visible data; what only hidden data show has none, and an example instead.</summary>
    private static JudgedAnswer Judged(Verdict verdict, string file, bool isWrong)
    {
        var isRight = IsRight(verdict);
        var isRightAtFirst = isRight || (verdict is { Outcome: Outcome.NotYet, Differences: [], Counterexample: not null });
        return new JudgedAnswer(file, isWrong, isRightAtFirst, isRight, isRight && verdict.Fragile is null);
    }

    /// <summary>The outcome and the first thing that the learner would read.</summary>
    private static string Summary(Verdict verdict)
    {
        var words = VerdictText.OutcomeWords(verdict.Outcome, Ink.Plain);
        var first = verdict.Sentence ?? verdict.Failure?.Sentence ?? verdict.Differences switch
        {
            [] => null,
            [{ Difference: { } difference } found, ..] => DifferenceText.Sentence(difference, new DifferenceWording(found.Table)),
            [{ Fault: TableFault.Missing } found, ..] => DifferenceText.MissingTable(found.Table!),
            [var found, ..] => DifferenceText.ExtraTable(found.Table!),
        };
        return first is null ? $"{words}." : $"{words}. {first}{(first.EndsWith('.') ? "" : ".")}";
    }
}
