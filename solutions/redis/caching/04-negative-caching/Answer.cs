using StackExchange.Redis;

namespace Redis.NegativeCaching;

public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan LifetimeOfAbsence = TimeSpan.FromSeconds(30);

    // A letter before every value, so that no description can look like an absence.
    private const string Present = "+";
    private const string Absent = "-";

    /// <summary>The description of a product, cached for 300 seconds; or null when there is none, which is remembered for 30.</summary>
    public async Task<string?> GetAsync(string code)
    {
        string? known = await cache.StringGetAsync(Key(code));
        if (known is not null)
            return known == Absent ? null : known[Present.Length..];
        var description = await load(code);
        if (description is null)
            await cache.StringSetAsync(Key(code), Absent, LifetimeOfAbsence);
        else
            await cache.StringSetAsync(Key(code), Present + description, Lifetime);
        return description;
    }

    /// <summary>Takes everything that is known about this code out of the cache.</summary>
    public Task ForgetAsync(string code) => cache.KeyDeleteAsync(Key(code));

    private static RedisKey Key(string code) => $"product:{code}";
}
