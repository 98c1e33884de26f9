using DbKatas.CSharp;
using DbKatas.Engines.Redis;
using DbKatas.Grader.Katas;

namespace DbKatas.Composition;

/// <summary>Redis for checks: an empty scratch database each, behind a door that leads nowhere else.</summary>
public sealed class RedisCheckEngine(RedisEngine redis) : ICheckEngine
{
    public string Name => RedisEngine.Name;

    public async Task<string> DescribeAsync(Kata kata, CancellationToken cancellation)
    {
        var session = await redis.SessionAsync(cancellation);
        return !kata.Needs.TryGetValue(Name, out var oldest) || session.MajorVersion >= oldest
            ? session.Description
            : throw new NeedsServerException($"This kata needs Redis {oldest} or newer, and this run has {session.Description}. Bring one with: ./kata setup");
    }

    public async Task<ICheckData> ProvideAsync(Kata kata, CancellationToken cancellation) => new Data(await redis.ScratchAsync(cancellation));

    public ValueTask DisposeAsync() => redis.DisposeAsync();

    private sealed class Data(RedisScratch scratch) : ICheckData
    {
        public string ConnectionString { get; } = scratch.OpenDoor().ConnectionString;

        public ValueTask DisposeAsync() => scratch.DisposeAsync();
    }
}
