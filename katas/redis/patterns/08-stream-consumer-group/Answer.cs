using StackExchange.Redis;

namespace Redis.StreamConsumerGroup;

public sealed record Entry(string Id, string Text);

public sealed class ViewEvents(IDatabase redis)
{
    /// <summary>Adds an entry to the stream. Gives its id.</summary>
    public Task<string> AppendAsync(string text)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Makes the group, which begins with the stream's first entry. Changes nothing when it is there.</summary>
    public Task PrepareAsync()
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Entries that no worker has been given yet, oldest first.</summary>
    public Task<IReadOnlyList<Entry>> ReadAsync(string worker, int count)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>The entry has been dealt with.</summary>
    public Task DoneAsync(string id)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Entries that have been with a worker for 60 seconds or longer and are not done, oldest first.</summary>
    public Task<IReadOnlyList<Entry>> TakeOverAsync(string worker, int count)
    {
        // TODO
        throw new NotImplementedException();
    }
}
