// mistake: passes a comment on to one listener after the other, and an exception of the first ends it for the rest
using System.Collections.Concurrent;
using System.Text.Json;
using StackExchange.Redis;

namespace Redis.PubSub;

public sealed record Comment(string From, string Text);

public sealed class LiveComments(IConnectionMultiplexer redis)
{
    private readonly ConcurrentDictionary<string, List<Action<Comment>>> _rooms = new();

    public async Task<IAsyncDisposable> JoinAsync(string room, Action<Comment> onComment)
    {
        var isNew = false;
        var seats = _rooms.GetOrAdd(room, _ =>
        {
            isNew = true;
            return [];
        });
        Action<Comment> seat = comment => onComment(comment);
        lock (seats)
            seats.Add(seat);
        if (isNew)
            await redis.GetSubscriber().SubscribeAsync(Channel(room), (_, message) =>
            {
                var comment = JsonSerializer.Deserialize<Comment>((string)message!)!;
                Action<Comment>[] all;
                lock (seats)
                    all = [.. seats];
                foreach (var hear in all)
                    hear(comment);
            });
        return new Seat(() =>
        {
            lock (seats)
                seats.Remove(seat);
        });
    }

    public Task SendAsync(string room, Comment comment) => redis.GetSubscriber().PublishAsync(Channel(room), JsonSerializer.Serialize(comment));

    private static RedisChannel Channel(string room) => new("comments:" + room, RedisChannel.PatternMode.Literal);

    private sealed class Seat(Action leave) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            leave();
            return ValueTask.CompletedTask;
        }
    }
}
