using StackExchange.Redis;

namespace Redis.ReliableQueue;

// LMOVE from the left of the one to the left of the other: a worker's list is the queue turned round, and turned round again on its way back. The moves are sent together.
public sealed class MailQueue(IDatabase redis)
{
    public async Task AddAsync(string mail) => await redis.ExecuteAsync("RPUSH", "mail:waiting", mail);

    public async Task<string?> TakeAsync(string worker) =>
        (string?)await redis.ExecuteAsync("LMOVE", "mail:waiting", "mail:working:" + worker, "LEFT", "LEFT");

    public async Task<bool> DoneAsync(string worker, string mail) => (int)await redis.ExecuteAsync("LREM", "mail:working:" + worker, "-1", mail) == 1;

    public async Task<int> RecoverAsync(string worker)
    {
        var count = await redis.ListLengthAsync("mail:working:" + worker);
        var batch = redis.CreateBatch();
        var moves = Enumerable.Range(0, (int)count)
            .Select(_ => batch.ExecuteAsync("LMOVE", "mail:working:" + worker, "mail:waiting", "LEFT", "LEFT")).ToList();
        batch.Execute();
        await Task.WhenAll(moves);
        return moves.Count(move => !move.Result.IsNull);
    }
}
