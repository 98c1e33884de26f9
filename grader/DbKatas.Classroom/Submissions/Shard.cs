using System.Globalization;
using DbKatas.Grader.Engines;

namespace DbKatas.Classroom.Submissions;

/// <summary>One of several equal parts of a class, for grading it on several machines. Which student falls into which part depends on the names alone.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">How many parts there are.</param>
public sealed record Shard(int Number, int Of)
{
    public static Shard Whole { get; } = new(1, 1);

    /// <param name="place">The student's place in the order of names, from 0.</param>
    public bool Has(int place) => place % Of == Number - 1;

    /// <param name="text">As "2/8"; null for the whole.</param>
    /// <exception cref="TroubleException">It is not written so.</exception>
    public static Shard Parse(string? text)
    {
        if (text is null)
            return Whole;
        return text.Split('/') is [var number, var of]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            && n >= 1 && n <= m
            ? new Shard(n, m)
            : throw new TroubleException($"--shard is \"{text}\". Write which part of how many, as in --shard 2/8 for the second of eight.");
    }
}
