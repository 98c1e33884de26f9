using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using Npgsql;

namespace DbKatas.Grader.Grading.Schedules;

/// <summary>
/// Says when a step has come to rest: it has ended, or the server says that it waits for a lock which only a session that does nothing
/// at the moment can free. No clock is asked; a circle of waiting sessions is no rest, since the server is about to break it.
/// </summary>
internal sealed class LockWatch(NpgsqlConnection administrator, IReadOnlyList<StepConnection> sessions)
{
    public const string ServerLost = "PostgreSQL stopped answering while this answer ran. Run again; the other answers keep their verdicts.";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <returns>The sessions that wait, each with those that it waits for.</returns>
    /// <exception cref="TroubleException">The server was lost.</exception>
    public async Task<IReadOnlyDictionary<StepConnection, IReadOnlyList<string>>> RestAsync(CancellationToken cancellation)
    {
        for (var turn = 0; ; turn++)
        {
            var running = Running();
            if (running.Count == 0)
                return new Dictionary<StepConnection, IReadOnlyList<string>>();
            var blockers = await BlockersAsync(running, cancellation);
            // What ended while the server answered makes the answer old.
            if (Running().Count == running.Count && AtRest(running, blockers))
                return running.ToDictionary(session => session, session => Names(blockers[session.ProcessId]));
            // The first looks follow each other at once: most steps end within them. The pause decides nothing, it spares the processor.
            if (turn > 3)
                await Task.WhenAny([.. Running().Select(session => session.Running!.Value.Task), Task.Delay(Pause, cancellation)]);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private List<StepConnection> Running() => [.. sessions.Where(session => session.Running is { Task.IsCompleted: false })];

    private IReadOnlyList<string> Names(int[] processes) => [.. sessions.Where(session => processes.Contains(session.ProcessId)).Select(session => session.Name)];

    /// <summary>From each running session, some way of waiting must lead to an idle one, and every session on the way must wait itself.</summary>
    private bool AtRest(List<StepConnection> running, Dictionary<int, int[]> blockers)
    {
        var idle = sessions.Except(running).Select(session => session.ProcessId).ToHashSet();
        var rests = new HashSet<int>(idle);
        while (running.Where(session => !rests.Contains(session.ProcessId) && blockers.TryGetValue(session.ProcessId, out var by) && by.Length > 0 && by.All(rests.Contains))
                   .Select(session => session.ProcessId).ToList() is { Count: > 0 } more)
            rests.UnionWith(more);
        return running.All(session => rests.Contains(session.ProcessId));
    }

    private async Task<Dictionary<int, int[]>> BlockersAsync(List<StepConnection> running, CancellationToken cancellation)
    {
        var blockers = new Dictionary<int, int[]>();
        try
        {
            var values = string.Join(", ", running.Select(session => $"({session.ProcessId})"));
            await using var command = new NpgsqlCommand(
                $"select pid, array_to_string(pg_blocking_pids(pid), ',') from (values {values}) asked(pid)", administrator) { AllResultTypesAreUnknown = true };
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                blockers[int.Parse(reader.GetString(0))] = [.. reader.GetString(1).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
            return blockers;
        }
        catch (NpgsqlException lost) when (lost is not PostgresException)
        {
            throw new TroubleException(ServerLost, lost);
        }
    }
}
