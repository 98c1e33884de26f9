using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Redis.CachedInference;

public sealed class EmbeddingCache(IDatabase cache, string model, Func<IReadOnlyList<string>, Task<IReadOnlyList<float[]>>> embed)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>One vector for each text, in their order: from the cache, or else from the model, which is asked once for all that are missing.</summary>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return [];
        var cached = await cache.StringGetAsync([.. texts.Select(Key)]);
        var made = await MakeAsync([.. texts.Where((_, i) => cached[i].IsNull).Distinct()]);
        return [.. texts.Select((text, i) => cached[i].IsNull ? made[text] : Vector(cached[i]!))];
    }

    private async Task<IReadOnlyDictionary<string, float[]>> MakeAsync(IReadOnlyList<string> missing)
    {
        if (missing.Count == 0)
            return new Dictionary<string, float[]>();
        var vectors = await embed(missing);
        // One vector too few, and all that follow would be given to the wrong text, for a day.
        if (vectors.Count != missing.Count)
            throw new InvalidOperationException($"The model gave {vectors.Count} vectors for {missing.Count} texts.");
        await Task.WhenAll(missing.Zip(vectors, (text, vector) => cache.StringSetAsync(Key(text), Bytes(vector), Lifetime)));
        return missing.Zip(vectors).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private RedisKey Key(string text) => $"embedding:{model}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static byte[] Bytes(float[] vector) => MemoryMarshal.AsBytes<float>(vector).ToArray();

    private static float[] Vector(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
