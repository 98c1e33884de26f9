using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Redis.CachedInference;

public sealed class EmbeddingCache(IDatabase cache, string model, Func<IReadOnlyList<string>, Task<IReadOnlyList<float[]>>> embed)
{
    private const string Store = "for i, key in ipairs(KEYS) do redis.call('SET', key, ARGV[i], 'EX', 86400) end";

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
        RedisValue[] values = [.. vectors.Select(vector => (RedisValue)Bytes(vector))];
        await cache.ScriptEvaluateAsync(Store, [.. missing.Select(Key)], values);
        return missing.Zip(vectors).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private RedisKey Key(string text) => $"embedding:{model}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static byte[] Bytes(float[] vector) => MemoryMarshal.AsBytes<float>(vector).ToArray();

    private static float[] Vector(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
