using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Grader.Grading.Schedules;

/// <summary>One session of a schedule: a connection, the step that runs on it, and the steps that wait for their turn.</summary>
internal sealed class StepConnection(string name, NpgsqlConnection connection, KataLimits limits) : IAsyncDisposable
{
    /// <summary>
    /// How soon a session looks for a deadlock, by how many others could still come to a lock after it. Who closes a circle is always the last
    /// to wait, and looks before all that began to wait earlier, so it is the one that is stopped.
    /// </summary>
    private static readonly string[] LooksAfter = ["50ms", "700ms", "1500ms"];

    private const string LooksLate = "3s";

    private NpgsqlCommand? _command;

    public string Name { get; } = name;

    public int ProcessId { get; } = connection.ProcessID;

    public Queue<StepRun> Pending { get; } = new();

    /// <summary>The step under way, with its task; null when the session is idle.</summary>
    public (StepRun Step, Task Task)? Running { get; private set; }

    /// <summary>True from the moment a step is found waiting until it ends.</summary>
    public bool IsWaiting { get; set; }

    /// <param name="step">What to run.</param>
    /// <param name="waiting">How many others wait.</param>
    /// <param name="free">How many others do not.</param>
    public void Start(StepRun step, int waiting, int free) =>
        Running = (step, RunAsync(step, waiting > 0 && free < LooksAfter.Length ? LooksAfter[free] : LooksLate));

    public void End() => (Running, IsWaiting) = (null, false);

    /// <summary>Runs a statement of ours and minds no refusal.</summary>
    public async Task TryAsync(string sql)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception refused) when (refused is NpgsqlException or InvalidOperationException)
        {
            // A transaction that has failed, a server whose administrator may not grant the setting, a connection that is gone:
            // the step itself tells.
        }
    }

    /// <summary>Ends what runs, whatever it is.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Running is { } running)
        {
            _command?.Cancel();
            await Task.WhenAny(running.Task, Task.Delay(TimeSpan.FromSeconds(2)));
        }
        try
        {
            await connection.DisposeAsync();
        }
        catch (Exception broken) when (broken is NpgsqlException or InvalidOperationException)
        {
            // It was ended from the other side.
        }
    }

    public static SqlFailure TimedOut(StepRun step) =>
        new(PostgresErrorCodes.QueryCanceled, "canceling statement due to statement timeout", null, null, null, step.Statement);

    private async Task RunAsync(StepRun step, string looksAfter)
    {
        await TryAsync($"set deadlock_timeout = '{looksAfter}'");
        try
        {
            await using var command = _command = new NpgsqlCommand(step.Statement.Text, connection) { AllResultTypesAreUnknown = true };
            await using var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess);
            step.Rows = await ResultReader.ReadAsync(reader, limits.Rows, CancellationToken.None);
            if (step.Rows is { Truncated: true })
                command.Cancel();
        }
        // Class 57P: the connection is being shut down. Whether the server can still say so is a matter of luck.
        catch (PostgresException refused) when (!refused.SqlState.StartsWith("57P", StringComparison.Ordinal))
        {
            step.Failure = new SqlFailure(refused.SqlState, refused.MessageText, refused.Detail, refused.Hint, null, step.Statement);
        }
        catch (NpgsqlException late) when (late.InnerException is TimeoutException)
        {
            step.Failure = TimedOut(step);
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            step.Failure = new SqlFailure(null, "its connection to the database was ended", null, null, null, step.Statement);
        }
        finally
        {
            _command = null;
        }
    }
}
