using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>What an answer gave on a dataset.</summary>
/// <param name="Tables">As in <see cref="Expectation.Tables"/>; null when it did not run to its end or returned nothing.</param>
/// <param name="Run">How it ran.</param>
internal sealed record AnswerRun(IReadOnlyDictionary<string, ResultTable>? Tables, ScriptRun Run);

/// <summary>Runs answers of a kata's kind on datasets.</summary>
internal sealed class AnswerRunner(PostgresSession session, Kata kata, DatasetRunner runner, SchemaModel schema)
{
    public async Task<AnswerRun> RunAsync(IReadOnlyList<SqlStatement> answer, Dataset dataset, CancellationToken cancellation)
    {
        if (kata.Kind == KataKind.Result)
            return Query(await runner.QueryAsync(answer, dataset, cancellation));
        if (TransactionControl.Fit(answer) is not { } fitted)
            return await RunAloneAsync(answer, dataset, cancellation);
        var (run, tables) = await runner.ScriptAsync(fitted, dataset, cancellation);
        return TransactionControl.IsRefusal(run.Failure?.SqlState)
            ? await RunAloneAsync(answer, dataset, cancellation)
            : new AnswerRun(run.Failure is null ? tables : null, run);
    }

    /// <summary>Runs answers of our own making one after the other; queries find the dataset loaded once for all of them.</summary>
    public async Task<IReadOnlyList<AnswerRun>> RunAllAsync(
        IReadOnlyList<IReadOnlyList<SqlStatement>> answers, Dataset dataset, int seconds, CancellationToken cancellation)
    {
        var runs = new List<AnswerRun>();
        if (kata.Kind == KataKind.Result)
            foreach (var query in await runner.QueryAllAsync(answers, dataset, kata.Limits with { Seconds = seconds }, cancellation))
                runs.Add(Query(query));
        else
            foreach (var answer in answers)
                runs.Add(await RunAsync(answer, dataset, cancellation));
        return runs;
    }

    /// <summary>Runs the reference and an answer on the same data.</summary>
    /// <returns>For a reference that fails, an answer that was not run.</returns>
    public async Task<(AnswerRun Reference, AnswerRun Answer)> RunBothAsync(
        IReadOnlyList<SqlStatement> reference, IReadOnlyList<SqlStatement> answer, Dataset dataset, CancellationToken cancellation)
    {
        if (kata.Kind != KataKind.Result)
            return (await RunAsync(reference, dataset, cancellation), await RunAsync(answer, dataset, cancellation));
        var (first, second) = await runner.QueriesAsync(reference, answer, dataset, cancellation);
        return (Query(first), Query(second));
    }

    private static AnswerRun Query(ScriptRun run) => new(run.Result is { } result ? Expectation.Of(result).Tables : null, run);

    /// <summary>A script that ends transactions of its own needs a database of its own.</summary>
    private async Task<AnswerRun> RunAloneAsync(IReadOnlyList<SqlStatement> script, Dataset dataset, CancellationToken cancellation)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(session, kata, cancellation);
        if (dataset.Sort != DatasetSort.Visible)
        {
            await using var loader = new DatasetRunner(scratch, schema, kata.Limits);
            if (await loader.LoadAsync(dataset, ["commit"], true, cancellation) is { } refused)
                return new AnswerRun(null, new ScriptRun(null, refused));
        }
        var run = await scratch.RunAsync(script, isReadOnly: false, kata.Limits, cancellation);
        return new AnswerRun(run.Failure is null ? await scratch.ReadTablesAsync(kata.Limits.Rows, cancellation) : null, run);
    }
}
