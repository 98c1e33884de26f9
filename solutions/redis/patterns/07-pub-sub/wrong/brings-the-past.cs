// mistake: keeps the comments in a list, and plays them to whoever comes
using System.Text.Json;
using StackExchange.Redis;

namespace Redis.PubSub;

public sealed record Comment(string From, string Text);

public sealed class LiveComments(IConnectionMultiplexer redis)
{
    private readonly ISubscriber _subscriber = redis.GetSubscriber();

    public async Task<IAsyncDisposable> JoinAsync(string room, Action<Comment> onComment)
    {
        Action<RedisChannel, RedisValue> hear = (_, message) => onComment(JsonSerializer.Deserialize<Comment>((string)message!)!);
        await _subscriber.SubscribeAsync(Channel(room), hear);
        foreach (var message in await redis.GetDatabase().ListRangeAsync("comments:" + room))
            hear(default, message);
        return new Seat(() => _subscriber.UnsubscribeAsync(Channel(room), hear));
    }

    public async Task SendAsync(string room, Comment comment)
    {
        await redis.GetDatabase().ListRightPushAsync("comments:" + room, JsonSerializer.Serialize(comment));
        await _subscriber.PublishAsync(Channel(room), JsonSerializer.Serialize(comment));
    }
    private static RedisChannel Channel(string room) => new("comments:" + room, RedisChannel.PatternMode.Literal);

    private sealed class Seat(Func<Task> leave) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await leave();
    }
}
