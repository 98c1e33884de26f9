using System.Diagnostics;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Grader.Grading.Schedules;

/// <summary>Runs a schedule's steps one by one. A session that waits for a lock keeps its later steps until it goes on, as a person at a terminal would.</summary>
internal sealed class ScheduleRunner(Schedule schedule, IReadOnlyList<SqlStatement> answer, KataLimits limits)
{
    /// <summary>So often may a session begin the answer again.</summary>
    private const int MostRetries = 3;

    private readonly List<StepRun> _steps = [];
    private readonly List<ScheduleEvent> _events = [];
    private readonly Dictionary<string, int> _retries = [];
    private readonly Dictionary<string, StepRun> _gaveUp = [];

    /// <param name="session">The server.</param>
    /// <param name="scratch">The database; what the steps do stays in it.</param>
    /// <param name="cancellation">Ends the run from outside.</param>
    public async Task<ScheduleRun> RunAsync(PostgresSession session, ScratchDatabase scratch, CancellationToken cancellation)
    {
        await using (var administrator = await session.ConnectAsync(null, cancellation))
        {
            await AllowDeadlockTimeoutAsync(administrator, cancellation);
            var connections = new List<StepConnection>();
            try
            {
                foreach (var name in schedule.Sessions)
                    connections.Add(new StepConnection(name, await scratch.OpenAsAnswerAsync(limits, cancellation), limits));
                await RunAsync(connections, new LockWatch(administrator, connections), cancellation);
            }
            finally
            {
                // All at once: one that waits for another ends with it.
                await Task.WhenAll(connections.Select(connection => connection.DisposeAsync().AsTask()));
            }
        }
        if (_steps.Any(step => step.Failure is { SqlState: null }) && !await session.AnswersAsync(cancellation))
            throw new DisturbedException(LockWatch.ServerLost);
        return new ScheduleRun(schedule, _steps, _events, await scratch.ReadTablesAsync(limits.Rows, cancellation));
    }

    private async Task RunAsync(List<StepConnection> connections, LockWatch watch, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        foreach (var step in Expand())
        {
            _steps.Add(step);
            if (clock.Elapsed.TotalSeconds > limits.Seconds)
            {
                step.Failure = StepConnection.TimedOut(step);
                _events.Add(new ScheduleEvent(step, EventSort.Ran));
                return;
            }
            connections.Single(connection => connection.Name == step.Session).Pending.Enqueue(step);
            await SettleAsync(connections, watch, cancellation);
        }
        while (connections.FirstOrDefault(connection => connection.Running is null && Retry(connection)) is not null)
            await SettleAsync(connections, watch, cancellation);
    }

    /// <summary>Begins what can begin, the oldest step first, until every session has nothing to do or waits.</summary>
    private async Task SettleAsync(List<StepConnection> connections, LockWatch watch, CancellationToken cancellation)
    {
        while (connections.Where(c => c.Running is null && c.Pending.Count > 0).MinBy(c => c.Pending.Peek().Number) is { } next)
        {
            var waitingBefore = connections.Count(c => c.IsWaiting);
            next.Start(next.Pending.Dequeue(), waitingBefore, connections.Count - 1 - waitingBefore);
            var waiting = await watch.RestAsync(cancellation);
            // The step just begun is told first, then those that it has set free.
            foreach (var connection in connections.OrderBy(c => c != next))
                await TellAsync(connection, waiting.GetValueOrDefault(connection));
        }
    }

    private async Task TellAsync(StepConnection connection, IReadOnlyList<string>? waitsFor)
    {
        if (connection.Running is not { } running)
            return;
        var step = running.Step;
        if (waitsFor is not null)
        {
            if (connection.IsWaiting)
                return;
            (connection.IsWaiting, step.WaitedFor) = (true, waitsFor);
            _events.Add(new ScheduleEvent(step, EventSort.Waits));
            return;
        }
        await running.Task;
        _events.Add(new ScheduleEvent(step, connection.IsWaiting ? EventSort.GoesOn : EventSort.Ran));
        step.IsFinished = true;
        connection.End();
        if (step is { IsAnswers: true, Failure: not null })
            await GiveUpAsync(connection, step);
    }

    /// <summary>An application whose statement is refused takes its transaction back and runs none of the statements after it.</summary>
    private async Task GiveUpAsync(StepConnection connection, StepRun step)
    {
        await connection.TryAsync("rollback");
        _events.Add(new ScheduleEvent(step, EventSort.RolledBack));
        var others = connection.Pending.Where(pending => !pending.IsAnswers).ToList();
        connection.Pending.Clear();
        others.ForEach(connection.Pending.Enqueue);
        _gaveUp[connection.Name] = step;
    }

    /// <returns>True when the session begins the answer again.</returns>
    private bool Retry(StepConnection connection)
    {
        if (!_gaveUp.Remove(connection.Name, out var step) || !schedule.Retries.Contains(step.Failure!.SqlState ?? ""))
            return false;
        var count = _retries[connection.Name] = _retries.GetValueOrDefault(connection.Name) + 1;
        if (count > MostRetries)
            return false;
        foreach (var statement in answer)
        {
            var again = Bound(connection.Name, statement);
            _steps.Add(again);
            connection.Pending.Enqueue(again);
        }
        return true;
    }

    /// <summary>Every step with the answer's statements in their places; those that no step asks for follow in turn.</summary>
    private IEnumerable<StepRun> Expand()
    {
        var used = schedule.Steps.Where(step => step.Sort != StepSort.Statement).Select(step => step.Session).Distinct().ToDictionary(name => name, _ => 0);
        foreach (var step in schedule.Steps)
        {
            if (step.Sort == StepSort.Statement)
                yield return new StepRun(_steps.Count + 1, step.Session, new SqlStatement(step.Text, 0), IsAnswers: false);
            for (var left = step.Sort switch { StepSort.Next => 1, StepSort.Rest => answer.Count, _ => 0 }; left > 0; left--)
                if (Next(step.Session, used) is { } next)
                    yield return next;
        }
        while (used.Keys.FirstOrDefault(name => used[name] < answer.Count && !_gaveUp.ContainsKey(name)) is not null)
            foreach (var name in used.Keys.ToList())
                if (Next(name, used) is { } next)
                    yield return next;
    }

    private StepRun? Next(string session, Dictionary<string, int> used) =>
        used[session] < answer.Count && !_gaveUp.ContainsKey(session) ? Bound(session, answer[used[session]++]) : null;

    private StepRun Bound(string session, SqlStatement statement)
    {
        var values = schedule.Variables.GetValueOrDefault(session) ?? new Dictionary<string, string>();
        return new StepRun(_steps.Count + 1, session, statement with { Text = BoundStatement.Text(statement.Text, values) }, IsAnswers: true);
    }

    /// <summary>Lets the sessions say how soon they look for a deadlock, where the administrator may let them. It matters only for who is stopped.</summary>
    private static async Task AllowDeadlockTimeoutAsync(NpgsqlConnection administrator, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            do $$ begin
              if not has_parameter_privilege('{PostgresSession.OwnerRole}', 'deadlock_timeout', 'set') then
                grant set on parameter deadlock_timeout to {PostgresSession.OwnerRole};
              end if;
            exception when others then null;
            end $$
            """, administrator);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
