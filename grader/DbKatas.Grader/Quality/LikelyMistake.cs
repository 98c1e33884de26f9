using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Quality;

/// <summary>Says which slip an answer amounts to: the one whose results are the answer's on every dataset.</summary>
/// <param name="bench">Knows the answer and the mutants.</param>
internal sealed class LikelyMistake(IMistakeBench bench)
{
    /// <returns>A sentence; null when no slip fits, or several that are not the same to a learner.</returns>
    public async Task<string?> GuessAsync(CancellationToken cancellation)
    {
        IReadOnlyList<int> fitting = [.. Enumerable.Range(0, bench.Mutants.Count)];
        // A slip that the visible data do not show is told apart from the right answer by hidden data alone.
        for (var dataset = 0; dataset < bench.Datasets && fitting.Count > 0; dataset++)
            fitting = await bench.FittingAsync(dataset, fitting, cancellation);
        var words = new WrittenWords(bench.Written, bench.Needed);
        return Sentence([.. fitting.Select(mutant => words.Fit(bench.Mutants[mutant])).OfType<Mutant>()]);
    }

    private string? Sentence(IReadOnlyList<Mutant> fitting) =>
        MutantWords.Said(fitting) is { } said ? $"This {(bench.Kind == KataKind.State ? $"leaves the {Nouns}" : "answers")} as if {said}." : null;

    private string Nouns => bench is SqlMistakeBench ? "tables" : "collections";
}
