// mistake: counts in the program's own memory
// TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
using StackExchange.Redis;

namespace {{namespace}};

public sealed class VisitCounter(IDatabase redis)
{
    private static long _count;

    public Task<long> CountAsync(string page) => Task.FromResult(Interlocked.Increment(ref _count));
}
