using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>Judges the katas of some kinds on some engine. Disposing stops what it started.</summary>
public interface IKataGrader : IAsyncDisposable
{
    bool Judges(Kata kata);

    /// <param name="blank">The verdict so far: id, kata and answer path; return it with the outcome and the facts filled in.</param>
    /// <param name="kata">The question; <see cref="Judges"/> has said yes to it.</param>
    /// <param name="answerPath">The answer's file; it may be missing, empty, huge or hostile.</param>
    /// <param name="cancellation">Ends grading with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="TroubleException">The machine or the kata is at fault.</exception>
    /// <exception cref="TextFileException">The answer can't be read.</exception>
    Task<Verdict> JudgeAsync(Verdict blank, Kata kata, string answerPath, CancellationToken cancellation);

    /// <summary>What answers to a kata are held against, as bytes: for a library without its solution.</summary>
    /// <param name="kata">The question; <see cref="Judges"/> has said yes to it.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The same bytes each time that it is asked.</returns>
    /// <exception cref="TroubleException">The machine or the kata is at fault, as where the reference answer does not run.</exception>
    Task<byte[]> PackAsync(Kata kata, CancellationToken cancellation);
}
