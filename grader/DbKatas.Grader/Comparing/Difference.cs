namespace DbKatas.Grader.Comparing;

/// <summary>
/// What an actual result has that the expected one has not, and the other way round. It decides the verdict and feeds the words, so that
/// the two never disagree. Every row of either table is in exactly one place: matching, changed, missing or extra.
/// </summary>
public sealed record Difference(ResultTable Expected, ResultTable Actual, ComparisonRules Rules)
{
    /// <summary>Null when the columns are as asked for.</summary>
    public ColumnDifference? Columns { get; init; }

    /// <summary>Rows that only the expected table has, in its order.</summary>
    public IReadOnlyList<CountedRow> Missing { get; init; } = [];

    /// <summary>Rows that only the actual table has, in its order.</summary>
    public IReadOnlyList<CountedRow> Extra { get; init; } = [];

    /// <summary>Rows of both tables that agree on <see cref="Key"/> and differ elsewhere, in the expected order.</summary>
    public IReadOnlyList<ChangedRow> Changed { get; init; } = [];

    /// <summary>The columns by which changed rows were paired; empty when there are none, or when each table has just one row.</summary>
    public IReadOnlyList<int> Key { get; init; } = [];

    /// <summary>Null when the order is right, was not asked for, or was not looked at because the rows differ.</summary>
    public OrderDifference? Order { get; init; }

    /// <summary>Rows that both tables have, counted per duplicate; 0 when the rows were not compared.</summary>
    public int MatchingRows { get; init; }

    /// <summary>What is worth saying although it decides nothing.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    public int ExpectedRows => Expected.Rows.Count;

    /// <summary>The rows that were read; there were more when <see cref="Truncated"/>.</summary>
    public int ActualRows => Actual.Rows.Count;

    public int MissingRows => Missing.Sum(row => row.Count);

    public int ExtraRows => Extra.Sum(row => row.Count);

    /// <summary>True when the actual result had more rows than were read; it is never equal then.</summary>
    public bool Truncated => Actual.Truncated;

    public bool RowsAgree => Missing.Count == 0 && Extra.Count == 0 && Changed.Count == 0;

    /// <summary>The verdict.</summary>
    public bool IsEqual => Columns is null && RowsAgree && Order is null && !Truncated;
}

/// <summary>A row with how many copies of it one table has more than the other.</summary>
/// <param name="Cells">The row.</param>
/// <param name="Count">Copies that have no partner; at least 1.</param>
/// <param name="Matched">Copies that both tables have: above 0, only the number of duplicates is wrong.</param>
public readonly record struct CountedRow(Value[] Cells, int Count, int Matched);

/// <summary>A missing and an extra row that are the same row by key.</summary>
public readonly record struct ChangedRow
{
    private readonly NumberTolerance[] _tolerances;

    internal ChangedRow(Value[] expected, Value[] actual, NumberTolerance[] tolerances) => (Expected, Actual, _tolerances) = (expected, actual, tolerances);

    public Value[] Expected { get; }

    public Value[] Actual { get; }

    /// <summary>The columns in which they differ; never empty. Found anew each time, since a few rows are shown where a million may differ.</summary>
    public IReadOnlyList<int> Cells
    {
        get
        {
            var (expected, actual, tolerances) = (Expected, Actual, _tolerances);
            return [.. Enumerable.Range(0, expected.Length).Where(i => !LooseMeaning.Same(expected[i], actual[i], tolerances[i]))];
        }
    }
}

/// <summary>The first row at which the order goes wrong.</summary>
/// <param name="Row">Its position in both tables, from 0.</param>
/// <param name="Keys">What was to be sorted by, each with its column's position.</param>
public sealed record OrderDifference(int Row, IReadOnlyList<(OrderKey Key, int Column)> Keys);
