using System.Text;
using StackExchange.Redis;

namespace Redis.PubSub;

public sealed record Comment(string From, string Text);

// The room's name in hexadecimal digits, so that nothing in it can mean anything; the length of the name before name and text.
public sealed class LiveComments(IConnectionMultiplexer redis)
{
    public async Task<IAsyncDisposable> JoinAsync(string room, Action<Comment> onComment)
    {
        var seat = new Seat(redis.GetSubscriber(), Channel(room), onComment);
        await redis.GetSubscriber().SubscribeAsync(seat.Channel, seat.Hear);
        return seat;
    }

    public async Task SendAsync(string room, Comment comment) =>
        await redis.GetSubscriber().PublishAsync(Channel(room), $"{comment.From.Length}:{comment.From}{comment.Text}");

    private static RedisChannel Channel(string room) => new(Convert.ToHexString(Encoding.UTF8.GetBytes("comments " + room)), RedisChannel.PatternMode.Literal);

    private sealed class Seat(ISubscriber subscriber, RedisChannel channel, Action<Comment> onComment) : IAsyncDisposable
    {
        public RedisChannel Channel => channel;

        public void Hear(RedisChannel _, RedisValue message)
        {
            string text = message!;
            var colon = text.IndexOf(':');
            var name = text.Substring(colon + 1, int.Parse(text[..colon]));
            onComment(new Comment(name, text[(colon + 1 + name.Length)..]));
        }

        public async ValueTask DisposeAsync() => await subscriber.UnsubscribeAsync(channel, Hear);
    }
}
