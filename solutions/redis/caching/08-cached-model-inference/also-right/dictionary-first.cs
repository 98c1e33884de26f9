using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Redis.CachedInference;

public sealed class EmbeddingCache(IDatabase cache, string model, Func<IReadOnlyList<string>, Task<IReadOnlyList<float[]>>> embed)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts)
    {
        // Every text once, with its vector or null.
        var vectors = texts.Distinct().ToDictionary(text => text, _ => (float[]?)null);
        if (vectors.Count == 0)
            return [];
        var keys = vectors.Keys.ToArray();
        var found = (RedisValue[])(await cache.ExecuteAsync("MGET", keys.Select(text => (object)Key(text)).ToArray()))!;
        for (var i = 0; i < keys.Length; i++)
            vectors[keys[i]] = found[i].IsNull ? null : Vector(found[i]!);
        var missing = keys.Where(text => vectors[text] is null).ToList();
        foreach (var (text, vector) in await MakeAsync(missing))
            vectors[text] = vector;
        return [.. texts.Select(text => vectors[text]!)];
    }

    private async Task<IReadOnlyDictionary<string, float[]>> MakeAsync(IReadOnlyList<string> missing)
    {
        if (missing.Count == 0)
            return new Dictionary<string, float[]>();
        var vectors = await embed(missing);
        if (vectors.Count != missing.Count)
            throw new InvalidOperationException($"The model gave {vectors.Count} vectors for {missing.Count} texts.");
        await Task.WhenAll(missing.Zip(vectors, (text, vector) => cache.StringSetAsync(Key(text), Bytes(vector), Lifetime)));
        return missing.Zip(vectors).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private RedisKey Key(string text) => $"embedding:{model}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static byte[] Bytes(float[] vector) => MemoryMarshal.AsBytes<float>(vector).ToArray();

    private static float[] Vector(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
