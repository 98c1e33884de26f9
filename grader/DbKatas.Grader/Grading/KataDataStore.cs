using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>
/// Keeps each kata's datasets and expected results by the hash of all that they are made from: within a run in memory, between runs in the
/// cache folder. What can't be kept is made again.
/// </summary>
internal static class KataDataStore
{
    /// <summary>Part of every hash: raise it when the same content gives other datasets or expectations.</summary>
    private const string Version = "6";

    private static readonly ConcurrentDictionary<string, Lazy<Task<KataData>>> Known = new();

    /// <exception cref="TroubleException">The kata can't be graded as it is.</exception>
    public static async Task<KataData> ProvideAsync(PostgresSession session, Kata kata, SqlAnswer reference, CancellationToken cancellation)
    {
        var name = $"{Hash(kata.Id, 10)}_{await ContentAsync(session, kata, reference, cancellation)}";
        try
        {
            return await Known.GetOrAdd(name, _ => new Lazy<Task<KataData>>(() => ReadOrMakeAsync(name, session, kata, reference, cancellation))).Value;
        }
        catch
        {
            // Somebody's cancelling, or trouble that may pass, is not everybody's.
            Known.TryRemove(name, out _);
            throw;
        }
    }

    private static async Task<string> ContentAsync(PostgresSession session, Kata kata, SqlAnswer reference, CancellationToken cancellation)
    {
        var template = await session.Templates.ProvideAsync(kata, cancellation);
        var parts = new { Version, session.MajorVersion, template, reference.Text, kata.Domain.Source, kata.Kind, kata.Rules, kata.Limits };
        return Hash(JsonSerializer.Serialize(parts), 20);
    }

    private static async Task<KataData> ReadOrMakeAsync(string name, PostgresSession session, Kata kata, SqlAnswer reference, CancellationToken cancellation)
    {
        var path = CacheFolder.OfThisUser().At("datasets", name + ".json");
        if (await TryReadAsync(path, cancellation) is { } kept)
            return kept;
        var made = await new DatasetSelection(session, kata, reference).MakeAsync(cancellation);
        Keep(path, KataDataFile.Write(made), name.Split('_')[0]);
        return made;
    }

    private static async Task<KataData?> TryReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return File.Exists(path) ? KataDataFile.Read(await File.ReadAllBytesAsync(path, cancellation)) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Written beside its place and then moved there, so that nobody reads half a file; what an earlier content left goes.</summary>
    private static void Keep(string path, byte[] content, string prefix)
    {
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            OwnFolder.Make(folder);
            foreach (var older in Directory.EnumerateFiles(folder, prefix + "_*.json"))
                File.Delete(older);
            var unfinished = path + "." + Guid.NewGuid().ToString("N");
            File.WriteAllBytes(unfinished, content);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException or TroubleException)
        {
            // A cache that can't be written costs time and no verdict.
        }
    }

    private static string Hash(string text, int digits) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..digits];
}
