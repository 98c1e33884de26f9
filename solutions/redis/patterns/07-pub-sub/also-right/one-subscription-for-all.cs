using System.Collections.Concurrent;
using System.Text.Json;
using StackExchange.Redis;

namespace Redis.PubSub;

public sealed record Comment(string From, string Text);

// The server subscribes once, to a pattern of all rooms, and passes on what comes to those who sit here.
public sealed class LiveComments(IConnectionMultiplexer redis)
{
    private readonly ConcurrentDictionary<Guid, (string Room, Action<Comment> OnComment)> _seats = new();
    private readonly SemaphoreSlim _turn = new(1);
    private bool _listens;

    public async Task<IAsyncDisposable> JoinAsync(string room, Action<Comment> onComment)
    {
        await ListenAsync();
        var id = Guid.NewGuid();
        _seats[id] = (room, onComment);
        return new Seat(() => _seats.TryRemove(id, out _));
    }

    public Task SendAsync(string room, Comment comment) =>
        redis.GetSubscriber().PublishAsync(new RedisChannel("room." + room, RedisChannel.PatternMode.Literal), JsonSerializer.Serialize(comment));

    private async Task ListenAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (!_listens)
                await redis.GetSubscriber().SubscribeAsync(new RedisChannel("room.*", RedisChannel.PatternMode.Pattern), (channel, message) => PassOn(((string)channel!)["room.".Length..], message!));
            _listens = true;
        }
        finally
        {
            _turn.Release();
        }
    }

    private void PassOn(string room, string message)
    {
        var comment = JsonSerializer.Deserialize<Comment>(message)!;
        foreach (var (_, onComment) in _seats.Values.Where(seat => seat.Room == room))
            try
            {
                onComment(comment);
            }
            catch (Exception)
            {
                // A listener's own affair.
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
