using StackExchange.Redis;

namespace Redis.ReliableQueue;

// A script for what takes two commands, or more. Lists begin on the left here.
public sealed class MailQueue(IDatabase redis)
{
    private const string Take = """
        local mail = redis.call('LPOP', KEYS[1])
        if mail then
          redis.call('RPUSH', KEYS[2], mail)
        end
        return mail
        """;

    private const string Recover = """
        local mails = redis.call('LRANGE', KEYS[2], 0, -1)
        for i = #mails, 1, -1 do
          redis.call('LPUSH', KEYS[1], mails[i])
        end
        redis.call('DEL', KEYS[2])
        return #mails
        """;

    public Task AddAsync(string mail) => redis.ListRightPushAsync("mail:waiting", mail);

    public async Task<string?> TakeAsync(string worker) => (string?)await redis.ScriptEvaluateAsync(Take, Keys(worker));

    public async Task<bool> DoneAsync(string worker, string mail) =>
        (long)await redis.ScriptEvaluateAsync("return redis.call('LREM', KEYS[2], 1, ARGV[1])", Keys(worker), [mail]) == 1;

    public async Task<int> RecoverAsync(string worker) => (int)await redis.ScriptEvaluateAsync(Recover, Keys(worker));

    private static RedisKey[] Keys(string worker) => ["mail:waiting", "mail:working:" + worker];
}
