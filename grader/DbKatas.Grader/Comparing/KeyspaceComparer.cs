namespace DbKatas.Grader.Comparing;

/// <summary>Compares what keys hold after two scripts: which keys there are, their types, their parts and when they go.</summary>
public static class KeyspaceComparer
{
    /// <param name="expected">By the keys' names.</param>
    /// <param name="actual">By the keys' names.</param>
    /// <param name="tolerance">Between numbers, such as scores; null for the comparer's own.</param>
    /// <param name="rules">Between times to live.</param>
    /// <returns>The keys that differ, in the order of their names; none when all agree.</returns>
    public static IReadOnlyList<KeyDifference> Compare(
        IReadOnlyDictionary<string, KeyState> expected, IReadOnlyDictionary<string, KeyState> actual, decimal? tolerance, KeyspaceRules rules)
    {
        var contentRules = ComparisonRules.Bag with { Tolerance = tolerance };
        return [.. expected.Keys.Union(actual.Keys).Order(StringComparer.Ordinal).Select(CompareOne).OfType<KeyDifference>()];

        KeyDifference? CompareOne(string key)
        {
            if (!actual.TryGetValue(key, out var held))
                return new KeyDifference(key, expected[key], null);
            if (!expected.TryGetValue(key, out var wanted))
                return new KeyDifference(key, null, held);
            if (wanted.Type != held.Type)
                return new KeyDifference(key, wanted, held);
            var content = TableComparer.Compare(wanted.Content, held.Content, contentRules);
            var expiryDiffers = !wanted.Expiry.Agrees(held.Expiry, rules.ExpirySeconds);
            return content.IsEqual && !expiryDiffers ? null : new KeyDifference(key, wanted, held, content.IsEqual ? null : content, expiryDiffers);
        }
    }
}
