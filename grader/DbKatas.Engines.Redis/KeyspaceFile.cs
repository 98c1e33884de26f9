using System.Text.Json;
using DbKatas.Grader.Comparing;

namespace DbKatas.Engines.Redis;

using Keyspace = IReadOnlyDictionary<string, KeyState>;

/// <summary>What the keys hold after a reference, as bytes for a library without solutions.</summary>
internal static class KeyspaceFile
{
    /// <summary>Below a second, people ask for round numbers as well.</summary>
    private static readonly long[] RoundMilliseconds = [500, 250, 100, 50, 10];

    /// <param name="runs">Two runs: what goes at the same instant after both was given that instant, anything else a time to live.</param>
    public static byte[] Write((Keyspace First, Keyspace Second) runs) => JsonSerializer.SerializeToUtf8Bytes(
        runs.First.Select(key => Stored(key.Key, key.Value, runs.Second.GetValueOrDefault(key.Key)?.Expiry)));

    /// <returns>The keys as they stand when the server's clock, in milliseconds, says this: what goes at an instant has less and less time to live.</returns>
    public static Func<long, Keyspace> Read(byte[] bytes)
    {
        var stored = JsonSerializer.Deserialize<IReadOnlyList<StoredKey>>(bytes)!;
        return now => Keys(stored, now);
    }

    private static SortedDictionary<string, KeyState> Keys(IReadOnlyList<StoredKey> stored, long now)
    {
        var keys = new SortedDictionary<string, KeyState>(StringComparer.Ordinal);
        foreach (var key in stored)
        {
            var rows = key.Rows.Select(row => Array.ConvertAll(row, cell => new Value(cell.Kind, cell.Text)));
            keys[key.Name] = new KeyState(key.Type, new ResultTable([.. key.Columns.Select(column => new Column(column.Name, column.Type))], [.. rows]), Expiry(key, now));
        }
        return keys;
    }

    private static StoredKey Stored(string name, KeyState state, KeyExpiry? again)
    {
        var isInstant = state.Expiry.At is not null && state.Expiry.At == again?.At;
        return new StoredKey(
            name, state.Type, [.. state.Content.Columns.Select(column => new StoredColumn(column.Name, column.TypeName))],
            [.. state.Content.Rows.Select(row => Array.ConvertAll(row, cell => new StoredCell(cell.Kind, cell.Text)))],
            isInstant ? state.Expiry.At : null, isInstant ? null : TimeToLive(state.Expiry));
    }

    private static KeyExpiry Expiry(StoredKey key, long now) => key.Instant is { } instant ? new KeyExpiry(instant, now, now) : new KeyExpiry(key.TimeToLive, 0, 0);

    private static long? TimeToLive(KeyExpiry expiry)
    {
        if (expiry.At is null)
            return null;
        var likely = expiry.Likely;
        return likely != expiry.Most ? likely : RoundMilliseconds.Select(unit => likely / unit * unit).FirstOrDefault(round => round >= expiry.Least, likely);
    }

    private sealed record StoredKey(
        string Name, string Type, IReadOnlyList<StoredColumn> Columns, IReadOnlyList<StoredCell[]> Rows, long? Instant, long? TimeToLive);

    private sealed record StoredColumn(string Name, string Type);

    private sealed record StoredCell(ValueKind Kind, string? Text);
}
