using System.IO.Enumeration;
using DbKatas.Grader.Comparing;
using StackExchange.Redis;

namespace DbKatas.Engines.Redis;

/// <summary>Reads what the keys of a scratch hold, with limits: an answer can fill a key with anything.</summary>
/// <param name="scratch">Where the keys are.</param>
/// <param name="rules">How some keys are to be read.</param>
/// <param name="mostParts">Keys read at most, and parts of each.</param>
internal sealed class KeyspaceReader(RedisScratch scratch, KeyspaceRules rules, int mostParts)
{
    /// <param name="begin">The server's clock before the data were loaded, in milliseconds.</param>
    /// <returns>By the keys' printable names, in order; null when there are too many.</returns>
    public async Task<IReadOnlyDictionary<string, KeyState>?> ReadAsync(long begin)
    {
        var end = await scratch.TimeAsync();
        var keys = new SortedDictionary<string, KeyState>(StringComparer.Ordinal);
        var names = await scratch.KeysAsync(mostParts);
        if (names.Count > mostParts)
            return null;
        foreach (var key in names)
            if (await ReadKeyAsync(key, begin, end) is { } state)
                keys[RedisText.Shown((byte[])key!)] = state;
        return keys;
    }

    private async Task<KeyState?> ReadKeyAsync(RedisKey key, long begin, long end)
    {
        var at = (long)await scratch.Administrator.ExecuteAsync("PEXPIRETIME", key);
        if (at == -2)
            return null;
        var (type, content) = await ContentAsync(key);
        return content is null ? null : new KeyState(type, content, new KeyExpiry(at < 0 ? null : at, begin, end));
    }

    // A key that expires between two commands is not there any more.
    private async Task<(string Type, ResultTable? Content)> ContentAsync(RedisKey key)
    {
        var parts = new KeyParts(scratch.Administrator, key, mostParts);
        var type = (string)(await scratch.Administrator.ExecuteAsync("TYPE", key))!;
        return (type, ReadAs(key)) switch
        {
            ("string", KeyspaceRules.Bitmap) => (KeyTypes.Bitmap, await parts.BitsAsync()),
            ("string", _) => await parts.CountAsync() is { } count ? (KeyTypes.HyperLogLog, count) : (KeyTypes.Text, await parts.TextAsync()),
            ("hash", _) => (KeyTypes.Hash, await parts.FieldsAsync()),
            ("list", _) => (KeyTypes.List, await parts.ItemsAsync()),
            ("set", _) => (KeyTypes.Set, await parts.MembersAsync()),
            ("zset", KeyspaceRules.Places) => (KeyTypes.Places, await parts.PlacesAsync()),
            ("zset", _) => (KeyTypes.SortedSet, await parts.ScoresAsync()),
            ("stream", _) => (KeyTypes.Stream, await parts.EntriesAsync()),
            _ => (type, type == "none" ? null : new ResultTable([], [])),
        };
    }

    private string? ReadAs(RedisKey key)
    {
        var name = RedisText.Shown((byte[])key!);
        return rules.ReadAs.Where(rule => FileSystemName.MatchesSimpleExpression(rule.Key, name, ignoreCase: false)).Select(rule => rule.Value).FirstOrDefault();
    }
}
