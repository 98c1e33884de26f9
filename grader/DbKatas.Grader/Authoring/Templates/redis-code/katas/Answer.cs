// TODO(author): what learners finish: a class whose methods throw NotImplementedException, with a word on what each one does.
using StackExchange.Redis;

namespace {{namespace}};

public sealed class VisitCounter(IDatabase redis)
{
    /// <summary>Counts a visit of the page.</summary>
    /// <returns>How many it has had so far.</returns>
    public Task<long> CountAsync(string page)
    {
        // TODO
        throw new NotImplementedException();
    }
}
