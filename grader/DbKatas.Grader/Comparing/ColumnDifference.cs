namespace DbKatas.Grader.Comparing;

/// <summary>What is wrong with the columns.</summary>
public enum ColumnFault
{
    /// <summary>There are more or fewer than asked for; rows were not compared.</summary>
    Number,

    /// <summary>They have other names, where the kata requires names.</summary>
    Names,

    /// <summary>The rows agree once the columns are put in the order of their names.</summary>
    Swapped,
}

/// <param name="Fault">What is wrong.</param>
/// <param name="Misplaced">The expected columns that are not where they should be; empty when the number of columns is wrong.</param>
public sealed record ColumnDifference(ColumnFault Fault, IReadOnlyList<MisplacedColumn> Misplaced);

/// <summary>An expected column whose place is taken by a column of another name.</summary>
/// <param name="Position">Its place, from 0.</param>
/// <param name="Expected">Its name.</param>
/// <param name="Actual">The name found there.</param>
/// <param name="FoundAt">Where the actual table has a column of the expected name, from 0; null when nowhere.</param>
public sealed record MisplacedColumn(int Position, string Expected, string Actual, int? FoundAt);
