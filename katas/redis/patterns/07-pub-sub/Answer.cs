using StackExchange.Redis;

namespace Redis.PubSub;

public sealed record Comment(string From, string Text);

public sealed class LiveComments(IConnectionMultiplexer redis)
{
    /// <summary>Calls onComment with each comment that is sent to the room, until what this gives is disposed of.</summary>
    public Task<IAsyncDisposable> JoinAsync(string room, Action<Comment> onComment)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Sends a comment to all who are in the room, on all servers.</summary>
    public Task SendAsync(string room, Comment comment)
    {
        // TODO
        throw new NotImplementedException();
    }
}
