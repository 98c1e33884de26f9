using System.Text.Json;
using StackExchange.Redis;

namespace Redis.PubSub;

public sealed record Comment(string From, string Text);

public sealed class LiveComments(IConnectionMultiplexer redis)
{
    private readonly ISubscriber _subscriber = redis.GetSubscriber();

    /// <summary>Calls onComment with each comment that is sent to the room, until what this gives is disposed of.</summary>
    public async Task<IAsyncDisposable> JoinAsync(string room, Action<Comment> onComment)
    {
        // A delegate of this seat's own: by it UnsubscribeAsync finds it among the others in the room.
        Action<RedisChannel, RedisValue> hear = (_, message) => onComment(JsonSerializer.Deserialize<Comment>((string)message!)!);
        await _subscriber.SubscribeAsync(Channel(room), hear);
        return new Seat(() => _subscriber.UnsubscribeAsync(Channel(room), hear));
    }

    /// <summary>Sends a comment to all who are in the room, on all servers.</summary>
    public Task SendAsync(string room, Comment comment) => _subscriber.PublishAsync(Channel(room), JsonSerializer.Serialize(comment));

    // Literal: a plain string with a star in it would be taken for a pattern.
    private static RedisChannel Channel(string room) => new("comments:" + room, RedisChannel.PatternMode.Literal);

    private sealed class Seat(Func<Task> leave) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await leave();
    }
}
