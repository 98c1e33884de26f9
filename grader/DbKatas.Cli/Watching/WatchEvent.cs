using DbKatas.Grader.Grading;
using DbKatas.Grader.Quality;

namespace DbKatas.Cli.Watching;

/// <summary>Something that a session that watches reacts to, one after the other.</summary>
internal abstract record WatchEvent
{
    /// <summary>A file below the answers' folder was written, moved or made.</summary>
    /// <param name="Path">Its full path.</param>
    internal sealed record Saved(string Path) : WatchEvent;

    /// <summary>The learner pressed a key.</summary>
    /// <param name="Key">In lower case; '\n' for Enter.</param>
    internal sealed record Pressed(char Key) : WatchEvent;

    /// <summary>Grading has ended.</summary>
    /// <param name="Verdict">What it found.</param>
    internal sealed record Graded(Verdict Verdict) : WatchEvent;

    /// <summary>Verifying has ended.</summary>
    /// <param name="Report">What it found.</param>
    internal sealed record Verified(KataReport Report) : WatchEvent;
}
