// mistake: does nothing when a seat is disposed of
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
        return new Seat(() => Task.CompletedTask);
    }

    public Task SendAsync(string room, Comment comment) => _subscriber.PublishAsync(Channel(room), JsonSerializer.Serialize(comment));
    private static RedisChannel Channel(string room) => new("comments:" + room, RedisChannel.PatternMode.Literal);

    private sealed class Seat(Func<Task> leave) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await leave();
    }
}
