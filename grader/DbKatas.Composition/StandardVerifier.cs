using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Composition;

/// <summary>Verifies every kata of a library, with the grader and the servers that learners have.</summary>
public sealed class StandardVerifier : IAsyncDisposable
{
    private readonly PostgresEngine _postgres;
    private readonly Grader.Grading.Grader _grader;
    private readonly KataVerifier _verifier;

    private StandardVerifier(KataLibrary library, bool proposeRows, int answersAtOnce)
    {
        _postgres = StandardGrader.Postgres();
        // The grader disposes of it.
        var mongo = StandardGrader.MongoDb();
        _grader = StandardGrader.For(library.Solutions, _postgres, StandardGrader.Redis(), mongo, explains: false);
        _verifier = new KataVerifier(_grader, [new SqlMutantScorer(_postgres, proposeRows), new DocumentMutantScorer(mongo, proposeRows)], library, answersAtOnce);
    }

    /// <summary>Servers start when the first kata needs one, and stop when this is disposed.</summary>
    /// <param name="library">The katas and their solutions.</param>
    /// <param name="proposeRows">True to look, for every slip that only hidden data show, for rows or documents that would show it in the seed.</param>
    /// <param name="areMany">True for one who verifies several katas beside each other: each then grades one answer after the other.</param>
    public static StandardVerifier For(KataLibrary library, bool proposeRows = false, bool areMany = false) =>
        new(library, proposeRows, areMany ? 1 : AtOnce.Here);

    public Task<KataReport> VerifyAsync(Kata kata, CancellationToken cancellation) => _verifier.VerifyAsync(kata, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _grader.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
