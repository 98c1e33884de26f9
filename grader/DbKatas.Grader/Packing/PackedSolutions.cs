using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Packing;

/// <summary>What a student edition has in place of solutions: a file a kata, read once for each time that the kata itself is read.</summary>
/// <param name="root">The folder of these files, which are named by the katas' ids.</param>
public sealed class PackedSolutions(string root) : ISolutions
{
    // A kata that is read anew may be another one by now, and its file too.
    private readonly ConditionalWeakTable<Kata, ConcurrentDictionary<Type, Lazy<object>>> _read = [];

    public Task<T> ProvideAsync<T>(Kata kata, Func<string, Task<T>> make, Func<byte[], T> read)
    {
        var path = PathOf(root, kata);
        try
        {
            return Task.FromResult((T)_read.GetOrCreateValue(kata).GetOrAdd(typeof(T), _ => new Lazy<object>(() => read(PackedKata.Read(path, kata))!, LazyThreadSafetyMode.PublicationOnly)).Value);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TroubleException($"{TextFile.Shown(path)} is missing. This student edition holds answers against it: take it from the edition again.", gone);
        }
        catch (Exception damaged) when (damaged is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            throw new TroubleException($"{TextFile.Shown(path)} can't be read. This student edition holds answers against it: take it from the edition again.", damaged);
        }
    }

    /// <summary>Where a kata's file is.</summary>
    internal static string PathOf(string root, Kata kata) => Path.Combine(root, kata.Id + ".packed");
}
