using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>Makes a kata's hidden datasets and keeps those on which the reference has something to show.</summary>
internal sealed class DatasetSelection(PostgresSession session, Kata kata, SqlAnswer reference)
{
    // Scripts are judged on fewer: each run reads all tables.
    private readonly (DatasetSort Sort, bool InDomain, int Keep, int Tries)[] _plan = kata.Kind == KataKind.Result
        ? [(DatasetSort.ConstantsAware, true, 26, 78), (DatasetSort.PerturbedSeed, true, 14, 28), (DatasetSort.FullSize, true, 3, 3),
           (DatasetSort.ChangedCopies, true, 6, 12), (DatasetSort.Groups, true, 10, 24), (DatasetSort.Chains, true, 6, 10), (DatasetSort.Corners, true, 12, 28),
           (DatasetSort.ConstantsAware, false, 6, 18), (DatasetSort.PerturbedSeed, false, 4, 8), (DatasetSort.ChangedCopies, false, 2, 4), (DatasetSort.Corners, false, 3, 6)]
        : [(DatasetSort.ConstantsAware, true, 8, 24), (DatasetSort.PerturbedSeed, true, 8, 16),
           (DatasetSort.ChangedCopies, true, 4, 8), (DatasetSort.Groups, true, 4, 10), (DatasetSort.Chains, true, 2, 6), (DatasetSort.Corners, true, 6, 18),
           (DatasetSort.ConstantsAware, false, 3, 9), (DatasetSort.ChangedCopies, false, 2, 4), (DatasetSort.Corners, false, 2, 4)];

    private readonly HashSet<string> _seen = [];

    /// <exception cref="TroubleException">The reference or the domain does not fit the visible data.</exception>
    public async Task<KataData> MakeAsync(CancellationToken cancellation)
    {
        // A database of its own: the domain's rules become constraints in it.
        await using var scratch = await ScratchDatabase.CreateAsync(session, kata, cancellation);
        var schema = await ReadAsync(scratch, cancellation);
        await using var runner = new DatasetRunner(scratch, schema.Model, kata.Limits);
        var answers = new AnswerRunner(session, kata, runner, schema.Model);
        var trial = new ReferenceRun(answers, kata, reference.Statements);
        var visible = await trial.ExpectAsync(schema.Seed, cancellation) ?? await VisibleAloneAsync(answers, schema.Seed, cancellation);

        var rules = new DomainRules(kata, schema.Model, runner);
        await rules.CheckSeedAsync(schema.Seed, cancellation);
        await rules.EnforceAsync(cancellation);
        var generator = new DatasetGenerator(schema.Model, schema.Seed, reference.Text, kata.Domain, visible.After(schema.Model));
        var sieve = new RowSieve(runner, schema.Model);
        List<(Dataset Data, Expectation Expected)> kept = [];
        foreach (var part in _plan.GroupBy(part => part.InDomain).OrderByDescending(part => part.Key))
        {
            if (!part.Key)
                await rules.LiftAsync(cancellation);
            foreach (var (sort, inDomain, keep, tries) in part)
                kept.AddRange(await ChooseAsync(generator.Make(sort, inDomain).Take(tries), keep, sieve, trial, part.Key ? rules : null, cancellation));
        }
        var ordered = kept.OrderByDescending(k => k.Data.InDomain).ThenBy(k => DatasetGenerator.IsSteered(k.Data.Sort)).ThenBy(k => k.Data.Sort == DatasetSort.Corners).ThenBy(k => k.Data.RowCount).ToList();
        return new KataData(schema.Model, [schema.Seed, .. ordered.Select(k => k.Data with { IsKnownToFit = true })], [visible, .. ordered.Select(k => k.Expected)]);
    }

    private async Task<List<(Dataset, Expectation)>> ChooseAsync(
        IEnumerable<Dataset> candidates, int keep, RowSieve sieve, ReferenceRun trial, DomainRules? rules, CancellationToken cancellation)
    {
        List<(Dataset, Expectation)> kept = [];
        var empty = 0;
        foreach (var candidate in candidates)
        {
            if (kept.Count == keep)
                break;
            if (await sieve.SiftAsync(candidate, cancellation) is not { } sifted || (rules is not null && !await rules.HoldsAsync(cancellation)))
                continue;
            if (await trial.ExpectAsync(sifted, cancellation) is not { } expected || !_seen.Add(Print(expected)))
                continue;
            // A reference that shows nothing tells little apart; one or two such sets are enough.
            if (kata.Kind == KataKind.Result && expected.Tables[Expectation.Result].Rows.Count == 0 && ++empty > 2)
                continue;
            kept.Add((sifted, expected));
        }
        return kept;
    }

    private async Task<(SchemaModel Model, Dataset Seed)> ReadAsync(ScratchDatabase scratch, CancellationToken cancellation)
    {
        await using var connection = await scratch.OpenAsAnswerAsync(kata.Limits, cancellation);
        var reader = new SchemaReader(connection);
        var model = await reader.ReadAsync(cancellation);
        var tables = new List<TableRows>();
        foreach (var table in model.Tables)
            tables.Add(await reader.ReadRowsAsync(table, cancellation));
        return (model, new Dataset("visible", DatasetSort.Visible, tables));
    }

    /// <summary>A reference that hangs on chance is still what everybody is measured by on the visible data.</summary>
    private async Task<Expectation> VisibleAloneAsync(AnswerRunner answers, Dataset seed, CancellationToken cancellation)
    {
        var run = await answers.RunAsync(reference.Statements, seed, cancellation);
        return run.Tables is { } tables ? new Expectation(tables) : throw ReferenceFault.Of(kata, reference, run.Run.Failure);
    }

    private static string Print(Expectation expected) => string.Join('\u0002', expected.Tables.SelectMany(table =>
        table.Value.Rows.Select(row => string.Join('\u0001', row.Select(cell => cell.Text ?? "\u0003"))).Prepend(table.Key)));
}
