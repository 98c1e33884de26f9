// mistake: puts a colon between name and text, and takes the text up to the next one
using StackExchange.Redis;

namespace Redis.PubSub;

public sealed record Comment(string From, string Text);

public sealed class LiveComments(IConnectionMultiplexer redis)
{
    private readonly ISubscriber _subscriber = redis.GetSubscriber();

    public async Task<IAsyncDisposable> JoinAsync(string room, Action<Comment> onComment)
    {
        Action<RedisChannel, RedisValue> hear = (_, message) => onComment(new Comment(((string)message!).Split(':')[0], ((string)message!).Split(':')[1]));
        await _subscriber.SubscribeAsync(Channel(room), hear);
        return new Seat(() => _subscriber.UnsubscribeAsync(Channel(room), hear));
    }

    public Task SendAsync(string room, Comment comment) => _subscriber.PublishAsync(Channel(room), comment.From + ":" + comment.Text);
    private static RedisChannel Channel(string room) => new("comments:" + room, RedisChannel.PatternMode.Literal);

    private sealed class Seat(Func<Task> leave) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await leave();
    }
}
