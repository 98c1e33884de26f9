using System.Security.Cryptography;
using System.Text;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Packing;

namespace DbKatas.Classroom.Grading;

/// <summary>Tells whether a verdict that was found earlier still holds: it does while the answer, the kata and its solution are the same.</summary>
internal sealed class LibraryPrint(KataLibrary library)
{
    /// <summary>SHA-256 of the kata's files, learner's answer aside, and of its solution's.</summary>
    public string Of(Kata kata)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in (string[])[kata.Folder, Path.Combine(library.Solutions, kata.Id)])
            foreach (var file in Files(folder).Where(file => file != Path.Combine(kata.Folder, kata.AnswerFile)))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
                hash.AppendData(File.ReadAllBytes(file));
            }
        if (library.IsStudentEdition && PackedSolutions.PathOf(library.Packed, kata) is var packed && File.Exists(packed))
            hash.AppendData(File.ReadAllBytes(packed));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <param name="kataPrint">What <see cref="Of(Kata)"/> gave.</param>
    /// <param name="answerPath">The answer; null for none.</param>
    public static string OfAnswer(string kataPrint, string? answerPath)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(kataPrint));
        // An answer too large to be read is told by its size: the verdict on it says that.
        if (answerPath is not null && new FileInfo(answerPath) is { Exists: true } file)
            hash.AppendData(file.Length > TextFile.MostBytes ? BitConverter.GetBytes(file.Length) : File.ReadAllBytes(answerPath));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
}
