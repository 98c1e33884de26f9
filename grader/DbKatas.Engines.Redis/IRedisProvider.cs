using DbKatas.Grader.Engines;

namespace DbKatas.Engines.Redis;

/// <summary>One way to come by a Redis server.</summary>
public interface IRedisProvider : IServerProvider<RedisServer>;
