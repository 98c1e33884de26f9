using DbKatas.Grader.Data;

namespace DbKatas.Grader.Quality;

/// <summary>Looks for the least that, added to the visible data, tells a mutant apart.</summary>
/// <typeparam name="TData">The engine's datasets.</typeparam>
internal interface ISeedFinder<in TData> where TData : IDataset
{
    /// <param name="mutant">The mutant's text.</param>
    /// <param name="telling">Data that tell it apart.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>Lines to paste into the file with the visible data; none when the data tell nothing apart beside those.</returns>
    Task<IReadOnlyList<string>> FindAsync(string mutant, TData telling, CancellationToken cancellation);
}
