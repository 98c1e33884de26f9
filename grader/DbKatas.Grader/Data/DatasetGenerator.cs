using DbKatas.Grader.Data.Corners;

namespace DbKatas.Grader.Data;

/// <summary>Makes datasets that fit a kata's schema. The same input gives the same datasets, in the same order.</summary>
/// <remarks>
/// They are candidates: keys and foreign keys are obeyed here, CHECK constraints and the author's SQL rules are for the server to judge.
/// </remarks>
public sealed class DatasetGenerator
{
    private readonly RandomRows _random;
    private readonly PerturbedRows _perturbed;
    private readonly SeedCopies _copies;
    private readonly ChangedCopies _changed;
    private readonly GroupedRows _groups;
    private readonly ChainedRows _chains;
    private readonly KeyNumbers _numbers;
    private readonly CornerRows _corners;
    private readonly CornerRows _strangeCorners;
    private readonly string _key;

    /// <param name="schema">The tables.</param>
    /// <param name="seed">The visible rows.</param>
    /// <param name="reference">The reference answer; its constants are where answers go wrong.</param>
    /// <param name="domain">The author's rules.</param>
    /// <param name="after">What the tables hold after the reference, where it changes them.</param>
    public DatasetGenerator(SchemaModel schema, Dataset seed, string reference, Domain domain, Dataset? after = null)
    {
        var (keys, pools) = (new KeyGroups(schema), new ColumnPools(schema, seed, reference, domain, after));
        (Keys, Pools) = (keys, pools);
        _random = new RandomRows(schema, keys, pools, domain);
        _perturbed = new PerturbedRows(schema, seed, keys, pools, domain);
        _copies = new SeedCopies(schema, seed, keys);
        _changed = new ChangedCopies(schema, _copies, keys, pools, domain);
        _groups = new GroupedRows(schema, seed, keys, pools, domain);
        _chains = new ChainedRows(schema, seed, keys, pools);
        _numbers = new KeyNumbers(schema, keys, pools.Constants);
        var extremes = new Extremes(schema, seed, pools, domain);
        _corners = new CornerRows(
            new EqualTotals(schema, seed, keys, domain), new NullsAndExtremes(schema, seed, _copies, keys, extremes), new MovedDays(schema, seed, pools.Constants),
            new HalfGroups(schema, seed, keys, pools, domain, _groups), new TiedExtremes(schema, seed, keys, pools, extremes), new MixedDigits(_chains, _numbers),
            new KeyForNone(schema, seed, domain), new WrittenBefore(schema, seed, _copies, keys, after));
        // What an answer makes of NULL may still be there, though nobody would expect it.
        _strangeCorners = new CornerRows(
            new KeyForNone(schema, seed, Domain.None, -1), new NullsAndExtremes(schema, seed, _copies, keys, new Extremes(schema, seed, pools, Domain.None, strange: true)));
        _key = reference + domain.Source + string.Join('\n', schema.Tables.Select(table => table.Name));
    }

    /// <summary>Which columns hold the same keys.</summary>
    internal KeyGroups Keys { get; }

    /// <summary>What columns are filled with.</summary>
    internal ColumnPools Pools { get; }

    /// <summary>Datasets of one sort, without end and each under another number; the first are small, as far as the sort allows. None where the schema has no such rows.</summary>
    /// <param name="sort">Not <see cref="DatasetSort.Visible"/>.</param>
    /// <param name="inDomain">False for values that nobody would expect.</param>
    public IEnumerable<Dataset> Make(DatasetSort sort, bool inDomain = true)
    {
        var name = NameOf(sort, inDomain);
        for (var number = 1; ; number++)
        {
            var random = new Randomness($"{_key}\n{name}\n{number}");
            var draft = sort switch
            {
                DatasetSort.ConstantsAware => _random.Make(random, SizeOf(number), !inDomain),
                DatasetSort.PerturbedSeed => _perturbed.Make(random, !inDomain),
                DatasetSort.FullSize => _copies.Make(random),
                DatasetSort.ChangedCopies => _changed.Make(random, number, !inDomain),
                DatasetSort.Groups => _groups.Make(random, number),
                DatasetSort.Chains => _chains.Make(random, number),
                DatasetSort.Corners => (inDomain ? _corners : _strangeCorners).Make(random, number),
                _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "The visible data are not made."),
            };
            if (draft is null)
                yield break;
            if (sort != DatasetSort.Corners && IsSteered(sort) && random.Chance(sort == DatasetSort.Chains ? 75 : 50))
                _numbers.Change(draft, random, !inDomain);
            var plan = Plans[sort == DatasetSort.FullSize ? number % Plans.Length : number % 3 == 0 ? number / 3 % Plans.Length : 0];
            yield return new Dataset($"{name}-{number:00}", sort, draft.Tables, inDomain, plan, Analyzed: sort == DatasetSort.FullSize);
        }
    }

    // What the planner would do by itself; what it does with larger tables; and what it does when sorting looks cheap.
    private static readonly string[][] Plans =
    [
        [],
        ["enable_sort = off", "enable_mergejoin = off", "enable_indexscan = off", "enable_indexonlyscan = off"],
        ["enable_hashagg = off", "enable_hashjoin = off"],
    ];

    // Every third is tiny: an answer that fails on it needs hardly any shrinking.
    internal static int SizeOf(int number) => number == 1 ? 0 : (number % 3) switch { 0 => 2 + number / 12, 1 => 6 + number / 10, _ => 4 };

    /// <summary>True for the sorts that are made to lead an answer astray; what goes wrong on the others as well is shown on those, which are smaller.</summary>
    internal static bool IsSteered(DatasetSort sort) => sort is DatasetSort.ChangedCopies or DatasetSort.Groups or DatasetSort.Chains or DatasetSort.Corners;

    /// <summary>What the datasets of a sort are called; a number follows.</summary>
    internal static string NameOf(DatasetSort sort, bool inDomain) => (inDomain ? "" : "strange-") + sort switch
    {
        DatasetSort.ConstantsAware => "constants",
        DatasetSort.PerturbedSeed => "perturbed",
        DatasetSort.ChangedCopies => "changed",
        DatasetSort.Groups => "groups",
        DatasetSort.Chains => "chains",
        DatasetSort.Corners => "corners",
        _ => "full-size",
    };
}
