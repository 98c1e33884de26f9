using StackExchange.Redis;

namespace Redis.CachedInference;

public sealed class EmbeddingCache(IDatabase cache, string model, Func<IReadOnlyList<string>, Task<IReadOnlyList<float[]>>> embed)
{
    /// <summary>One vector for each text, in their order: from the cache, or else from the model, which is asked once for all that are missing.</summary>
    public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts)
    {
        // TODO
        throw new NotImplementedException();
    }
}
