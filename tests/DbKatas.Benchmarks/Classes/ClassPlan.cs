using System.Globalization;

namespace DbKatas.Benchmarks.Classes;

/// <summary>Which class is to be made: <c>class [students] [katas…] [--personal PERCENT] [--hostile PERCENT] [--sizes N] [--shards N] [--in DIR]</c>.</summary>
/// <param name="Students">How many in the whole class.</param>
/// <param name="Katas">By id, topic or track.</param>
/// <param name="Shares">How often what is handed in.</param>
/// <param name="SizeCount">In how many sizes it is graded, the whole class last.</param>
/// <param name="Shards">In how many parts it is graded the second time; 0 for not at all.</param>
/// <param name="Folder">Where the class and its results stay; null for a temporary folder.</param>
internal sealed record ClassPlan(int Students, IReadOnlyList<string> Katas, ClassShares Shares, int SizeCount, int Shards, string? Folder)
{
    /// <summary>The topics that a course on databases would set.</summary>
    private static readonly string[] Course = ["sql/joins", "sql/ctes", "sql/windows", "mongodb/aggregation", "redis/structures", "redis/caching", "redis/patterns"];

    /// <summary>What it costs is compared for classes of these sizes.</summary>
    public IReadOnlyList<int> Sizes => [.. new[] { Students / 10, Students / 3, Students }.Where(size => size > 0).Distinct().TakeLast(SizeCount)];

    public static ClassPlan Parse(string[] words)
    {
        var (rest, options) = (new List<string>(), new Dictionary<string, string>());
        double Number(string name, double usual) => options.TryGetValue(name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : usual;
        for (var i = 0; i < words.Length; i++)
            if (words[i].StartsWith("--", StringComparison.Ordinal))
                options[words[i]] = words[++i];
            else
                rest.Add(words[i]);
        var shares = new ClassShares();
        return new ClassPlan(
            rest.Count > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 20,
            rest.Count > 1 ? rest[1..] : Course,
            shares with { Personal = Number("--personal", shares.Personal * 100) / 100, Hostile = Number("--hostile", shares.Hostile * 100) / 100 },
            (int)Number("--sizes", 3),
            (int)Number("--shards", 8),
            options.GetValueOrDefault("--in"));
    }
}
