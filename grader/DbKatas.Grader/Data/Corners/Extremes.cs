namespace DbKatas.Grader.Data.Corners;

/// <summary>What stands last when a column's values are sorted, and may be missing from the seed: for each column those that the question has in mind as well.</summary>
/// <param name="schema">The tables.</param>
/// <param name="seed">The visible rows.</param>
/// <param name="pools">What columns are filled with.</param>
/// <param name="domain">The author's rules.</param>
/// <param name="strange">True for numbers that nobody would expect.</param>
internal sealed class Extremes(SchemaModel schema, Dataset seed, ColumnPools pools, Domain domain, bool strange = false)
{
    // A capital behind Z in the alphabet of the bytes, and small letters too.
    private const string BehindAll = "Åsa";

    private readonly Dictionary<(int Table, int Column), IReadOnlyList<string>> _known = [];

    public bool MayBeNull(int table, int column) => schema.Tables[table].Columns[column] is { NotNull: false, IsGenerated: false } shape && Rules(table, shape)?.NeverNull != true;

    /// <returns>At most a few; none where there is no telling.</returns>
    public IReadOnlyList<string> Of(int table, int column)
    {
        if (!_known.TryGetValue((table, column), out var values))
            _known[(table, column)] = values = [.. Find(table, column).Distinct()];
        return values;
    }

    private IEnumerable<string> Find(int table, int column)
    {
        var shape = schema.Tables[table].Columns[column];
        return shape.Sort switch
        {
            ColumnSort.Integer or ColumnSort.Decimal when Rules(table, shape) is var rules && rules?.Values is null => Numbers(shape, rules),
            ColumnSort.Text when shape.Allowed is null && Rules(table, shape) is not ({ Values: not null } or { Pattern: not null }) => Texts(shape, [.. seed.Tables[table].Rows.Select(row => row[column]).OfType<string>().Distinct()]),
            _ => [],
        };
    }

    private IEnumerable<string> Numbers(ColumnShape shape, ColumnDomain? rules)
    {
        bool Admits(decimal number) => NumberValues.Admits(shape, rules, number);
        if (strange)
            return pools[shape].Strange.Where(text => NumberValues.Parse(text) is { } number && Admits(number)).OrderByDescending(NumberValues.Parse).Take(2);
        var most = pools[shape].Usual.Select(NumberValues.Parse).OfType<decimal>().Where(Admits).OrderDescending().Take(1);
        return most.SelectMany(number => new[] { number, number - (NumberValues.Unit(shape) ?? 1) }).Where(Admits).Select(number => NumberValues.Text(number, shape));
    }

    // Names may begin with any letter; of a code another comes to mind that ends alike: 6A beside 5A.
    private static IEnumerable<string> Texts(ColumnShape shape, List<string> known)
    {
        var names = known.Any(text => text.Length > 0 && char.IsUpper(text[0])) && known.All(text => text.All(letter => char.IsLetter(letter) || letter is ' ' or '-' or '\'')) ? [BehindAll] : Array.Empty<string>();
        return names.Concat(known.Where(IsCode).Take(3).Select(text => Next(text[0]) + text[1..])).Where(text => shape.Length is not { } most || text.Length <= most);
    }

    private static bool IsCode(string text) => text.Length is > 1 and <= 8 && char.IsAsciiLetterOrDigit(text[0]) && text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter);

    private static char Next(char letter) => letter switch { 'z' => 'a', 'Z' => 'A', '9' => '1', _ => (char)(letter + 1) };

    private ColumnDomain? Rules(int table, ColumnShape shape) => domain.Of(schema.Tables[table].Name, shape.Name);
}
