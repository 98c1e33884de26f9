using System.Diagnostics;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Quality;

/// <summary>Proves that a kata is fit for a class: its answers are judged as they should be, and its data tell every slip from the right answer.</summary>
/// <param name="grader">Judges the answers.</param>
/// <param name="scorers">Asked in order; a kata that none scores is verified without mutants.</param>
/// <param name="library">Where the katas and their solutions lie.</param>
/// <param name="answersAtOnce">How many answers to one kata are graded beside each other.</param>
public sealed class KataVerifier(Grading.Grader grader, IReadOnlyList<IMutantScorer> scorers, KataLibrary library, int answersAtOnce = 1)
{
    /// <returns>A report for every kata: trouble with the machine is a fault as well.</returns>
    public async Task<KataReport> VerifyAsync(Kata kata, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        var solution = Path.Combine(library.Solutions, kata.Id);
        var faults = FolderCheck.Todos(kata, solution).Concat(FolderCheck.Faults(kata, solution)).ToList();
        var reference = Path.Combine(solution, kata.AnswerFile);
        MutationScore? score = null;
        var answers = new AnswerCheck(grader, kata, solution, answersAtOnce);
        try
        {
            var scorer = faults.Any(fault => fault.File == TextFile.Shown(reference)) ? null : scorers.FirstOrDefault(scorer => scorer.Scores(kata));
            Task<MutationScore>? scoring = null;
            // Trouble with it is told below, after what is known of the answers.
            async Task ScoreAsync(CancellationToken token) =>
                await ((Task)(scoring = scorer.ScoreAsync(kata, reference, token))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            faults.AddRange(await answers.FaultsAsync(scorer is null ? null : ScoreAsync, cancellation));
            score = scoring is null ? null : await scoring;
        }
        catch (Exception trouble) when (trouble is TroubleException or DisturbedException or TextFileException or RulesException)
        {
            faults.Add(new VerifyFault(TextFile.Shown(reference), null, trouble.Message));
        }
        faults.AddRange(Survivors(kata, reference, score));
        return new KataReport(kata.Id, faults, score, clock.Elapsed) { Answers = answers.Answers };
    }

    /// <summary>The reports on folders that are no katas.</summary>
    public static IEnumerable<KataReport> Broken(IEnumerable<KataFault> faults) =>
        faults.GroupBy(fault => fault.Id).Select(folder => new KataReport(folder.Key, [.. folder.Select(fault => new VerifyFault(fault.File, null, fault.Message))]));

    private static IEnumerable<VerifyFault> Survivors(Kata kata, string reference, MutationScore? score)
    {
        var schema = TextFile.Shown(kata.SchemaPath);
        foreach (var result in score?.Results.Where(result => result.Fate == MutantFate.Survived) ?? [])
        {
            var mend = result.SeedRows is { Count: > 0 }
                ? $"Add to {schema}:"
                : $"No rows were found that tell it apart beside those of {schema}: look whether the prompt allows both.";
            yield return new VerifyFault(TextFile.Shown(reference), result.Mutant.Place.Line,
                $"an answer with this slip would pass, as if {result.Mutant.AsIf}. {mend}", result.SeedRows);
        }
    }
}
