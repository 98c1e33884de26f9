// mistake: puts what is recovered in front, in the wrong order
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
        var recovered = 0;
        while (!(await redis.ExecuteAsync("LMOVE", Working(worker), Waiting, "RIGHT", "RIGHT")).IsNull)
            recovered++;
        return recovered;
    }

    private static string Working(string worker) => "mail:working:" + worker;
}
