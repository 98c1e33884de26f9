using System.Globalization;
using DbKatas.Grader.Comparing;
using StackExchange.Redis;

namespace DbKatas.Engines.Redis;

/// <summary>The parts of one key as a table, with columns by the key's type.</summary>
/// <param name="database">Where it is.</param>
/// <param name="key">Its name.</param>
/// <param name="most">More parts than these are not read; the table says so.</param>
internal sealed class KeyParts(IDatabase database, RedisKey key, int most)
{
    /// <summary>Longer strings are cut: no kata asks for one.</summary>
    private const int LongestText = 1024 * 1024;

    private static readonly byte[] HyperLogLogMark = "HYLL"u8.ToArray();

    public async Task<ResultTable> TextAsync() => Table(["value"], [[RedisText.Cell((byte[]?)await database.StringGetRangeAsync(key, 0, LongestText))]]);

    /// <returns>The estimate as a table of one cell; null when the string is no HyperLogLog.</returns>
    public async Task<ResultTable?> CountAsync()
    {
        var mark = (byte[]?)await database.StringGetRangeAsync(key, 0, HyperLogLogMark.Length - 1);
        if (mark is null || !mark.AsSpan().SequenceEqual(HyperLogLogMark))
            return null;
        try
        {
            return Table(["count"], [[Number((long)await database.ExecuteAsync("PFCOUNT", key))]]);
        }
        catch (RedisServerException)
        {
            // A text that only begins like one.
            return null;
        }
    }

    /// <summary>The positions of the set bits. Zeros behind the last one mean nothing.</summary>
    public async Task<ResultTable> BitsAsync()
    {
        var bytes = (byte[]?)await database.StringGetRangeAsync(key, 0, LongestText) ?? [];
        var bits = from position in Enumerable.Range(0, bytes.Length * 8)
                   where (bytes[position / 8] & (0x80 >> (position % 8))) != 0
                   select (Value[])[Number(position)];
        return Table(["bit"], bits);
    }

    public async Task<ResultTable> FieldsAsync()
    {
        if (await database.HashLengthAsync(key) > most)
            return TooMany(["field", "value"]);
        return Table(["field", "value"], Sorted((await database.HashGetAllAsync(key)).Select(entry => Cells(entry.Name, entry.Value))));
    }

    public async Task<ResultTable> ItemsAsync()
    {
        var items = await database.ListRangeAsync(key, 0, most);
        return Table(["position", "item"], items.Select((item, i) => (Value[])[Number(i), RedisText.Cell((byte[]?)item)]));
    }

    public async Task<ResultTable> MembersAsync()
    {
        if (await database.SetLengthAsync(key) > most)
            return TooMany(["member"]);
        return Table(["member"], Sorted((await database.SetMembersAsync(key)).Select(member => Cells(member))));
    }

    public async Task<ResultTable> ScoresAsync()
    {
        var members = await database.SortedSetRangeByRankWithScoresAsync(key, 0, most);
        return Table(["member", "score"], members.Select(entry => (Value[])[RedisText.Cell((byte[]?)entry.Element), Decimal(entry.Score)]));
    }

    public async Task<ResultTable> PlacesAsync()
    {
        // A score holds a place to about half a metre; five digits of a degree are one metre.
        const int digits = 5;
        var members = await database.SortedSetRangeByRankAsync(key, 0, most);
        var rows = new List<Value[]>();
        foreach (var member in members)
        {
            var place = (await database.GeoPositionAsync(key, member))!.Value;
            rows.Add([RedisText.Cell((byte[]?)member), Decimal(Math.Round(place.Longitude, digits)), Decimal(Math.Round(place.Latitude, digits))]);
        }
        return Table(["member", "longitude", "latitude"], Sorted(rows));
    }

    /// <summary>Entries in their order, then the consumer groups.</summary>
    public async Task<ResultTable> EntriesAsync()
    {
        string[] columns = ["entry", "id", "fields"];
        var entries = (RedisResult[])(await database.ExecuteAsync("XRANGE", key, "-", "+", "COUNT", (most + 1).ToString(CultureInfo.InvariantCulture)))!;
        var rows = entries.Select((entry, i) => Entry(i, (RedisResult[])entry!)).ToList();
        foreach (var group in (RedisResult[])(await database.ExecuteAsync("XINFO", "GROUPS", key))!)
        {
            var facts = (RedisResult[])group!;
            string Fact(string name) => (string?)facts[Array.FindIndex(facts, fact => (string?)fact == name) + 1] ?? "";
            rows.Add([Text($"group {Fact("name")}"), Text("-"), Text($"{Fact("consumers")} consumers, {Fact("pending")} pending")]);
        }
        return Table(columns, rows);
    }

    private static Value[] Entry(int position, RedisResult[] entry)
    {
        var id = (string)entry[0]!;
        var fields = ((RedisResult[])entry[1]!).Select(part => RedisText.Shown((byte[])part!)).Chunk(2).Select(pair => $"{pair[0]}={pair[^1]}");
        return [Text(position.ToString(CultureInfo.InvariantCulture)), Text(IsMadeByClock(id) ? "*" : id), Text(string.Join(' ', fields))];
    }

    // XADD with * takes the server's clock, in milliseconds since 1970; people choose short numbers.
    private static bool IsMadeByClock(string id) => id.IndexOf('-', StringComparison.Ordinal) > 11;

    private static IEnumerable<Value[]> Sorted(IEnumerable<Value[]> rows) => rows.OrderBy(row => row[0].Text, StringComparer.Ordinal);

    private static Value[] Cells(params RedisValue[] values) => [.. values.Select(value => RedisText.Cell((byte[]?)value))];

    private static Value Number(long number) => new(ValueKind.Number, number.ToString(CultureInfo.InvariantCulture));

    private static Value Decimal(double number) => new(ValueKind.Float, number.ToString("R", CultureInfo.InvariantCulture));

    private static Value Text(string text) => new(ValueKind.Text, text);

    // Which of its members a large set names first is chance, so none is named.
    private ResultTable TooMany(string[] columns) => new(Columns(columns), [.. Enumerable.Repeat(new Value[columns.Length], most)], Truncated: true);

    private ResultTable Table(string[] columns, IEnumerable<Value[]> parts)
    {
        Value[][] rows = [.. parts.Take(most + 1)];
        return new ResultTable(Columns(columns), rows.Length > most ? rows[..most] : rows, Truncated: rows.Length > most);
    }

    private static Column[] Columns(string[] names) => [.. names.Select(name => new Column(name, "text"))];
}
