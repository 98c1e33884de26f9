using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Watching;

/// <summary>All files of a kata and its solution, to see which kata a file belongs to and whether anything in it is new.</summary>
internal static partial class KataContent
{
    /// <returns>The id of the kata in whose folder, or solution's folder, the file lies; null for files of no kata.</returns>
    public static string? IdOf(string path, KataLibrary library) =>
        new[] { library.Katas, library.Solutions }.Select(root => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Select(relative => Id().Match(relative)).FirstOrDefault(match => match.Success)?.Value;

    /// <returns>The same for the same files with the same content.</returns>
    public static string Of(string id, KataLibrary library)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var folders = new[] { library.Katas, library.Solutions }.Select(root => Path.Combine(root, id)).Where(Directory.Exists);
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(BytesOf(file));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>Nothing, when the file is just being moved or written; another event comes when that is over.</summary>
    private static byte[] BytesOf(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"^[a-z0-9-]+(/[a-z0-9-]+)?/\d\d-[a-z0-9-]+(?=/|$)")]
    private static partial Regex Id();
}
