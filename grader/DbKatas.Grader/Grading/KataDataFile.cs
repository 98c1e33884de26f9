using System.Text.Json;
using DbKatas.Grader.Data;

namespace DbKatas.Grader.Grading;

/// <summary>A kata's data as a text, for keeping between runs.</summary>
internal static class KataDataFile
{
    public static byte[] Write(KataData data)
    {
        var sets = data.Datasets.Zip(data.Expected, (dataset, expected) => new StoredSet(
            dataset.Name, dataset.Sort, [.. dataset.Tables.Select(rows => rows.Rows)], dataset.InDomain, dataset.Plan ?? [], dataset.Analyzed,
            StoredTable.Of(expected.Tables), expected.Stable));
        return JsonSerializer.SerializeToUtf8Bytes(new StoredData(data.Schema, [.. sets]), KataDataJson.Default.StoredData);
    }

    /// <returns>Null when the bytes are not what <see cref="Write"/> makes.</returns>
    public static KataData? Read(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return KataDataReader.Read(json.RootElement);
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    internal sealed record StoredData(SchemaModel Schema, IReadOnlyList<StoredSet> Sets);

    internal sealed record StoredSet(
        string Name, DatasetSort Sort, IReadOnlyList<IReadOnlyList<string?[]>> Rows, bool InDomain, IReadOnlyList<string> Plan, bool Analyzed,
        Dictionary<string, StoredTable> Expected, IReadOnlyList<int>? Stable);
}
