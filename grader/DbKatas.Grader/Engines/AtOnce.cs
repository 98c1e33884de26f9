namespace DbKatas.Grader.Engines;

/// <summary>How much is done at the same time.</summary>
public static class AtOnce
{
    /// <summary>
    /// PostgreSQL takes 100 connections unless its owner says otherwise, and whoever judges an answer needs several: with one at work for each of 64 processors
    /// there were none left.
    /// </summary>
    private const int Most = 8;

    /// <summary>Answers or katas: one for each processor, up to eight.</summary>
    public static int Here => On(Environment.ProcessorCount);

    /// <summary>The same for Parallel.ForEachAsync.</summary>
    public static ParallelOptions Options(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = Here, CancellationToken = cancellation };

    internal static int On(int processors) => Math.Min(processors, Most);
}
