using StackExchange.Redis;

namespace Redis.DelayedJobs;

public sealed class Reminders(IDatabase redis, TimeProvider clock)
{
    /// <summary>The reminder is due when the delay has passed from now.</summary>
    public Task ScheduleAsync(string reminder, TimeSpan delay)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Reminders that are due, those that were due first in front. For 60 seconds nobody else is given them.</summary>
    public Task<IReadOnlyList<string>> TakeDueAsync(int count)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>The reminder has been sent, and is forgotten.</summary>
    public Task DoneAsync(string reminder)
    {
        // TODO
        throw new NotImplementedException();
    }
}
