using System.Globalization;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Feedback;

/// <summary>What is wrong with keys, in words: a sentence a key and, where its parts differ, the parts as an aligned table.</summary>
public static class KeyDifferenceText
{
    /// <summary>More keys are counted, not told.</summary>
    private const int MostKeys = 8;

    /// <returns>One text a key, lines parted by \n; then how many are left out.</returns>
    public static IEnumerable<string> Of(IReadOnlyList<KeyDifference> differences, Ink ink)
    {
        var missing = differences.Where(found => found.Actual is null).Select(found => found.Key).ToList();
        foreach (var found in differences.Take(MostKeys))
            yield return Of(found, missing, ink);
        if (differences.Count > MostKeys)
            yield return $"{DifferenceSentence.Count(differences.Count - MostKeys, "more key")} {(differences.Count == MostKeys + 1 ? "differs" : "differ")}.";
    }

    private static string Of(KeyDifference found, List<string> missing, Ink ink)
    {
        var head = $"key {CellText.Name(found.Key)}";
        return found switch
        {
            { Actual: null, Expected: { } expected } => $"{head}: it is expected ({Kind(expected)}), and it is not there.",
            { Expected: null, Actual: { } actual } => $"{head}: it is there ({Kind(actual)}), and it is not expected.{Meant(found.Key, missing)}",
            { Expected: { } expected, Actual: { } actual } when expected.Type != actual.Type =>
                $"{head}: it should be {Article(expected.Type)}; yours is {Article(actual.Type)}.",
            _ => string.Join('\n', Parts(head, found, ink)),
        };
    }

    private static IEnumerable<string> Parts(string head, KeyDifference found, Ink ink)
    {
        if (found.ExpiryDiffers)
            yield return $"{head}: it should {Goes(found.Expected!.Expiry)}; yours {GoesNow(found.Actual!.Expiry)}.";
        if (found.Content is not { } content)
            yield break;
        yield return $"{head}: {KeyContentSentence.Of(found.Expected!.Type, content)}";
        if (content.Truncated)
            yield break;
        if (content.Expected.Columns.Count == 1 && content is { ExpectedRows: 1, ActualRows: 1, Columns: null })
        {
            if (LookAlikes.Note(content.Expected.Rows[0][0], content.Actual.Rows[0][0]) is { } note)
                yield return note;
            yield break;
        }
        var table = new DifferenceTable(content);
        foreach (var line in table.Lines(ink))
            yield return line;
        if (table.LeftOut() is { } leftOut)
            yield return ink.Faint(leftOut);
        foreach (var note in LookAlikes.Notes(content, table))
            yield return note;
        if (content.MatchingRows > 0)
            yield return KeyContentSentence.Others(found.Expected!.Type, content.MatchingRows);
    }

    private static string Kind(KeyState state) => Article(state.Type) + (state.Expiry.At is null ? "" : $" that expires {When(state.Expiry)}");

    private static string Article(string type) => type switch
    {
        KeyTypes.Places => "a sorted set of places",
        _ => $"a {type}",
    };

    private static string Goes(KeyExpiry expiry) => expiry.At is null ? "never expire" : $"expire {When(expiry)}";

    private static string GoesNow(KeyExpiry expiry) => expiry.At is null ? "never expires" : $"expires {When(expiry)}";

    // Who names a moment names a whole minute, and who names a span a round one; the first is told as a moment, since its span changes all the time.
    private static string When(KeyExpiry expiry)
    {
        const int minute = 60_000;
        var isMoment = expiry.At % minute == 0 && expiry.Likely % minute != 0;
        return isMoment
            ? "at " + DateTimeOffset.FromUnixTimeMilliseconds(expiry.At!.Value).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
            : "in " + (expiry.Likely / 1000m).ToString("0.###", CultureInfo.InvariantCulture) + " s";
    }

    private static string Meant(string key, List<string> missing) => Spelling.Nearest(key, missing) is { } near ? $" Did you mean {CellText.Name(near)}?" : "";
}
