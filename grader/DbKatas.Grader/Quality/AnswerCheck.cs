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
    /// <returns>In the order of the files; the reference's alone when it is not right.</returns>
    public async Task<IReadOnlyList<VerifyFault>> FaultsAsync(Func<CancellationToken, Task>? beside, CancellationToken cancellation)
    {
        var reference = Path.Combine(solution, kata.AnswerFile);
        // What is still to be written is told as such; judging a template's example would only add noise.
        if (IsUnwritten(reference))
            return [];
        IReadOnlyList<Claim> claims =
        [
            new(reference, IsRight, NoReference),
            new(Path.Combine(kata.Folder, kata.AnswerFile), IsStub, NoStub),
            .. Written(FolderCheck.AlsoRight).Select(path => new Claim(path, IsRight, NotRight)),
            .. Written(FolderCheck.Wrong).Select(path => new Claim(path, IsRejected, NotWrong)),
        ];
        var verdicts = await GradeAsync(claims, beside, cancellation);
        return [.. claims.Zip(verdicts).SelectMany(judged => Faults(judged.First, judged.Second))];
    }

    /// <returns>The verdicts in the order of the claims; the first one alone when it does not hold.</returns>
    private async Task<IReadOnlyList<Verdict>> GradeAsync(IReadOnlyList<Claim> claims, Func<CancellationToken, Task>? beside, CancellationToken cancellation)
    {
        var verdicts = new Verdict[claims.Count];
        var reference = new TaskCompletionSource();
        using var useless = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        async Task JudgeAsync(int number, CancellationToken token)
        {
            verdicts[number] = await grader.GradeAsync(kata, claims[number].Path, token);
            // The others do not wait for the reference, but without it their verdicts say nothing.
            if (number == 0 && !claims[0].Holds(verdicts[0]))
                await useless.CancelAsync();
            else if (number == 0)
                reference.SetResult();
        }
        async Task BesideAsync(CancellationToken token)
        {
            await reference.Task.WaitAsync(token);
            await beside(token);
        }
        var work = claims.Select((_, number) => (Func<CancellationToken, Task>)(token => JudgeAsync(number, token))).ToList();
        if (beside is not null)
            // As early as may be, next to the reference: begun last, it would be waited for alone.
            work.Insert(Math.Min(atOnce, work.Count), BesideAsync);
        try
        {
            await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = useless.Token }, async (piece, token) => await piece(token));
        }
        catch (OperationCanceledException) when (useless.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            // By ourselves: the reference does not hold.
        }
        return reference.Task.IsCompleted ? verdicts : verdicts[..1];
    }

    private IEnumerable<VerifyFault> Faults(Claim claim, Verdict verdict)
    {
        if (claim.Holds != IsStub)
            _answers.Add(Judged(verdict, TextFile.Shown(claim.Path), claim.Holds == IsRejected));
        if (!claim.Holds(verdict))
            yield return new VerifyFault(TextFile.Shown(claim.Path), verdict.Failure?.Place?.Line, $"{claim.Fault}. Verdict: {Summary(verdict)}");
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

    /// <param name="Path">An answer's file.</param>
    /// <param name="Holds">What its verdict should be.</param>
    /// <param name="Fault">What is said of the file otherwise.</param>
    private sealed record Claim(string Path, Func<Verdict, bool> Holds, string Fault);
}
