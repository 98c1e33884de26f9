using System.Globalization;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>Values to fill a field with; the first are the most telling ones.</summary>
/// <param name="Usual">Values like those of the seed, and those at and around the reference's constants.</param>
/// <param name="Strange">Values that nobody would expect.</param>
internal sealed record FieldPool(IReadOnlyList<JsonNode> Usual, IReadOnlyList<JsonNode> Strange)
{
    /// <summary>Values that the seed only leaves open: other months and years, known words among others, larger numbers.</summary>
    public IReadOnlyList<JsonNode> Wide { get; init; } = [];
}

/// <summary>The values to fill each field with, made as those of a table's columns are.</summary>
internal sealed class FieldPools
{
    /// <summary>As many digits as every number of a document holds exactly.</summary>
    private const int Digits = 14;

    private static readonly TimeSpan Year = TimeSpan.FromDays(370);

    private static readonly FieldPool Nothing = new([], []);

    private readonly Dictionary<FieldShape, FieldPool> _pools = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyList<Constant> _constants;

    public FieldPools(DocumentModel model, IReadOnlyList<Constant> constants, Domain domain)
    {
        _constants = constants;
        foreach (var collection in model.Collections)
            foreach (var field in collection.Document.All().Where(field => field.Scalars.Count > 0))
                _pools[field] = Pool(field, domain.Of(collection.Name, field.Path));
    }

    public FieldPool this[FieldShape field] => _pools.GetValueOrDefault(field, Nothing);

    private FieldPool Pool(FieldShape field, ColumnDomain? rules)
    {
        var parts = field.Scalars.GroupBy(ValueKinds.Kind).Select(kind => Pool(field, kind.Key, [.. kind], rules)).ToList();
        return new FieldPool(
            [.. parts.SelectMany(part => part.Usual).Where(value => FieldRules.Allow(rules, value)).DistinctBy(ValueKinds.Key)],
            [.. parts.SelectMany(part => part.Strange).DistinctBy(ValueKinds.Key)])
        {
            Wide = [.. WideValues.Of(field, _constants, rules).Where(value => FieldRules.Allow(rules, value)).DistinctBy(ValueKinds.Key)],
        };
    }

    private FieldPool Pool(FieldShape field, DocumentKind kind, IReadOnlyList<JsonNode> seed, ColumnDomain? rules)
    {
        var near = _constants.For(field.Name);
        switch (kind)
        {
            case DocumentKind.Number when rules?.Values is { } closed:
                return new FieldPool([.. closed.Select(text => JsonNodes.Number(text))], []);
            case DocumentKind.Number:
                return Of(NumberValues.Of(Numbers(field, seed), Texts(seed, ValueKinds.Digits), near, rules), text => JsonNodes.Number(NumberValues.Parse(text) ?? 0));
            case DocumentKind.Text:
                return Of(TextValues.Of(Column(field, ColumnSort.Text), Texts(seed, value => value.Text), near, rules), text => JsonNodes.Text(text));
            case DocumentKind.Date:
                var times = Of(TimeValues.Of(Times(field, seed), Texts(seed, Written), _constants, rules), text => JsonNodes.Date(TimeValues.Parse(text)!.Value));
                return times with { Usual = [.. times.Usual.Where(InReachOf(seed))] };
            case DocumentKind.Boolean:
                return new FieldPool([JsonNodes.Boolean(true), JsonNodes.Boolean(false)], []);
            default:
                return new FieldPool([.. seed.DistinctBy(ValueKinds.Key)], []);
        }
    }

    /// <summary>A pipeline may reckon from a date that is none of its data's, as the beginning of 1970.</summary>
    private static Func<JsonNode, bool> InReachOf(IReadOnlyList<JsonNode> seed)
    {
        var known = seed.Select(value => value.Moment()).OfType<DateTime>().ToList();
        if (known.Count == 0)
            return _ => true;
        var (first, last) = (known.Min(), known.Max());
        var reach = last - first > Year ? last - first : Year;
        return value => value.Moment() is { } moment && moment - last <= reach && first - moment <= reach;
    }

    private static FieldPool Of(ValuePool texts, Func<string, JsonNode> value) => new([.. texts.Usual.Select(value)], [.. texts.Strange.Select(value)]);

    private static List<string> Texts(IEnumerable<JsonNode> seed, Func<JsonNode, string?> text) => [.. seed.Select(text).OfType<string>().Distinct()];

    private static string? Written(JsonNode date) => date.Moment()?.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);

    private static ColumnShape Column(FieldShape field, ColumnSort sort, int modifier = -1) =>
        new(field.Name, field.Name, sort.ToString(), sort, false, false, modifier, []);

    /// <summary>With as many decimal places as the seed has at most.</summary>
    private static ColumnShape Numbers(FieldShape field, IReadOnlyList<JsonNode> seed)
    {
        var places = seed.Max(value => NumberValues.Parse(value.Digits()) is { } number && JsonNodes.Plain(number) is var plain && plain.Contains('.') ? plain.Length - plain.IndexOf('.') - 1 : 0);
        return places == 0 ? Column(field, ColumnSort.Integer) : Column(field, ColumnSort.Decimal, ((Digits << 16) | Math.Min(places, 6)) + 4);
    }

    /// <summary>Where all of the seed's are days, days are what the field holds.</summary>
    private static ColumnShape Times(FieldShape field, IReadOnlyList<JsonNode> seed) =>
        Column(field, seed.All(value => value.Moment()?.TimeOfDay == TimeSpan.Zero) ? ColumnSort.Date : ColumnSort.Timestamp);
}
