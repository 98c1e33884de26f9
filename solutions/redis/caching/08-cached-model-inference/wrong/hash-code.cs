// mistake: takes GetHashCode for the key, which is another number in every program and the same for different texts now and then
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
        if (vectors.Count != missing.Count)
            throw new InvalidOperationException($"The model gave {vectors.Count} vectors for {missing.Count} texts.");
        await Task.WhenAll(missing.Zip(vectors, (text, vector) => cache.StringSetAsync(Key(text), Bytes(vector), Lifetime)));
        return missing.Zip(vectors).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private RedisKey Key(string text) => $"embedding:{model}:{text.GetHashCode()}";

    private static byte[] Bytes(float[] vector) => MemoryMarshal.AsBytes<float>(vector).ToArray();

    private static float[] Vector(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
