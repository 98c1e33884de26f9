namespace DbKatas.Grader.Data.Corners;

/// <summary>
/// The seed, with all of its days moved by the same number, so that two that follow each other are the last of a year and the first of the next,
/// the leap day and the one after it, the ends of a month. A reference that names days stays where they are.
/// </summary>
internal sealed class MovedDays(SchemaModel schema, Dataset seed, IReadOnlyList<Constant> constants) : ICorner
{
    public bool Fits => Columns().Any(place => Days(place).Count > 0) && constants.All(constant => constant.IsNumber || TimeValues.Parse(constant.Text) is null);

    public RowDraft Make(Randomness random, int turn)
    {
        var draft = RowDraft.Of(schema, seed);
        var days = Days(random.Pick([.. Columns().Where(place => Days(place).Count > 0)]));
        // Where days follow each other, they go on doing so.
        DateTime[] followed = [.. days.Where(day => days.Contains(day.AddDays(1)))];
        var day = random.Pick(followed.Length > 0 ? followed : [.. days]);
        var by = Target(day, turn) - day;
        foreach (var (table, column) in Columns())
            foreach (var row in draft.Rows[table])
                if (TimeValues.Parse(row[column]) is { Year: > 8 and < 9990 } time)
                    row[column] = TimeValues.Text(time + by, schema.Tables[table].Columns[column]);
        return draft;
    }

    private static DateTime Target(DateTime day, int turn)
    {
        var leap = LeapYears.UpTo(day.Year);
        return (turn % 5) switch
        {
            0 => new DateTime(leap, 12, 31),
            1 => new DateTime(leap, 2, 28),
            2 => new DateTime(leap, 2, 29),
            3 => new DateTime(leap + 1, 2, 28),
            _ => new DateTime(leap + 1, 12, 31),
        };
    }

    private List<DateTime> Days((int Table, int Column) place) => [.. seed.Tables[place.Table].Rows
        .Select(row => TimeValues.Parse(row[place.Column])).OfType<DateTime>().Where(time => time.Year is > 8 and < 9990).Select(time => time.Date).Distinct()];

    private IEnumerable<(int Table, int Column)> Columns() =>
        from table in schema.Tables.Index()
        from column in table.Item.Columns.Index()
        where column.Item is { Sort: ColumnSort.Date or ColumnSort.Timestamp or ColumnSort.TimestampTz, IsGenerated: false }
        select (table.Index, column.Index);
}
