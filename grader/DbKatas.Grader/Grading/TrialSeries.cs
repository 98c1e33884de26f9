using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Grading;

/// <summary>
/// One answer on one dataset after the other, asked for in order. Where something helps, whoever is free takes the next dataset, so the trials
/// come in no order; but each is given when it is asked for, and so the first that is wrong is the same one however fast anybody is.
/// </summary>
/// <param name="bench">Whose datasets they are.</param>
/// <param name="beside">What helps; null for nothing.</param>
/// <param name="answer">The answer.</param>
/// <param name="datasets">Some of the bench's datasets.</param>
internal sealed class TrialSeries(DatasetBench bench, TrialsBeside? beside, IReadOnlyList<SqlStatement> answer, IReadOnlyList<Dataset> datasets)
{
    /// <summary>So far ahead of what is asked for anybody takes: a wrong answer is not tried on all data for nothing, nor are all results held.</summary>
    private const int Ahead = 8;

    private readonly TaskCompletionSource<Trial?>?[] _trials = [.. datasets.Select(_ => new TaskCompletionSource<Trial?>(TaskCreationOptions.RunContinuationsAsynchronously))];
    private readonly Lock _taking = new();
    private int _asked;
    private int _next;
    private volatile bool _isStopped;

    public IReadOnlyList<SqlStatement> Answer => answer;

    /// <summary>The trial on one of the datasets. Ask for one at a time and in order, for each at most once.</summary>
    /// <returns>Null when the data can't be judged by.</returns>
    public async Task<Trial?> OnAsync(int place, CancellationToken cancellation)
    {
        if (beside is null)
            return await bench.TryAsync(answer, datasets[place], cancellation);
        lock (_taking)
            (_asked, _next) = (place, Math.Max(_next, place));
        beside.Help(this);
        var asked = _trials[place]!.Task;
        while (!asked.IsCompleted && TryTake(out var taken))
            await RunAsync(taken, dataset => bench.TryAsync(answer, dataset, cancellation));
        cancellation.ThrowIfCancellationRequested();
        await ((Task)asked).WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        _trials[place] = null;
        if (asked.IsCompletedSuccessfully)
            return asked.Result;
        // Whether it is the answer's doing shows when nothing runs beside it.
        await beside.LeaveAsync();
        return await bench.TryAsync(answer, datasets[place], cancellation);
    }

    /// <summary>Takes the next dataset that nobody has taken, and tries the answer on it. What goes wrong is told to who asks for that trial.</summary>
    /// <returns>False where nothing is to be taken, or the trial went wrong.</returns>
    public async Task<bool> HelpAsync(Func<Dataset, Task<Trial?>> run) => !_isStopped && TryTake(out var taken) && await RunAsync(taken, run);

    /// <summary>Nothing helps any more.</summary>
    public void Stop() => _isStopped = true;

    private bool TryTake(out int place)
    {
        lock (_taking)
        {
            place = _next;
            _next += place < Math.Min(datasets.Count, _asked + Ahead) ? 1 : 0;
            return _next > place;
        }
    }

    private async Task<bool> RunAsync(int place, Func<Dataset, Task<Trial?>> run)
    {
        try
        {
            _trials[place]!.SetResult(await run(datasets[place]));
            return true;
        }
        catch (Exception disturbed)
        {
            _trials[place]!.SetException(disturbed);
            return false;
        }
    }
}
