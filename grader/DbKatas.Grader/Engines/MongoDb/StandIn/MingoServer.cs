using System.Text.Json;
using DbKatas.Grader.Comparing.Documents;
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
        if (Foresee(task) is { } failure)
            return MongoRun.Failed(failure);
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // A process that ends may have been ended by somebody else. If the answer ends it, it does so again.
            return await TryAsync(task, cancellation).ConfigureAwait(false)
                ?? await TryAsync(task, cancellation).ConfigureAwait(false)
                ?? MongoRun.Failed(new MongoFailure(MongoFault.TookTooMuch, ""));
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        _worker?.Dispose();
        _turn.Dispose();
    }

    /// <returns>Null when the process ended before it had answered.</returns>
    private async Task<MongoRun?> TryAsync(MongoTask task, CancellationToken cancellation)
    {
        var worker = await WorkerAsync(cancellation).ConfigureAwait(false);
        var limit = TimeSpan.FromSeconds(task.Limits.Seconds);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        if (await worker.AskAsync(Question(task), limit, cancellation).ConfigureAwait(false) is { } answer)
            return Read(answer, task);
        return clock.Elapsed >= limit ? MongoRun.Failed(new MongoFailure(MongoFault.TookTooLong, "")) : null;
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
    private static MongoFailure? Foresee(MongoTask task)
    {
        MongoCommand? current = null;
        try
        {
            MingoScope.CheckValues(task.Seed.Source);
            foreach (var command in task.Commands)
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

    private string Question(MongoTask task) =>
        $$"""{"id":{{++_questions}},"collections":{{task.Seed.Json}},"commands":[{{string.Join(',', task.Commands.Select(command => command.Json))}}],"most":{{task.Limits.Rows}}}""";

    private static MongoRun Read(string answer, MongoTask task)
    {
        using var json = JsonDocument.Parse(answer, new JsonDocumentOptions { MaxDepth = 1000 });
        var root = json.RootElement;
        var failure = Failure(root, "rejected", MongoFault.Refused, task) ?? Failure(root, "refused", MongoFault.NeedsServer, task);
        if (failure is not null)
            return MongoRun.Failed(failure);
        var documents = root.GetProperty("documents");
        var most = task.Limits.Rows;
        return new MongoRun(
            documents.ValueKind == JsonValueKind.Null ? null : Documents(documents, root.GetProperty("truncated").GetBoolean()),
            root.GetProperty("collections").EnumerateObject().ToDictionary(collection => collection.Name, collection => Documents(collection.Value, collection.Value.GetArrayLength() > most)));
    }

    private static MongoFailure? Failure(JsonElement root, string key, MongoFault fault, MongoTask task)
    {
        if (!root.TryGetProperty(key, out var message))
            return null;
        var at = root.GetProperty("command").GetInt32();
        return new MongoFailure(fault, message.GetString()!, at >= 0 && at < task.Commands.Count ? task.Commands[at] : null);
    }

    private static DocumentList Documents(JsonElement documents, bool truncated) => new([.. documents.EnumerateArray().Select(ExtendedJson.ReadDocument)], truncated);
}
