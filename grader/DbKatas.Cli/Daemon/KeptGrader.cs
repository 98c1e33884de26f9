using DbKatas.Composition;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Daemon;

/// <summary>The grader of the library that was asked for last, with its servers.</summary>
internal sealed class KeptGrader : IAsyncDisposable
{
    private KataLibrary? _library;
    private Grader.Grading.Grader? _grader;

    /// <summary>Not to be called while the former one is in use.</summary>
    public async Task<Grader.Grading.Grader> ForAsync(KataLibrary library)
    {
        if (_library != library)
            await ForgetAsync();
        _library = library;
        return _grader ??= StandardGrader.ForSession(library, StandardGrader.Postgres(preparesAhead: true));
    }

    /// <summary>Ends the grader and its servers. The next run gets new ones.</summary>
    public async Task ForgetAsync()
    {
        if (_grader is not null)
            await _grader.DisposeAsync();
        _grader = null;
    }

    public async ValueTask DisposeAsync() => await ForgetAsync();
}
