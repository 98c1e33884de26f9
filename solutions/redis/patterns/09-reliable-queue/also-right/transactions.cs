using StackExchange.Redis;

namespace Redis.ReliableQueue;

// Looks at the oldest, and takes it in a transaction that holds only when it is the oldest still. Somebody else was quicker: once more.
public sealed class MailQueue(IDatabase redis)
{
    private const string Waiting = "mail:waiting";

    public Task AddAsync(string mail) => redis.ListRightPushAsync(Waiting, mail);

    public async Task<string?> TakeAsync(string worker)
    {
        while (true)
        {
            var oldest = await redis.ListGetByIndexAsync(Waiting, 0);
            if (oldest.IsNull)
                return null;
            var move = redis.CreateTransaction();
            move.AddCondition(Condition.ListIndexEqual(Waiting, 0, oldest));
            _ = move.ListLeftPopAsync(Waiting);
            _ = move.ListRightPushAsync($"mail:working:{worker}", oldest);
            if (await move.ExecuteAsync())
                return oldest;
        }
    }

    public async Task<bool> DoneAsync(string worker, string mail)
    {
        var removed = await redis.ListRemoveAsync($"mail:working:{worker}", mail, count: 1);
        return removed == 1;
    }

    public async Task<int> RecoverAsync(string worker)
    {
        RedisKey working = $"mail:working:{worker}";
        while (true)
        {
            var mails = await redis.ListRangeAsync(working);
            if (mails.Length == 0)
                return 0;
            var move = redis.CreateTransaction();
            move.AddCondition(Condition.ListLengthEqual(working, mails.Length));
            foreach (var mail in mails.Reverse())
                _ = move.ListLeftPushAsync(Waiting, mail);
            _ = move.KeyDeleteAsync(working);
            if (await move.ExecuteAsync())
                return mails.Length;
        }
    }
}
