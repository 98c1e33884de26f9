using DbKatas.Composition;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Daemon;

/// <summary>The grader of the library that was asked for last, with its servers.</summary>
internal sealed class KeptGrader : IAsyncDisposable
{
    private (KataLibrary Library, bool IsStudentEdition)? _kept;
    private Grader.Grading.Grader? _grader;

    /// <summary>Not to be called while the former one is in use.</summary>
    /// <returns>A grader, and whether it has worked before.</returns>
    public async Task<(Grader.Grading.Grader Grader, bool IsUsed)> ForAsync(KataLibrary library)
    {
        var asked = (library, library.IsStudentEdition);
        if (_grader is not null && _kept == asked)
            return (_grader, true);
        await DisposeAsync();
        _kept = asked;
        _grader = StandardGrader.ForSession(library, StandardGrader.Postgres(preparesAhead: true));
        return (_grader, false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_grader is not null)
            await _grader.DisposeAsync();
        _grader = null;
    }
}
