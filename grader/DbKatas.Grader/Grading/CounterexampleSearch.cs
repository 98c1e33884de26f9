using System.Diagnostics;
using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>
/// Makes a dataset on which an answer goes wrong smaller while it still does, in the same way: first rows (delta debugging, Zeller 1999;
/// a row takes with it those that point to it), then values. The search is bounded in probes, not in time, so that it repeats.
/// </summary>
/// <param name="bench">The kata's bench.</param>
/// <param name="answer">The answer.</param>
/// <param name="inDomain">True to stay within the author's domain.</param>
internal sealed class CounterexampleSearch(DatasetBench bench, IReadOnlyList<SqlStatement> answer, bool inDomain)
{
    /// <summary>Probes for rows and values together.</summary>
    private const int MostProbes = 160;

    /// <summary>The same for a script that needs a new database each time.</summary>
    private const int MostSlowProbes = 12;

    /// <summary>A probe that takes longer ends the search: small data should take no time at all.</summary>
    private const string ProbeTime = "statement_timeout = '2s'";

    private readonly int _mostProbes = IsSlow(bench.Kata, answer) ? MostSlowProbes : MostProbes;
    private int _probes;
    private bool _isOver;
    private Trial _best = null!;
    private RowDraft _rows = null!;

    /// <param name="start">A trial that goes wrong.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<RowCounterexample> ShrinkAsync(Trial start, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        (_best, _rows) = (start, RowDraft.Of(bench.Schema, start.Dataset));
        // As anybody would load it: without statistics and under the usual plan, where that is enough to see it.
        if (!await FailsAsync(_rows, [], false, cancellation) && start.Dataset.Analyzed)
            await FailsAsync(_rows, start.Dataset.Plan ?? [], false, cancellation);
        await RemoveRowsAsync(cancellation);
        await new ValueSimplifier(bench, _rows).SimplifyAsync(candidate => FailsAsync(candidate, cancellation));
        return new RowCounterexample(_best, bench.Schema, _probes) { Elapsed = clock.Elapsed };
    }

    /// <summary>True for a script that ends transactions of its own: it needs a new database for each run.</summary>
    internal static bool IsSlow(Kata kata, IReadOnlyList<SqlStatement> answer) => kata.Kind == KataKind.State && TransactionControl.Fit(answer) is null;

    private async Task RemoveRowsAsync(CancellationToken cancellation)
    {
        for (var size = Math.Max(1, _rows.Count / 2); size >= 1 && !_isOver; size /= 2)
            for (var progress = true; progress && !_isOver;)
            {
                progress = false;
                for (var from = 0; from < _rows.Count && !_isOver;)
                    if (await FailsAsync(Without(from, size), cancellation))
                        progress = size == 1;
                    else
                        from += size;
            }
    }

    /// <summary>The rows without those from one place on, counted over all tables, the last table first: it points to the others.</summary>
    private RowDraft Without(int from, int size)
    {
        var draft = Copy(_rows);
        var gone = draft.Rows.Reverse().SelectMany(rows => rows).Skip(from).Take(size).ToHashSet<string?[]>(ReferenceEqualityComparer.Instance);
        foreach (var rows in draft.Rows)
            rows.RemoveAll(gone.Contains);
        draft.Close();
        return draft;
    }

    private Task<bool> FailsAsync(RowDraft draft, CancellationToken cancellation) =>
        FailsAsync(draft, PlanOf(_best), _best.Dataset.Analyzed, cancellation);

    /// <summary>Tries other data; data that still go wrong in the same way are the new best.</summary>
    private async Task<bool> FailsAsync(RowDraft draft, IReadOnlyList<string> plan, bool analyzed, CancellationToken cancellation)
    {
        if (_isOver || ++_probes > _mostProbes || bench.Time.IsOver)
            return !(_isOver = true);
        var dataset = new Dataset("counterexample", DatasetSort.PerturbedSeed, draft.Tables, inDomain, [.. plan, ProbeTime], analyzed);
        var trial = await bench.ProbeAsync(answer, dataset, cancellation);
        _isOver = trial?.Run.Failure?.SqlState == Npgsql.PostgresErrorCodes.QueryCanceled;
        if (trial is null || _isOver || Sort(trial) != Sort(_best) || (inDomain && !await bench.IsInDomainAsync(dataset, cancellation)))
            return false;
        (_best, _rows) = (trial, draft);
        return true;
    }

    private static IReadOnlyList<string> PlanOf(Trial trial) => [.. (trial.Dataset.Plan ?? []).Where(setting => setting != ProbeTime)];

    private static RowDraft Copy(RowDraft draft)
    {
        var copy = new RowDraft(draft.Schema);
        foreach (var (place, rows) in draft.Rows.Index())
            copy.Rows[place].AddRange(rows);
        return copy;
    }

    /// <summary>In which way it goes wrong, so that the search does not end at another fault than it began with.</summary>
    internal static int Sort(Trial trial) =>
        trial.Run.Failure is not null ? 0
        : trial.Differences.All(d => d.Difference is { RowsAgree: true, Order: not null }) ? 1
        : trial.Differences.Any(d => d.Difference?.Columns is not null) ? 2
        : 3;
}
