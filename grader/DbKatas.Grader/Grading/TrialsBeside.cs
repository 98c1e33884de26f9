using DbKatas.Grader.Data;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>
/// While an answer runs on one dataset it runs on the next beside it, where it alone has the server and cores are idle: in a database of its
/// own, for loading a dataset locks the tables. Trials are asked for one after the other all the same, so the first that is wrong is the same one.
/// </summary>
/// <param name="bench">The kata's bench, which has a lane of its own.</param>
/// <param name="session">The server.</param>
/// <param name="turns">Who else is at work there.</param>
internal sealed class TrialsBeside(DatasetBench bench, PostgresSession session, Turns turns) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private Task<DatasetLane>? _lane;
    private (IReadOnlyList<SqlStatement> Answer, Dataset Dataset, Task<Trial> Trial)? _ahead;
    private bool _isOff = Environment.ProcessorCount < 2;

    /// <summary>Tries an answer on one of the bench's datasets.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="dataset">The data.</param>
    /// <param name="next">What will be asked about after it, as far as is known.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<Trial?> TryAsync(IReadOnlyList<SqlStatement> answer, Dataset dataset, Dataset? next, CancellationToken cancellation)
    {
        if (Take(answer, dataset) is { } ahead)
        {
            try
            {
                return await ahead.WaitAsync(cancellation);
            }
            catch (Exception disturbed) when (disturbed is not OperationCanceledException)
            {
                // Whether it is the answer's doing shows when nothing runs beside it.
                _isOff = true;
            }
        }
        else if (next is not null && HasRoom(answer))
        {
            Begin(answer, next);
        }
        return await bench.TryAsync(answer, dataset, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            if (_ahead is not null)
                await _ahead.Value.Trial;
        }
        catch (Exception)
        {
            // Nobody has asked for it.
        }
        if (_lane is not null)
            await CloseAsync(_lane);
        _end.Dispose();
    }

    private Task<Trial>? Take(IReadOnlyList<SqlStatement> answer, Dataset dataset)
    {
        if (_ahead is not { } ahead || ahead.Dataset != dataset || ahead.Answer != answer)
            return null;
        _ahead = null;
        return ahead.Trial;
    }

    /// <summary>An answer that takes long goes on alone: what it takes is not to hang on what runs beside it.</summary>
    private bool HasRoom(IReadOnlyList<SqlStatement> answer) =>
        !_isOff && !session.IsAlone && turns.HasOnlyOne && !bench.Time.IsLong && _ahead is null or { Trial.IsCompleted: true }
        // Transactions that are prepared have names that all databases share.
        && (bench.Kata.Kind == KataKind.Result || TransactionControl.Fit(answer) is not null);

    private void Begin(IReadOnlyList<SqlStatement> answer, Dataset dataset)
    {
        _lane ??= Task.Run(() => DatasetLane.OpenAsync(session, bench.Kata, bench.Schema, _end.Token));
        if (_lane.IsCompletedSuccessfully)
            _ahead = (answer, dataset, Task.Run(() => TryAsync(_lane.Result, answer, dataset)));
    }

    private async Task<Trial> TryAsync(DatasetLane lane, IReadOnlyList<SqlStatement> answer, Dataset dataset) =>
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
