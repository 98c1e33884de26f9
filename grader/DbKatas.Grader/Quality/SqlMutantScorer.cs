using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Quality;

/// <summary>For SQL katas on PostgreSQL.</summary>
/// <param name="postgres">Asked for a server when the first kata is scored; not disposed here.</param>
/// <param name="proposeRows">True to look, for every slip that only hidden data show, for rows that would show it in the seed.</param>
public sealed class SqlMutantScorer(PostgresEngine postgres, bool proposeRows = false) : IMutantScorer
{
    public bool Scores(Kata kata) => kata.Engines is [PostgresEngine.Name] && kata.Kind is KataKind.Result or KataKind.State;

    public Task<MutationScore> ScoreAsync(Kata kata, string referencePath, CancellationToken cancellation)
    {
        var reference = TextFile.Read(referencePath);
        return postgres.Turns.UndisturbedAsync(isAlone => ScoreAsync(kata, reference, isAlone, cancellation), cancellation);
    }

    private async Task<MutationScore> ScoreAsync(Kata kata, string reference, bool isAlone, CancellationToken cancellation)
    {
        var session = await postgres.SessionAsync(cancellation);
        session.IsAlone = isAlone;
        try
        {
            return await ScoreAsync(session, kata, reference, cancellation);
        }
        catch (Exception broken) when (ServerTrouble.MayBe(broken))
        {
            throw await ServerTrouble.ExplainAsync(session, broken, cancellation);
        }
        finally
        {
            session.IsAlone = false;
        }
    }

    private async Task<MutationScore> ScoreAsync(PostgresSession session, Kata kata, string reference, CancellationToken cancellation)
    {
        await using var bench = await DatasetBench.OpenAsync(session, kata, reference, cancellation);
        var rules = new EquivalenceRules(kata, bench.Schema, reference);
        var mutants = new SqlMutantBench(bench);
        var score = await new MutationRun<Dataset>(mutants, SqlMutator.Mutate(reference), rules, new SeedRowFinder(mutants), proposeRows).ScoreAsync(cancellation);
        return score with { Domain = Proposal(kata, bench) };
    }

    private static string? Proposal(Kata kata, DatasetBench bench)
    {
        if (kata.Domain != Domain.None)
            return null;
        var domain = DomainProposer.Propose(bench.Schema, bench.Datasets[0]);
        return domain == Domain.None ? null : DomainJsonWriter.Write(domain);
    }
}
