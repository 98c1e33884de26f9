// mistake: copies the worker's list into the queue and then deletes it, and a crash between the two doubles everything
using StackExchange.Redis;

namespace Redis.ReliableQueue;

public sealed class MailQueue(IDatabase redis)
{
    private const string Waiting = "mail:waiting";

    public Task AddAsync(string mail) => redis.ListLeftPushAsync(Waiting, mail);

    public async Task<string?> TakeAsync(string worker) => await redis.ListRightPopLeftPushAsync(Waiting, Working(worker));

    public async Task<bool> DoneAsync(string worker, string mail) => await redis.ListRemoveAsync(Working(worker), mail, 1) > 0;

    public async Task<int> RecoverAsync(string worker)
    {
        var mails = await redis.ListRangeAsync(Working(worker));
        if (mails.Length == 0)
            return 0;
        await redis.ListRightPushAsync(Waiting, mails);
        await redis.KeyDeleteAsync(Working(worker));
        return mails.Length;
    }

    private static string Working(string worker) => "mail:working:" + worker;
}
