using DbKatas.Composition;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.MongoDb.StandIn;
using DbKatas.Grader.Engines.Postgres;
using StackExchange.Redis;

namespace DbKatas.Hostile.Faults;

/// <summary>Brings faults about on the servers that a grader is using.</summary>
internal sealed class FaultInjector(Ground ground, HostileCorpus corpus, Random random)
{
    // On the same servers, and not for disposing: they are the ground's.
    private readonly Grader.Grading.Grader _hostile = StandardGrader.For(corpus.Library.Solutions, ground.Postgres, ground.Redis, ground.MongoDb);

    /// <returns>False when there was nothing to break, or it was broken already.</returns>
    public async Task<bool> InjectAsync(Fault fault, CancellationToken cancellation)
    {
        try
        {
            return fault switch
            {
                Fault.PostgresKilled => await KillPostgresAsync(cancellation),
                Fault.ConnectionsEnded => (await (await ground.Postgres.SessionAsync(cancellation)).NamesAsync(
                    "select pg_terminate_backend(pid)::text from pg_stat_activity where usename ~ '^dbkatas_r'", cancellation)).Count > 0,
                Fault.RedisKilled => await KillRedisAsync(cancellation),
                Fault.NodeKilled => await KillNodeAsync(cancellation),
                Fault.SecondRun => await RunBesideAsync(cancellation),
                _ => await GradeHostileAsync(cancellation),
            };
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // What is to be broken is broken already: the fault before is not over yet.
            return false;
        }
    }

    private async Task<bool> KillPostgresAsync(CancellationToken cancellation)
    {
        var folder = (await (await ground.Postgres.SessionAsync(cancellation)).NamesAsync("show data_directory", cancellation))[0];
        return Kill(ServerProcesses.On(folder));
    }

    private async Task<bool> KillRedisAsync(CancellationToken cancellation)
    {
        var answer = (RedisResult[])(await (await ground.Redis.SessionAsync(cancellation)).Administrator(0).ExecuteAsync("CONFIG", "GET", "dir"))!;
        return Kill(ServerProcesses.On((string)answer[1]!));
    }

    private async Task<bool> KillNodeAsync(CancellationToken cancellation) =>
        await ground.MongoDb.ServerAsync(cancellation) is MingoServer { ProcessId: { } node } && Kill([node]);

    private async Task<bool> RunBesideAsync(CancellationToken cancellation)
    {
        await using var session = await PostgresSession.OpenAsync((await ground.Postgres.SessionAsync(cancellation)).SameServer(), cancellation);
        await using var scratch = await ScratchDatabase.CreateAsync(session, corpus.OrdinaryKata("query"), cancellation);
        return true;
    }

    private async Task<bool> GradeHostileAsync(CancellationToken cancellation)
    {
        var answer = corpus.Answers[random.Next(corpus.Answers.Count)];
        await _hostile.GradeAsync(corpus.Katas[answer.KataId], answer.Path, cancellation);
        return true;
    }

    private static bool Kill(IReadOnlyList<int> processes)
    {
        processes.ToList().ForEach(ServerProcesses.Kill);
        return processes.Count > 0;
    }
}
