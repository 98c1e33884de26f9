using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>A scratch database in which answers run on datasets, one run at a time.</summary>
internal sealed class DatasetLane : IAsyncDisposable
{
    private readonly ScratchDatabase _scratch;

    private DatasetLane(PostgresSession session, Kata kata, SchemaModel schema, ScratchDatabase scratch)
    {
        _scratch = scratch;
        Runner = new DatasetRunner(scratch, schema, kata.Limits);
        Answers = new AnswerRunner(session, kata, Runner, schema);
    }

    public DatasetRunner Runner { get; }

    public AnswerRunner Answers { get; }

    public static async Task<DatasetLane> OpenAsync(PostgresSession session, Kata kata, SchemaModel schema, CancellationToken cancellation) =>
        new(session, kata, schema, await ScratchDatabase.CreateAsync(session, kata, cancellation));

    public async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync();
        await _scratch.DisposeAsync();
    }
}
