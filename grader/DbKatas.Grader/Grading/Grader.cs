using System.Diagnostics;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>Judges answers, one kata at a time or several at once; what one answer does changes no other verdict.</summary>
/// <param name="graders">Asked in order; the first that judges a kata does. Disposed with this.</param>
public sealed class Grader(IReadOnlyList<IKataGrader> graders) : IAsyncDisposable
{
    /// <summary>So often an answer is graded on a machine whose clock is set again and again.</summary>
    private const int MostAttempts = 3;

    /// <param name="kata">The question.</param>
    /// <param name="answerPath">The file with the answer; read, never written.</param>
    /// <param name="cancellation">Ends grading with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A verdict for every input: faults of the machine or the kata are <see cref="Outcome.Trouble"/>.</returns>
    public async Task<Verdict> GradeAsync(Kata kata, string answerPath, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        var blank = new Verdict { Id = kata.Id, Kata = kata, AnswerPath = answerPath, Outcome = Outcome.Trouble };
        for (var attempt = 1; ; attempt++)
        {
            var watch = new ClockWatch();
            var verdict = await JudgeAsync(blank, kata, answerPath, cancellation);
            if (!watch.HasJumped || attempt == MostAttempts)
                return verdict with { Elapsed = clock.Elapsed };
        }
    }

    /// <summary>The verdict on a folder that is no kata: nobody's answer could be judged there.</summary>
    public static Verdict Trouble(IGrouping<string, KataFault> faults) => new()
    {
        Id = faults.Key,
        Outcome = Outcome.Trouble,
        Sentence = string.Join('\n', faults),
    };

    /// <summary>What answers to a kata are held against, for a library without its solution.</summary>
    /// <exception cref="TroubleException">It can't be had.</exception>
    public Task<byte[]> PackAsync(Kata kata, CancellationToken cancellation) => For(kata).PackAsync(kata, cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var grader in graders)
            await grader.DisposeAsync();
    }

    private IKataGrader For(Kata kata) => graders.FirstOrDefault(grader => grader.Judges(kata))
        ?? throw new TroubleException($"Katas of kind {kata.Kind.ToString().ToLowerInvariant()} on {string.Join(" and ", kata.Engines)} can't be judged by this grader.");

    private async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, string answerPath, CancellationToken cancellation)
    {
        try
        {
            return await For(kata).JudgeAsync(blank, kata, answerPath, cancellation);
        }
        catch (TextFileException unreadable)
        {
            var outcome = File.Exists(answerPath) ? Outcome.DidNotRun : Outcome.NotStarted;
            return blank with { Outcome = outcome, Sentence = $"{TextFile.Shown(answerPath)} {unreadable.Message}" };
        }
        catch (RulesException fault)
        {
            var sentence = $"The kata itself is at fault: in {TextFile.Shown(Path.Combine(kata.Folder, KataFiles.Metadata))} {fault.Message}";
            return blank with { Outcome = Outcome.Trouble, Sentence = sentence };
        }
        catch (TroubleException trouble)
        {
            return blank with { Outcome = Outcome.Trouble, Sentence = trouble.Message };
        }
        catch (DisturbedException disturbed)
        {
            return blank with { Outcome = Outcome.Trouble, Sentence = disturbed.Message };
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // A fault of ours costs this verdict and no other.
            var sentence = $"Something in DbKatas itself went wrong: {unforeseen.Message.Split('\n')[0].TrimEnd('.', '\r')}. Your files are as they were, and the other answers keep their verdicts.";
            return blank with { Outcome = Outcome.Trouble, Sentence = $"{sentence} {await ErrorReport.WriteAsync(unforeseen)}" };
        }
    }
}
