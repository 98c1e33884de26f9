using System.Collections.Concurrent;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Hostile.Faults;

/// <summary>
/// Grades the reference answer and the wrong ones of every kata again and again while servers are killed and hostile answers run, and holds
/// each verdict against the one that the same answer gets in peace.
/// </summary>
/// <param name="ground">The servers.</param>
/// <param name="corpus">The hostile answers.</param>
/// <param name="library">The katas.</param>
/// <param name="every">1 for all katas, 4 for every fourth.</param>
/// <param name="seed">The same seed brings the same faults about, though not at the same moments.</param>
internal sealed class Soak(Ground ground, HostileCorpus corpus, KataLibrary library, int every, int seed)
{
    private static readonly Fault[] Kinds = Enum.GetValues<Fault>();

    private readonly IReadOnlyList<Kata> _katas = [.. KataCatalog.Load(library.Katas).Katas.Where((_, place) => place % every == 0)];
    private readonly Random _random = new(seed);
    private Dictionary<string, Outcome> _inPeace = [];

    public int Answers => _inPeace.Count;

    /// <summary>One round without faults, by which the others are judged.</summary>
    public async Task PrepareAsync(CancellationToken cancellation) =>
        _inPeace = (await GradeAsync(cancellation)).ToDictionary(pair => pair.Path, pair => pair.Verdict.Outcome);

    /// <param name="faults">How many to bring about while the round runs; the round may end before the last.</param>
    /// <param name="cancellation">Ends the round.</param>
    public async Task<SoakRound> RoundAsync(int faults, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var breaking = BreakAsync(faults, over.Token);
        var graded = await GradeAsync(cancellation);
        await over.CancelAsync();
        var trouble = graded.Where(pair => pair.Verdict.Outcome == Outcome.Trouble && _inPeace[pair.Path] != Outcome.Trouble).ToList();
        var changed = graded.Where(pair => pair.Verdict.Outcome != Outcome.Trouble && pair.Verdict.Outcome != _inPeace[pair.Path]);
        return new SoakRound(graded.Count, await breaking, [.. trouble.Select(Shown)], [.. changed.Select(Shown)]);
    }

    private string Shown((string Path, Verdict Verdict) pair) =>
        $"{Path.GetRelativePath(library.Solutions, pair.Path)}: {_inPeace[pair.Path].Name()} → {pair.Verdict.Outcome.Name()} {pair.Verdict.Sentence ?? pair.Verdict.Failure?.Sentence}";

    private async Task<IReadOnlyCollection<(string Path, Verdict Verdict)>> GradeAsync(CancellationToken cancellation)
    {
        var graded = new ConcurrentBag<(string Path, Verdict Verdict)>();
        var answers = _katas.SelectMany(kata => AnswersTo(kata).Select(path => (Kata: kata, Path: path)));
        await Parallel.ForEachAsync(answers, AtOnce.Options(cancellation), async (answer, token) => graded.Add((answer.Path, await ground.Grader.GradeAsync(answer.Kata, answer.Path, token))));
        return graded;
    }

    /// <summary>The reference and one wrong answer, where there is one.</summary>
    private IEnumerable<string> AnswersTo(Kata kata)
    {
        var solution = Path.Combine(library.Solutions, kata.Id);
        yield return Path.Combine(solution, kata.AnswerFile);
        if (Directory.Exists(Path.Combine(solution, "wrong")))
            foreach (var wrong in Directory.EnumerateFiles(Path.Combine(solution, "wrong")).Order(StringComparer.Ordinal).Take(1))
                yield return wrong;
    }

    private async Task<IReadOnlyList<Fault>> BreakAsync(int faults, CancellationToken over)
    {
        var injector = new FaultInjector(ground, corpus, _random);
        var done = new List<Fault>();
        try
        {
            while (done.Count < faults)
            {
                await Task.Delay(_random.Next(200, 2_500), over);
                var fault = Kinds[_random.Next(Kinds.Length)];
                // What has begun is brought to its end: half an injection would be a fault of the injector's.
                if (await injector.InjectAsync(fault, CancellationToken.None))
                    done.Add(fault);
            }
        }
        catch (OperationCanceledException)
        {
            // The round was shorter.
        }
        return done;
    }
}

/// <param name="Verdicts">How many answers were graded.</param>
/// <param name="Faults">What was brought about.</param>
/// <param name="Troubled">Answers that could not be judged, and could in peace.</param>
/// <param name="Changed">Answers whose verdict was another than in peace: there must be none.</param>
internal sealed record SoakRound(int Verdicts, IReadOnlyList<Fault> Faults, IReadOnlyList<string> Troubled, IReadOnlyList<string> Changed);
