using StackExchange.Redis;

namespace Redis.ReliableQueue;

public sealed class MailQueue(IDatabase redis)
{
    /// <summary>Puts an e-mail at the end of the queue.</summary>
    public Task AddAsync(string mail)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Gives the oldest e-mail to this worker. Null when there is none.</summary>
    public Task<string?> TakeAsync(string worker)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>The worker has sent this e-mail. Gives whether the worker had it.</summary>
    public Task<bool> DoneAsync(string worker, string mail)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Puts what a crashed worker had back, before all that is waiting. Gives how many that were.</summary>
    public Task<int> RecoverAsync(string worker)
    {
        // TODO
        throw new NotImplementedException();
    }
}
