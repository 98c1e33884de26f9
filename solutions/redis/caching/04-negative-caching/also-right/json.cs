using System.Text.Json;
using StackExchange.Redis;

namespace Redis.NegativeCaching;

// JSON tells the absence null from the text "null" by itself.
public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    public async Task<string?> GetAsync(string code)
    {
        var cached = await cache.ExecuteAsync("GET", "product." + code);
        if (!cached.IsNull)
            return JsonSerializer.Deserialize<string?>((string)cached!);
        var description = await load(code);
        await cache.ExecuteAsync("SET", "product." + code, JsonSerializer.Serialize(description), "EX", description is null ? "30" : "300");
        return description;
    }

    public async Task ForgetAsync(string code) => await cache.ExecuteAsync("UNLINK", "product." + code);
}
