namespace DbKatas.Grader.Data;

/// <summary>How the rows of a dataset came about.</summary>
public enum DatasetSort
{
    /// <summary>The rows of the kata's schema.sql, or the documents of its seed, which everybody sees.</summary>
    Visible,

    /// <summary>Made from the schema, or from what the seed's documents look like, with values at and around the constants of the reference answer.</summary>
    ConstantsAware,

    /// <summary>A part of the seed, with rows doubled under new keys, ties and NULLs.</summary>
    PerturbedSeed,

    /// <summary>Several copies of the seed, shuffled and analyzed, so that rows come out in no useful order by themselves.</summary>
    FullSize,

    /// <summary>Several copies of the seed, each of whose rows may hold another value: every value that a column is filled with takes its turn.</summary>
    ChangedCopies,

    /// <summary>Groups of rows that add up to a constant of the reference, to just beside it or to the same; of one state or of mixed ones.</summary>
    Groups,

    /// <summary>Chains of rows that point to each other, longer than the seed's.</summary>
    Chains,

    /// <summary>Rows in a corner of the question: the same total otherwise divided, NULL beside the last value of all, days moved to the end of a leap year.</summary>
    Corners,
}

/// <summary>Rows for every table of a kata. Obeys the schema; whether it also obeys the author is <paramref name="InDomain"/>.</summary>
/// <param name="Name">Unique among a kata's datasets and the same in every run: "constants-07".</param>
/// <param name="Sort">How it came about.</param>
/// <param name="Tables">Every table of the schema, in load order: what a foreign key points to comes first.</param>
/// <param name="InDomain">False when it holds what the schema permits and the question does not have in mind.</param>
/// <param name="Plan">The planner's settings to run it under, as in "enable_sort=off"; the same rows come out in another order.</param>
/// <param name="Analyzed">True to gather the planner's statistics after loading.</param>
public sealed record Dataset(
    string Name, DatasetSort Sort, IReadOnlyList<TableRows> Tables, bool InDomain = true, IReadOnlyList<string>? Plan = null, bool Analyzed = false) : IDataset
{
    public IReadOnlyList<TableRows> Tables
    {
        get;
        init => (field, IsKnownToFit) = (value, false);
    } = Tables;

    /// <summary>True when a server has taken these very rows before: then what they point to need not be looked up again.</summary>
    public bool IsKnownToFit { get; init; }

    /// <summary>Rows of all tables.</summary>
    public int RowCount => Tables.Sum(table => table.Rows.Count);
}

/// <summary>The rows of one table, in the order in which they are stored.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">A cell for each of the table's columns, as PostgreSQL writes the value; null for NULL and for columns that are generated.</param>
public sealed record TableRows(TableShape Table, IReadOnlyList<string?[]> Rows);
