using StackExchange.Redis;

namespace Redis.PubSub;

public sealed record Comment(string From, string Text);

// PUBLISH as a command like any other; a blank between the two halves, which are escaped as in a web address.
public sealed class LiveComments(IConnectionMultiplexer redis)
{
    public async Task<IAsyncDisposable> JoinAsync(string room, Action<Comment> onComment)
    {
        var channel = new RedisChannel(Name(room), RedisChannel.PatternMode.Literal);
        var left = false;
        Action<RedisChannel, RedisValue> handler = (_, message) =>
        {
            var halves = ((string)message!).Split(' ');
            if (!Volatile.Read(ref left))
                onComment(new Comment(Uri.UnescapeDataString(halves[0]), Uri.UnescapeDataString(halves[1])));
        };
        await redis.GetSubscriber().SubscribeAsync(channel, handler);
        return new Seat(() =>
        {
            if (Interlocked.Exchange(ref left, true))
                return Task.CompletedTask;
            return redis.GetSubscriber().UnsubscribeAsync(channel, handler);
        });
    }

    public Task SendAsync(string room, Comment comment) =>
        redis.GetDatabase().ExecuteAsync("PUBLISH", Name(room), $"{Uri.EscapeDataString(comment.From)} {Uri.EscapeDataString(comment.Text)}");

    private static string Name(string room) => "live/" + room;

    private sealed class Seat(Func<Task> leave) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => new(leave());
    }
}
