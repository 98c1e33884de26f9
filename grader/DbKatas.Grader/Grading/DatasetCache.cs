using System.Security.Cryptography;
using System.Text;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>Keeps katas' datasets between runs, in the cache folder. A cache that can't be read or written costs time and no verdict.</summary>
internal static class DatasetCache
{
    /// <param name="kata">The kata.</param>
    /// <param name="content">All that its datasets are made from.</param>
    /// <returns>A name for what was made from just that.</returns>
    public static string Name(Kata kata, string content) => $"{Hash(kata.Id, 10)}_{Hash(content, 20)}";

    public static byte[]? TryRead(string name)
    {
        try
        {
            return File.Exists(PathOf(name)) ? File.ReadAllBytes(PathOf(name)) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The name of what was kept last for a kata; null where nothing is kept.</summary>
    public static string? NewestOf(Kata kata)
    {
        try
        {
            return Directory.EnumerateFiles(Path.GetDirectoryName(PathOf(""))!, Pattern(Hash(kata.Id, 10))).Select(Path.GetFileNameWithoutExtension).FirstOrDefault();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What an earlier content of the kata left goes.</summary>
    public static void Keep(string name, byte[] content)
    {
        try
        {
            var path = PathOf(name);
            var folder = Path.GetDirectoryName(path)!;
            OwnFolder.Make(folder);
            foreach (var older in Directory.EnumerateFiles(folder, Pattern(name.Split('_')[0])))
                File.Delete(older);
            WholeFile.Write(path, content);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException or TroubleException)
        {
            // The next run makes them again.
        }
    }

    private static string Pattern(string kata) => kata + "_*.json";

    private static string PathOf(string name) => CacheFolder.OfThisUser().At("datasets", name + ".json");

    private static string Hash(string text, int digits) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..digits];
}
