// mistake: counts all pages together
// TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
using StackExchange.Redis;

namespace {{namespace}};

public sealed class VisitCounter(IDatabase redis)
{
    public async Task<long> CountAsync(string page)
    {
        return await redis.StringIncrementAsync("visits");
    }
}
