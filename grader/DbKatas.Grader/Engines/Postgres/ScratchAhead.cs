using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>
/// For a session in which the same answer is saved again and again: a scratch database that has served is dropped while the verdict is
/// already being read, and another is made for the next answer. None serves twice all the same.
/// </summary>
internal sealed class ScratchAhead(PostgresSession session) : IAsyncDisposable
{
    /// <summary>As many as one answer uses at once.</summary>
    private const int Most = 3;

    private readonly Lock _door = new();
    private readonly Queue<Task<ScratchDatabase?>> _waiting = [];
    private readonly HashSet<Task> _dropping = [];
    private string? _template;
    private bool _isDisposed;

    /// <summary>A copy of the template that is ready, or nearly. It is the caller's now.</summary>
    /// <returns>Null where none waits: nobody has asked for this one before, as after the kata's schema has changed.</returns>
    public async Task<ScratchDatabase?> TakeAsync(string template, CancellationToken cancellation)
    {
        // Whatever the former answer has filled, the next is to find the server as it was.
        await Task.WhenAll(Dropping()).WaitAsync(cancellation);
        while (Next(template) is { } next)
            if (await next is { } scratch && await IsThereAsync(scratch, cancellation))
                return scratch;
        return null;
    }

    /// <summary>Drops one that has served and makes another.</summary>
    /// <returns>Completed, but at the session's end: then nobody would wait for it later.</returns>
    public async ValueTask ReplaceAsync(ScratchDatabase used, string template)
    {
        var dropping = Task.Run(used.DropAsync);
        lock (_door)
        {
            if (!_isDisposed)
            {
                Begin(dropping);
                if (_template != template)
                    Begin(Task.WhenAll(Waiting().Select(DropAsync)));
                _template = template;
                if (_waiting.Count < Most)
                    _waiting.Enqueue(Task.Run(() => MakeAsync(template, used, dropping)));
                return;
            }
        }
        await dropping;
    }

    public async ValueTask DisposeAsync()
    {
        lock (_door)
        {
            _isDisposed = true;
            Begin(Task.WhenAll(Waiting().Select(DropAsync)));
        }
        await Task.WhenAll(Dropping());
    }

    private Task[] Dropping()
    {
        lock (_door)
        {
            _dropping.RemoveWhere(task => task.IsCompleted);
            return [.. _dropping];
        }
    }

    private void Begin(Task dropping) => _dropping.Add(dropping);

    private List<Task<ScratchDatabase?>> Waiting()
    {
        var waiting = _waiting.ToList();
        _waiting.Clear();
        return waiting;
    }

    private Task<ScratchDatabase?>? Next(string template)
    {
        lock (_door)
            return _template == template && _waiting.TryDequeue(out var next) ? next : null;
    }

    /// <returns>Null when it can't be made: whoever needs it makes it himself, and learns why.</returns>
    private async Task<ScratchDatabase?> MakeAsync(string template, ScratchDatabase used, Task dropping)
    {
        ScratchDatabase? made = null;
        try
        {
            await dropping;
            made = await ScratchDatabase.CopyAsync(session, template, CancellationToken.None);
            await made.Connections.OpenAheadAsync(used.Connections, CancellationToken.None);
            return made;
        }
        catch (Exception refused) when (refused is NpgsqlException or InvalidOperationException or IOException)
        {
            if (made is not null)
                await made.DropAsync();
            return null;
        }
    }

    private static async Task DropAsync(Task<ScratchDatabase?> waiting)
    {
        if (await waiting is { } unused)
            await unused.DropAsync();
    }

    /// <summary>A session may wait overnight, and a server's owner tidy up meanwhile.</summary>
    private async Task<bool> IsThereAsync(ScratchDatabase scratch, CancellationToken cancellation)
    {
        var isThere = false;
        try
        {
            isThere = await scratch.Connections.AnswersAsync(cancellation)
                ?? (await session.NamesAsync($"select datname from pg_database where datname = '{scratch.Name}'", cancellation)).Count == 1;
            return isThere;
        }
        finally
        {
            if (!isThere)
                await scratch.DropAsync();
        }
    }
}
