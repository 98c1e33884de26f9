using System.Collections.Concurrent;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>
/// Katas' data as earlier runs kept them. While a server is looked for a core is idle: what was kept last can be read meanwhile, and whether
/// it is what is needed shows when the server is there.
/// </summary>
/// <typeparam name="T">A kata's data.</typeparam>
/// <param name="read">Reads a kept file; null when it is none.</param>
internal sealed class KeptData<T>(Func<byte[], T?> read)
    where T : class
{
    private readonly ConcurrentDictionary<string, Task<(string? Name, T? Data)>> _ahead = new();

    /// <summary>Begins to read what was kept last for a kata.</summary>
    public void ReadAhead(Kata kata) => _ahead.TryAdd(kata.Id, Task.Run(() =>
    {
        var name = DatasetCache.NewestOf(kata);
        return (name, name is null ? null : Read(name));
    }));

    /// <returns>Null when nothing is kept by that name.</returns>
    public async Task<T?> TryReadAsync(Kata kata, string name)
    {
        var ahead = _ahead.TryRemove(kata.Id, out var reading) ? await reading : default;
        return ahead.Name == name ? ahead.Data : Read(name);
    }

    private T? Read(string name) => DatasetCache.TryRead(name) is { } bytes ? read(bytes) : null;
}
