using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>mingo in one long-lived process that all katas of a run share, one after the other. A process that is lost is started anew.</summary>
internal sealed class MingoServer(string node, string packages) : IMongoServer
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private MingoWorker? _worker;
    private long _questions;

    public string Description => $"mingo {MingoPackage.Version}, standing in for MongoDB";

    public int? MajorVersion => null;

    /// <summary>The memory that its process may take. A seam for tests.</summary>
    internal int Megabytes { get; init; } = MingoWorker.UsualMegabytes;

    /// <summary>The process that answers now; null before the first question and after a loss. For tests.</summary>
    internal int? ProcessId => _worker is { IsLost: false } worker ? worker.ProcessId : null;

    /// <exception cref="TroubleException">The process does not start.</exception>
    public async Task WarmUpAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await WorkerAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<MongoRun> RunAsync(MongoTask task, CancellationToken cancellation)
    {
        if (Foresee(task.Seed, task.Commands) is { } failure)
            return MongoRun.Failed(failure);
        var limit = TimeSpan.FromSeconds(task.Limits.Seconds);
        // A process that ends may have been ended by somebody else. If the answer ends it, it does so again.
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            if (await AskAsync(MingoTexts.Question(task), limit, cancellation).ConfigureAwait(false) is { } answer)
                return MingoTexts.Read(answer, task);
            if (clock.Elapsed >= limit)
                return MongoRun.Failed(new MongoFailure(MongoFault.TookTooLong, ""));
        }
        return MongoRun.Failed(new MongoFailure(MongoFault.TookTooMuch, ""));
    }

    /// <summary>In one question; where the worker is lost over it, one by one, so that only what is at fault fails.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<MongoRun>>> RunAllAsync(MongoBatch batch, CancellationToken cancellation)
    {
        if (batch.Seeds.Count == 0)
            return [];
        var failures = batch.Answers.Select(commands => Foresee(null, commands)).ToList();
        List<IReadOnlyList<MongoCommand>> asked = [.. batch.Answers.Where((_, i) => failures[i] is null)];
        var limit = TimeSpan.FromSeconds(batch.Limits.Seconds);
        var isFaithful = batch.Seeds.All(seed => Foresee(seed, []) is null);
        if (!isFaithful || await AskAsync(MingoTexts.Question(batch with { Answers = asked }), limit, cancellation).ConfigureAwait(false) is not { } answer)
            return await OneByOneAsync(batch, cancellation).ConfigureAwait(false);
        return [.. MingoTexts.ReadAll(answer, asked, batch.Limits.Rows).Select(runs =>
        {
            var next = 0;
            return (IReadOnlyList<MongoRun>)[.. failures.Select(failure => failure is null ? runs[next++] : MongoRun.Failed(failure))];
        })];
    }

    public Task<MongoRoom?> OpenAsync(SeedData seed, CancellationToken cancellation) => Task.FromResult<MongoRoom?>(null);

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        _worker?.Dispose();
        _turn.Dispose();
    }

    private async Task<IReadOnlyList<IReadOnlyList<MongoRun>>> OneByOneAsync(MongoBatch batch, CancellationToken cancellation)
    {
        var all = new List<IReadOnlyList<MongoRun>>();
        foreach (var seed in batch.Seeds)
        {
            var runs = new List<MongoRun>();
            foreach (var commands in batch.Answers)
                runs.Add(await RunAsync(new MongoTask(seed, commands, batch.Limits), cancellation).ConfigureAwait(false));
            all.Add(runs);
        }
        return all;
    }

    /// <returns>The worker's line; null when it was lost over the question.</returns>
    private async Task<string?> AskAsync(Func<long, string> question, TimeSpan limit, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var worker = await WorkerAsync(cancellation).ConfigureAwait(false);
            return await worker.AskAsync(question(++_questions), limit, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<MingoWorker> WorkerAsync(CancellationToken cancellation)
    {
        if (_worker is { IsLost: true })
        {
            _worker.Dispose();
            _worker = null;
        }
        return _worker ??= await MingoWorker.StartAsync(node, packages, Megabytes, cancellation).ConfigureAwait(false);
    }

    /// <summary>What can be told before anything runs.</summary>
    private static MongoFailure? Foresee(SeedData? seed, IReadOnlyList<MongoCommand> commands)
    {
        MongoCommand? current = null;
        try
        {
            if (seed is not null)
                MingoScope.CheckValues(seed.Source);
            foreach (var command in commands)
                MingoScope.Check(current = command);
            return null;
        }
        catch (MingoRefusal refusal)
        {
            return new MongoFailure(MongoFault.NeedsServer, refusal.Message, current, current is null ? null : refusal.Position);
        }
        catch (JsonFaultException fault)
        {
            return new MongoFailure(MongoFault.Refused, fault.Message, current, fault.Position);
        }
    }
}
