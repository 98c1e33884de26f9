namespace DbKatas.Grader.Comparing;

/// <summary>
/// For each leftover row, a hash of what must agree exactly and the places of its loose numbers on a line, in units of the grid's width.
/// </summary>
internal sealed class RowGrid
{
    // A wide grid keeps all but a few pairs from lying across a line already in the first pass. An absolute tolerance is often not much
    // smaller than the values are apart, so that its grid is as narrow as the passes allow.
    private const double RelativeWidth = 1000;
    private const double AbsoluteWidth = 4;

    private readonly RowPool _pool;
    private readonly int[] _rows;
    private readonly LooseColumns _columns;
    private readonly NumberTolerance[] _tolerances;
    private readonly int _passes;
    private readonly int[] _exact;
    private readonly int[][] _nested;
    private readonly double[] _places;

    /// <param name="pool">The rows of both tables.</param>
    /// <param name="rows">The leftover rows of one table, by number.</param>
    /// <param name="columns">Which columns are loose.</param>
    /// <param name="tolerances">One for each column.</param>
    /// <param name="passes">How many times the grid is shifted.</param>
    public RowGrid(RowPool pool, int[] rows, LooseColumns columns, NumberTolerance[] tolerances, int passes)
    {
        _pool = pool;
        _rows = rows;
        _columns = columns;
        _tolerances = tolerances;
        _passes = passes;
        _exact = new int[rows.Length];
        // Numbers inside arrays and JSON are not counted as columns; two grids in turn serve them.
        _nested = columns.Nested ? [new int[rows.Length], new int[rows.Length]] : [];
        _places = new double[rows.Length * columns.Numbers];
        RowPool.ForAll(rows.Length, Place);
    }

    /// <summary>The bucket of a leftover row in a pass.</summary>
    public int Bucket(int row, int pass)
    {
        var hash = new HashCode();
        hash.Add(_exact[row]);
        if (_nested.Length > 0)
        {
            hash.Add(_nested[pass % 2][row]);
        }
        double shift = (double)pass / _passes;
        for (int i = row * _columns.Numbers; i < (row + 1) * _columns.Numbers; i++)
        {
            hash.Add(Math.Floor(_places[i] + shift));
        }
        return hash.ToHashCode();
    }

    /// <summary>A bucket for all rows that agree in what must agree exactly.</summary>
    public int WidestBucket(int row) => _exact[row];

    private void Place(int i)
    {
        var exact = new HashCode();
        var even = new HashCode();
        var odd = new HashCode();
        int place = i * _columns.Numbers;
        int end = place + _columns.Numbers;
        var row = _pool[_rows[i]];
        for (int column = 0; column < row.Length; column++)
        {
            if (!_columns.Loose[column])
            {
                exact.Add(_pool.Hash(_rows[i], column));
            }
            else if (row[column].Kind is ValueKind.Json or ValueKind.Array)
            {
                even.Add(NestedHash(row[column], _tolerances[column], 0));
                odd.Add(NestedHash(row[column], _tolerances[column], 0.5));
            }
            else if (PlaceOf(row[column], _tolerances[column], ref exact) is { } found && place < end)
            {
                _places[place++] = found;
            }
        }
        _exact[i] = exact.ToHashCode();
        if (_nested.Length > 0)
        {
            _nested[0][i] = even.ToHashCode();
            _nested[1][i] = odd.ToHashCode();
        }
    }

    // A text may be what an actual number or instant prints, so it takes the place that those would have.
    private double? PlaceOf(in Value value, NumberTolerance tolerance, ref HashCode exact)
    {
        bool isTextual = value.Kind is ValueKind.Text or ValueKind.Other;
        if ((isTextual || value.IsNumeric) && ExactNumber.TryParse(value.Text, out var number))
        {
            return PlaceOf(number, tolerance, ref exact);
        }
        exact.Add(ExactMeaning.Hash(isTextual ? value with { Kind = ValueKind.Instant } : value));
        return null;
    }

    private double? PlaceOf(in ExactNumber number, NumberTolerance tolerance, ref HashCode exact)
    {
        if (number.Form != NumberForm.Finite || tolerance.Coordinate(number) is not { } coordinate)
        {
            exact.Add(number.Form);
            return null;
        }
        double width = tolerance.Width * (tolerance.IsAbsolute ? AbsoluteWidth * _passes : Math.Max(RelativeWidth, AbsoluteWidth * _passes));
        if (!tolerance.IsAbsolute)
        {
            exact.Add(number.Sign);
        }
        return width > 0 ? coordinate / width : coordinate;
    }

    private int NestedHash(in Value value, NumberTolerance tolerance, double shift)
    {
        if (value.Kind == ValueKind.Json)
        {
            return JsonMeaning.Hash(value.Text!, number => NumberHash(number, tolerance, shift));
        }
        var hash = new HashCode();
        foreach (var item in value.Items ?? [])
        {
            hash.Add(item.Kind is ValueKind.Json or ValueKind.Array ? NestedHash(item, tolerance, shift) : ItemHash(item, tolerance, shift));
        }
        return hash.ToHashCode();
    }

    private int ItemHash(in Value value, NumberTolerance tolerance, double shift)
    {
        var exact = new HashCode();
        exact.Add(PlaceOf(value, tolerance, ref exact) is { } place ? Math.Floor(place + shift) : 0);
        return exact.ToHashCode();
    }

    private int NumberHash(ExactNumber number, NumberTolerance tolerance, double shift)
    {
        var exact = new HashCode();
        exact.Add(PlaceOf(number, tolerance, ref exact) is { } place ? Math.Floor(place + shift) : 0);
        return exact.ToHashCode();
    }
}
