using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Quality;

/// <summary>Says which slip an answer amounts to: the one whose results are the answer's on every dataset.</summary>
/// <param name="bench">The kata's bench.</param>
internal sealed class LikelyMistake(DatasetBench bench)
{
    /// <param name="answer">An answer that is not right yet.</param>
    /// <param name="visible">What it gives on the visible data.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>A sentence; null when no slip fits, or several that are not the same to a learner.</returns>
    public async Task<string?> GuessAsync(SqlAnswer answer, Trial visible, CancellationToken cancellation)
    {
        if (visible.Actual.Tables is null)
            return null;
        var shelf = MutantShelf.Of(bench.Data, bench.Reference.Text);
        IReadOnlyList<int> fitting = await FittingAsync(shelf, visible, [.. Enumerable.Range(0, shelf.Mutants.Count)], cancellation);
        // A slip that the visible data do not show is told apart from the right answer by hidden data alone.
        foreach (var dataset in bench.Datasets.Skip(1))
        {
            if (fitting.Count == 0 || bench.Time.IsOver)
                return null;
            if (await bench.TryAsync(answer.Statements, dataset, cancellation) is { } trial)
                fitting = await FittingAsync(shelf, trial, fitting, cancellation);
        }
        return Sentence([.. fitting.Select(mutant => shelf.Mutants[mutant])]);
    }

    private async Task<IReadOnlyList<int>> FittingAsync(MutantShelf shelf, Trial trial, IReadOnlyList<int> mutants, CancellationToken cancellation)
    {
        if (trial.Actual.Tables is not { } given)
            return [];
        var results = await shelf.ResultsAsync(bench, trial.Dataset, mutants, cancellation);
        return [.. mutants.Where((_, place) => results[place] is { } result && IsSame(trial.Expected with { Tables = result }, given))];
    }

    private bool IsSame(Expectation mutant, IReadOnlyDictionary<string, ResultTable> given)
    {
        try
        {
            return mutant.Compare(given, bench.Kata.Rules).Count == 0;
        }
        catch (RulesException)
        {
            // The slip lost a column that the rules name.
            return false;
        }
    }

    private string? Sentence(IReadOnlyList<Mutant> fitting)
    {
        var said = MutantWords.Said(fitting);
        return said is null ? null : $"This {(bench.Kata.Kind == KataKind.State ? "leaves the tables" : "answers")} as if {said}.";
    }
}
