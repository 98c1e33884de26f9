// TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
using StackExchange.Redis;

namespace {{namespace}};

public sealed class VisitCounter(IDatabase redis)
{
    public async Task<long> CountAsync(string page)
    {
        return (long)await redis.ScriptEvaluateAsync("return redis.call('INCR', KEYS[1])", ["visits:" + page]);
    }
}
