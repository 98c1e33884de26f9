using NUnit.Framework;

namespace DbKatas.Checks;

/// <summary>Checks of answers that use Redis. Each check begins with an empty database.</summary>
public abstract class RedisChecks
{
    private RedisWorld? _cache;

    /// <summary>This check's own Redis.</summary>
    protected RedisWorld Redis => _cache!;

    [SetUp]
    public async Task BringUpRedisAsync() => _cache = await RedisWorld.CreateAsync();

    [TearDown]
    public async Task TakeDownRedisAsync()
    {
        if (_cache is not null)
            await _cache.DisposeAsync();
        _cache = null;
    }
}
