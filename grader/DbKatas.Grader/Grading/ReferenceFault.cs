using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

internal static class ReferenceFault
{
    /// <summary>The author's own answer gave nothing to compare with: trouble with the kata.</summary>
    public static TroubleException Of(Kata kata, SqlAnswer reference, SqlFailure? failure) =>
        new($"The kata itself is at fault: its reference answer{(reference.Path.Length > 0 ? " " + TextFile.Shown(reference.Path) : "")} does not answer. " +
            (failure is null ? "It holds no query." : $"PostgreSQL says: {failure.Message}.") +
            $" Nobody's answer to {kata.Id} can be judged until that is mended.");
}
