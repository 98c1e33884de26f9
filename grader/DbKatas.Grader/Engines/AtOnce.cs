namespace DbKatas.Grader.Engines;

/// <summary>How much is done at the same time.</summary>
public static class AtOnce
{
    /// <summary>
    /// PostgreSQL takes 100 connections unless its owner says otherwise. Judging an answer needs up to six, and one on a machine of 64 processors that is given
    /// an answer for each of them finds none left.
    /// </summary>
    private const int Most = 8;

    /// <summary>Answers or katas: one for each processor, up to eight.</summary>
    public static int Here => On(Environment.ProcessorCount);

    /// <summary>The same for Parallel.ForEachAsync.</summary>
    public static ParallelOptions Options(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = Here, CancellationToken = cancellation };

    internal static int On(int processors) => Math.Min(processors, Most);
}
