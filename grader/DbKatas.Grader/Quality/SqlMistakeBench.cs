using DbKatas.Grader.Comparing;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Quality;

/// <summary>For SQL katas on PostgreSQL.</summary>
/// <param name="bench">The kata's bench.</param>
/// <param name="answer">An answer that is not right yet.</param>
/// <param name="visible">What it gives on the visible data.</param>
internal sealed class SqlMistakeBench(DatasetBench bench, SqlAnswer answer, Trial visible) : IMistakeBench
{
    private readonly ISlipShelf _shelf = bench.Yardstick.Slips(bench.Data);
    private readonly TrialSeries _trials = bench.Trials(answer.Statements, bench.Datasets);

    public KataKind Kind => bench.Kata.Kind;

    public string Written => answer.Text;

    public IReadOnlyList<Mutant> Mutants => _shelf.Mutants;

    public int Needed(string words) => _shelf.Needed(words);

    public int Datasets => bench.Datasets.Count;

    public async Task<IReadOnlyList<int>> FittingAsync(int dataset, IReadOnlyList<int> mutants, CancellationToken cancellation)
    {
        if (bench.Time.IsOver)
            return [];
        var trial = dataset == 0 ? visible : await _trials.OnAsync(dataset, cancellation);
        if (trial is null)
            return mutants;
        if (trial.Actual.Tables is not { } given)
            return [];
        var results = await _shelf.ResultsAsync(bench, trial.Dataset, mutants, cancellation);
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
}
