using DbKatas.Grader.Katas;
using DbKatas.Grader.Packing;

namespace DbKatas.Grader.Grading;

/// <summary>The solutions of a library that has them.</summary>
/// <param name="root">The folder with the reference answers, in folders named by the katas' ids.</param>
public sealed class SolutionFolders(string root) : ISolutions
{
    /// <summary>A library's solutions, or what was packed in their place.</summary>
    public static ISolutions Of(KataLibrary library) => library.IsStudentEdition ? new PackedSolutions(library.Packed) : new SolutionFolders(library.Solutions);

    public Task<T> ProvideAsync<T>(Kata kata, Func<string, Task<T>> make, Func<byte[], T> read) => make(Path.Combine(root, kata.Id));
}
