// mistake: keeps the listeners in the server's own memory alone, where the other servers do not find them
using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Redis.PubSub;

public sealed record Comment(string From, string Text);

public sealed class LiveComments(IConnectionMultiplexer redis)
{
    private readonly ConcurrentDictionary<Guid, (string Room, Action<Comment> OnComment)> _seats = new();

    public Task<IAsyncDisposable> JoinAsync(string room, Action<Comment> onComment)
    {
        var id = Guid.NewGuid();
        _seats[id] = (room, onComment);
        return Task.FromResult<IAsyncDisposable>(new Seat(() => _seats.TryRemove(id, out _)));
    }

    public async Task SendAsync(string room, Comment comment)
    {
        await redis.GetDatabase().PingAsync();
        foreach (var seat in _seats.Values.Where(seat => seat.Room == room))
            try
            {
                seat.OnComment(comment);
            }
            catch (Exception)
            {
            }
    }

    private sealed class Seat(Action leave) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            leave();
            return ValueTask.CompletedTask;
        }
    }
}
