namespace DbKatas.Checks;

/// <summary>What went through the proxy, and what is to be cut next. Every member may be used by several threads.</summary>
internal sealed class PostgresTraffic
{
    private readonly Lock _lock = new();
    private readonly List<string> _statements = [];
    private int _roundTrips;
    private int _open;
    private int _most;
    private Drop _next;

    public int RoundTrips => Locked(() => _roundTrips);

    public IReadOnlyList<string> Statements => Locked(() => _statements.ToArray());

    public int OpenConnections => Locked(() => _open);

    public int MostConnections => Locked(() => _most);

    public void Forget() => Locked(() =>
    {
        _statements.Clear();
        (_roundTrips, _most) = (0, _open);
        return true;
    });

    public void Opened() => Locked(() => _most = Math.Max(_most, ++_open));

    public void Closed() => Locked(() => --_open);

    public void Sent(string statement) => Locked(() =>
    {
        _statements.Add(statement);
        return true;
    });

    /// <summary>Counts a request that the client waits for.</summary>
    /// <returns>What to do with it.</returns>
    public Drop BeginRoundTrip() => Locked(() =>
    {
        _roundTrips++;
        var drop = _next;
        _next = Drop.Nothing;
        return drop;
    });

    public void DropNext(bool afterTheServerDidIt) => Locked(() => _next = afterTheServerDidIt ? Drop.Answer : Drop.Request);

    private T Locked<T>(Func<T> work)
    {
        lock (_lock)
            return work();
    }

    /// <summary>What of a round trip is lost.</summary>
    internal enum Drop
    {
        Nothing,
        Request,
        Answer,
    }
}
