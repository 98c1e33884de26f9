using StackExchange.Redis;

namespace Redis.ReliableQueue;

public sealed class MailQueue(IDatabase redis)
{
    // New e-mails come in on the left and leave on the right. A worker's list grows on the left, too: what it took last lies there.
    private const string Waiting = "mail:waiting";

    /// <summary>Puts an e-mail at the end of the queue.</summary>
    public Task AddAsync(string mail) => redis.ListLeftPushAsync(Waiting, mail);

    /// <summary>Gives the oldest e-mail to this worker. Null when there is none.</summary>
    public async Task<string?> TakeAsync(string worker) => await redis.ListRightPopLeftPushAsync(Waiting, Working(worker));

    /// <summary>The worker has sent this e-mail. Gives whether the worker had it.</summary>
    public async Task<bool> DoneAsync(string worker, string mail) => await redis.ListRemoveAsync(Working(worker), mail, 1) > 0;

    /// <summary>Puts what a crashed worker had back, before all that is waiting. Gives how many that were.</summary>
    public async Task<int> RecoverAsync(string worker)
    {
        // What it took last goes first, so that what it took first ends up in front. A crash in between leaves the rest for the next call.
        var recovered = 0;
        while (!(await redis.ExecuteAsync("LMOVE", Working(worker), Waiting, "LEFT", "RIGHT")).IsNull)
            recovered++;
        return recovered;
    }

    private static string Working(string worker) => "mail:working:" + worker;
}
