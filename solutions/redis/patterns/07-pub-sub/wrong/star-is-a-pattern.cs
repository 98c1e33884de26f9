// mistake: uses a plain string as the channel, which is a pattern when there is a star in it
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
        return new Seat(() => _subscriber.UnsubscribeAsync(Channel(room), hear));
    }

    public Task SendAsync(string room, Comment comment) => _subscriber.PublishAsync(Channel(room), JsonSerializer.Serialize(comment));
    private static RedisChannel Channel(string room) => "comments:" + room;

    private sealed class Seat(Func<Task> leave) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await leave();
    }
}
