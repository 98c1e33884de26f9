// TODO(author): the answer that an expert would write.
using StackExchange.Redis;

namespace {{namespace}};

public sealed class VisitCounter(IDatabase redis)
{
    public Task<long> CountAsync(string page) => redis.StringIncrementAsync("visits:" + page);
}
