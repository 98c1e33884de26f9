using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;

namespace DbKatas.Cli.Watching;

/// <summary>What the keys of a session that watches do; each gives the text to show.</summary>
internal sealed class WatchActions(KataLibrary library, PostgresEngine postgres)
{
    private readonly ProgressLog _progress = ProgressLog.Of(library);
    private readonly FreshStart _freshStart = new(library);

    /// <summary>One more hint each time.</summary>
    public string Hint(WatchedKata watched)
    {
        var hints = watched.Kata.Hints;
        return hints.Count == 0
            ? "This kata has no hints."
            : string.Join('\n', hints.Take(_progress.ShowNextHint(watched.Kata)).Select((hint, i) => $"{Workplace.Ink.Bold($"{i + 1} of {hints.Count}")}  {Printable.Text(hint)}"));
    }

    public static string Counterexample(WatchedKata watched) =>
        watched.Verdict is { } verdict && VerdictText.Counterexample(verdict) is { } statements ? "To try it yourself:\n\n" + statements : "There is no counterexample to show.";

    public async Task<string> PlanAsync(WatchedKata watched, CancellationToken cancellation)
    {
        try
        {
            return await AnswerPlan.ReadAsync(postgres, watched.Kata, watched.AnswerPath, cancellation);
        }
        catch (TroubleException trouble)
        {
            return trouble.Message;
        }
        catch (TextFileException unreadable)
        {
            return $"{TextFile.Shown(watched.AnswerPath)} {unreadable.Message}";
        }
    }

    public async Task<string> ResetAsync(Kata kata, CancellationToken cancellation)
    {
        try
        {
            return await _freshStart.ResetAsync(kata, cancellation);
        }
        catch (TroubleException trouble)
        {
            return trouble.Message;
        }
    }
}
