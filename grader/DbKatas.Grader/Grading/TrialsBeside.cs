using DbKatas.Grader.Data;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>
/// While an answer runs on one dataset it runs on others beside it, where it alone has the server and cores are idle: in a database of its
/// own, for loading a dataset locks the tables.
/// </summary>
/// <param name="bench">The kata's bench, which has a lane of its own.</param>
/// <param name="session">The server.</param>
/// <param name="turns">Who else is at work there.</param>
internal sealed class TrialsBeside(DatasetBench bench, PostgresSession session, Turns turns) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private Task<DatasetLane>? _lane;
    private TrialSeries? _series;
    private Task _help = Task.CompletedTask;
    private bool _isOff = Environment.ProcessorCount < 2;

    /// <summary>Begins to help with a series, unless somebody needs the room, and to leave the one before it.</summary>
    public void Help(TrialSeries series)
    {
        if (_series != series)
            _series?.Stop();
        _series = series;
        if (!_help.IsCompleted || !HasRoom(series.Answer))
            return;
        _lane ??= Task.Run(() => DatasetLane.OpenAsync(session, bench.Kata, bench.Schema, _end.Token));
        _help = Task.Run(() => HelpAsync(series));
    }

    /// <summary>Helps no more; comes back when nothing runs beside the bench's own lane.</summary>
    public async Task LeaveAsync()
    {
        _isOff = true;
        await _help.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        _series?.Stop();
        await _end.CancelAsync();
        await _help.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_lane is not null)
            await CloseAsync(_lane);
        _end.Dispose();
    }

    /// <summary>An answer that takes long goes on alone: what it takes is not to hang on what runs beside it.</summary>
    private bool HasRoom(IReadOnlyList<SqlStatement> answer) =>
        !_isOff && !session.IsAlone && turns.HasOnlyOne && !bench.Time.IsLong
        // Transactions that are prepared have names that all databases share.
        && (bench.Kata.Kind == KataKind.Result || TransactionControl.Fit(answer) is not null);

    private async Task HelpAsync(TrialSeries series)
    {
        var lane = await _lane!;
        while (HasRoom(series.Answer) && await series.HelpAsync(dataset => TryAsync(lane, series.Answer, dataset)))
        {
        }
    }

    private async Task<Trial?> TryAsync(DatasetLane lane, IReadOnlyList<SqlStatement> answer, Dataset dataset) =>
        bench.Judge(dataset, await bench.Time.MeasureAsync(() => lane.Answers.RunAsync(answer, dataset, _end.Token)));

    private static async Task CloseAsync(Task<DatasetLane> opening)
    {
        try
        {
            await (await opening).DisposeAsync();
        }
        catch (Exception)
        {
            // It never opened: the answer did without.
        }
    }
}
