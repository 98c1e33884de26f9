using System.Globalization;

namespace DbKatas.Grader.Data;

/// <summary>Other numbers for whole-number keys: one digit and several, 2 within 12, 9 before 10, 99 before 100, beyond 1000.</summary>
internal sealed class KeyNumbers(SchemaModel schema, KeyGroups keys, IReadOnlyList<Constant> constants)
{
    private static readonly int[] Numbers =
        [1, 2, 3, 9, 10, 11, 12, 19, 20, 21, 22, 99, 100, 101, 102, 110, 111, 112, 120, 200, 201, 210, 999, 1000, 1001, 1002, 1010, 1100, 2000, 9999, 10000, 10001];

    // Behind all of them, for the keys that are left when they are used up.
    private const int Beyond = 10_100;

    // What stands in for "none" in an answer that can't tell it from a key.
    private static readonly int[] StrangeNumbers = [0, -1, 1_000_000_000];

    /// <summary>Renumbers most groups of keys; a number that the reference names keeps its meaning.</summary>
    /// <param name="draft">The rows.</param>
    /// <param name="random">Decides the numbers.</param>
    /// <param name="strange">True for keys that nobody would give.</param>
    public void Change(RowDraft draft, Randomness random, bool strange)
    {
        foreach (var group in keys.All.Order().Where(IsNumbered))
            if (random.Chance(80))
                Change(draft, group, (strange ? StrangeNumbers : []).Concat(random.Shuffled(Numbers)), percentInOrder: 50, random);
    }

    /// <summary>Renumbers all groups of keys with one digit, two or three, in no order.</summary>
    public void Mix(RowDraft draft, Randomness random)
    {
        foreach (var group in keys.All.Order().Where(IsNumbered))
            Change(draft, group, random.Shuffled(Numbers.Where(number => number < 1000)), percentInOrder: 0, random);
    }

    private bool IsNumbered(int group) => keys.Members(group).All(member => Shape(member) is { Sort: ColumnSort.Integer, IsGenerated: false, Bounds: null or { Count: 0 } });

    private void Change(RowDraft draft, int group, IEnumerable<int> numbers, int percentInOrder, Randomness random)
    {
        var members = keys.Members(group).ToList();
        var named = constants.Where(c => c.IsNumber).Select(c => c.Text).ToHashSet();
        var old = members.SelectMany(member => draft.Rows[member.Table].Select(row => row[member.Column])).OfType<string>().Distinct()
            .Where(value => !named.Contains(value) && NumberValues.Parse(value) is not null).OrderBy(NumberValues.Parse).ToList();
        var free = numbers.Where(number => !named.Contains(Text(number))).Take(old.Count).ToList();
        free.AddRange(Enumerable.Range(Beyond, old.Count - free.Count));
        // In half of the others the order stays: what was first by its number is so still.
        var next = random.Chance(percentInOrder) ? free.Order().ToList() : random.Shuffled(free);
        var map = old.Zip(next).ToDictionary(pair => pair.First, pair => Text(pair.Second));
        foreach (var (table, column) in members)
            foreach (var row in draft.Rows[table])
                row[column] = row[column] is { } value ? map.GetValueOrDefault(value, value) : null;
    }

    private ColumnShape Shape((int Table, int Column) place) => schema.Tables[place.Table].Columns[place.Column];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
