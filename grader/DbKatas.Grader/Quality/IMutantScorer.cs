using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Quality;

/// <summary>Makes mutants of the reference answers of some kinds of katas and holds the katas' data against them.</summary>
public interface IMutantScorer
{
    bool Scores(Kata kata);

    /// <param name="kata">The kata; <see cref="Scores"/> has said yes to it.</param>
    /// <param name="referencePath">The reference answer's file.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="TroubleException">The machine or the kata is at fault.</exception>
    /// <exception cref="TextFileException">The reference can't be read.</exception>
    Task<MutationScore> ScoreAsync(Kata kata, string referencePath, CancellationToken cancellation);
}
