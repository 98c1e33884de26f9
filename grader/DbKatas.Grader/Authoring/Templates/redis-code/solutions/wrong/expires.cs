// mistake: lets the count expire
// TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
using StackExchange.Redis;

namespace {{namespace}};

public sealed class VisitCounter(IDatabase redis)
{
    public async Task<long> CountAsync(string page)
    {
        var count = await redis.StringIncrementAsync("visits:" + page);
        await redis.KeyExpireAsync("visits:" + page, TimeSpan.FromHours(1));
        return count;
    }
}
