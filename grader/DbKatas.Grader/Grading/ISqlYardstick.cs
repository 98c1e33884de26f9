using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Grading;

/// <summary>What answers in SQL are measured by, dataset by dataset: the reference answer, or what a library without solutions keeps of it.</summary>
internal interface ISqlYardstick
{
    /// <summary>Null where it is not at hand; then nothing is known of other data than those that were kept.</summary>
    SqlAnswer? Reference { get; }

    /// <summary>The kata's datasets, and what is right on each.</summary>
    Task<KataData> DataAsync(PostgresSession session, Kata kata, CancellationToken cancellation);

    /// <summary>What usual slips give on these data.</summary>
    ISlipShelf Slips(KataData data);

    /// <summary>Finds small data on which an answer goes wrong as it does in a trial.</summary>
    /// <param name="bench">The kata's bench, with this yardstick.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="start">A trial that goes wrong.</param>
    /// <param name="inDomain">True to stay within the author's domain.</param>
    /// <param name="cancellation">Ends the search.</param>
    Task<RowCounterexample> ShrinkAsync(DatasetBench bench, IReadOnlyList<SqlStatement> answer, Trial start, bool inDomain, CancellationToken cancellation);
}
