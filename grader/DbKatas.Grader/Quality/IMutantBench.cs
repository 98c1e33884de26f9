using DbKatas.Grader.Data;

namespace DbKatas.Grader.Quality;

/// <summary>What a mutant shows on one dataset.</summary>
/// <param name="Differs">True when it gives something else than the reference, or nothing where the reference gives something.</param>
/// <param name="Failure">Why the server refused it; null when it ran.</param>
/// <param name="IsTooSlow">True when it ran longer than anybody waits: an answer that does so is rejected as well.</param>
internal sealed record Showing(bool Differs, string? Failure = null, bool IsTooSlow = false);

/// <summary>Runs a kata's mutants on datasets, beside the reference.</summary>
/// <typeparam name="TData">The engine's datasets.</typeparam>
internal interface IMutantBench<TData> where TData : IDataset
{
    /// <summary>The visible data first.</summary>
    IReadOnlyList<TData> Datasets { get; }

    /// <summary>Data within the domain that no answer is judged on, to look for what the kata's own miss.</summary>
    IAsyncEnumerable<TData> WideSearchAsync(CancellationToken cancellation);

    /// <returns>One for each text, in the same order; null when the reference gives nothing to compare with there.</returns>
    Task<IReadOnlyList<Showing>?> ShowAsync(IReadOnlyList<string> texts, TData dataset, CancellationToken cancellation);
}
