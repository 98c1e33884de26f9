namespace DbKatas.Grader.Comparing;

/// <summary>The distinct ones of some rows by exact meaning in some columns: each goes by the place of the first row equal to it.</summary>
/// <param name="pool">Where the rows are.</param>
/// <param name="columns">The columns that count.</param>
/// <param name="numbers">The rows by number; a place is a position in this list.</param>
/// <param name="index">Room for as many rows, and empty.</param>
internal sealed class DistinctRows(RowPool pool, int[] columns, IReadOnlyList<int> numbers, RowIndex index)
{
    /// <summary>In place of a place where there is none.</summary>
    public const int None = RowIndex.None;

    private readonly RowComparer _comparer = new(pool, columns);

    public DistinctRows(RowPool pool, IReadOnlyList<int> numbers)
        : this(pool, pool.AllColumns, numbers, new RowIndex(numbers.Count))
    {
    }

    /// <summary>Adds a row unless one equal to it is there; the place of the one that is there then.</summary>
    public int Add(int place)
    {
        int hash = _comparer.Hash(numbers[place]);
        int first = PlaceOf(numbers[place], hash);
        if (first != None)
        {
            return first;
        }
        index.Add(place, hash);
        return place;
    }

    /// <summary>The place of the row that is equal to a row of either table, or <see cref="None"/>.</summary>
    public int PlaceOf(int number) => PlaceOf(number, _comparer.Hash(number));

    private int PlaceOf(int number, int hash)
    {
        int place = index.First(hash);
        while (place != None && !_comparer.Same(numbers[place], number))
        {
            place = index.Next(place);
        }
        return place;
    }
}
