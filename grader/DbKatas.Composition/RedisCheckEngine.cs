using System.Net;
using DbKatas.CSharp;
using DbKatas.Engines.Redis;
using DbKatas.Grader.Katas;

namespace DbKatas.Composition;

/// <summary>Redis for checks: an empty scratch database each, for a user who may go nowhere else.</summary>
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

    public async Task<ICheckData> ProvideAsync(Kata kata, CancellationToken cancellation) => new Data(await redis.ScratchBesideAsync(cancellation));

    public ValueTask DisposeAsync() => redis.DisposeAsync();

    private sealed class Data(RedisScratch scratch) : ICheckData
    {
        private readonly (string ConnectionString, DnsEndPoint Place) _way = scratch.OpenForClients();

        public string ConnectionString => _way.ConnectionString;

        public DnsEndPoint Place => _way.Place;

        public async Task<bool> AnswersAsync(CancellationToken cancellation) => !scratch.Session.IsLost && await scratch.Session.AnswersAsync();

        public ValueTask DisposeAsync() => scratch.DisposeAsync();
    }
}
