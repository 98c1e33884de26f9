using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>
/// Where that comes from which answers are held against: solutions or, in a library that was packed for students, what was kept of them.
/// </summary>
public interface ISolutions
{
    /// <param name="kata">Whose.</param>
    /// <param name="make">Makes it from the kata's folder among the solutions.</param>
    /// <param name="read">Reads it from what <see cref="IKataGrader.PackAsync"/> has kept.</param>
    /// <exception cref="TroubleException">It is missing or damaged.</exception>
    Task<T> ProvideAsync<T>(Kata kata, Func<string, Task<T>> make, Func<byte[], T> read);
}
