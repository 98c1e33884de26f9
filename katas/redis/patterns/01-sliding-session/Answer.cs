using StackExchange.Redis;

namespace Redis.SlidingSession;

public sealed class SessionStore(IDatabase redis, TimeProvider clock)
{
    /// <summary>Begins a session and gives its token.</summary>
    public Task<string> StartAsync(string user)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>The session's user, and 20 more minutes for the session, up to 8 hours from its beginning. Null when there is none.</summary>
    public Task<string?> FindAsync(string token)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Ends the session.</summary>
    public Task EndAsync(string token)
    {
        // TODO
        throw new NotImplementedException();
    }
}
