namespace DbKatas.Grader.Grading;

/// <summary>Delta debugging (Zeller 1999, without its complements): halves, quarters and at last single items go, the last first, while what is left still does.</summary>
internal static class FewestItems
{
    /// <param name="items">Items that do together.</param>
    /// <param name="mayBeNone">True where no items at all are worth trying.</param>
    /// <param name="stillDo">Whether fewer items do; once it has had enough it says no.</param>
    public static async Task<List<T>> FindAsync<T>(List<T> items, bool mayBeNone, Func<List<T>, Task<bool>> stillDo)
    {
        if (mayBeNone && await stillDo([]))
            return [];
        for (var size = Math.Max(1, items.Count / 2); ; size = Math.Max(1, size / 2))
        {
            var isFewer = false;
            for (var end = items.Count; end > 0; end -= size)
            {
                var start = Math.Max(0, end - size);
                List<T> fewer = [.. items[..start], .. items[Math.Min(end, items.Count)..]];
                if (fewer.Count == 0 || !await stillDo(fewer))
                    continue;
                (items, isFewer) = (fewer, true);
            }
            if (size == 1 && !isFewer)
                return items;
        }
    }
}
