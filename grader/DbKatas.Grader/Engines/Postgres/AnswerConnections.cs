using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Connections as a scratch database's own role, which may write; one of them may have been opened before it was asked for.</summary>
/// <param name="text">The connection string for a kata's limits.</param>
internal sealed class AnswerConnections(Func<KataLimits, NpgsqlConnectionStringBuilder> text) : IAsyncDisposable
{
    private KataLimits? _limits;
    private NpgsqlConnection? _waiting;

    public async Task<NpgsqlConnection> OpenAsync(KataLimits limits, CancellationToken cancellation)
    {
        var waiting = limits == _limits ? _waiting : null;
        (_limits, _waiting) = (limits, waiting is null ? _waiting : null);
        return waiting ?? await PostgresConnections.OpenAsync(text(limits), cancellation);
    }

    /// <summary>Opens one as it was asked for last in another database; none if it was not.</summary>
    public async Task OpenAheadAsync(AnswerConnections other, CancellationToken cancellation)
    {
        if (other._limits is { } limits)
            (_limits, _waiting) = (limits, await PostgresConnections.OpenAsync(text(limits), cancellation));
    }

    /// <returns>Null when none waits, false when the one that did is broken.</returns>
    /// <exception cref="OperationCanceledException">Nobody wants to know any more.</exception>
    public async Task<bool?> AnswersAsync(CancellationToken cancellation)
    {
        if (_waiting is null)
            return null;
        try
        {
            await using var command = new NpgsqlCommand("select 1", _waiting);
            return await command.ExecuteScalarAsync(cancellation) is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_waiting is not null)
            await _waiting.DisposeAsync();
    }
}
