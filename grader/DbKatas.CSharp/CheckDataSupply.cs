using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.CSharp;

/// <summary>The data of one answer's checks, made as they ask for it.</summary>
internal sealed class CheckDataSupply(Kata kata, IReadOnlyList<ICheckEngine> engines) : IAsyncDisposable
{
    /// <summary>No author writes so many checks; an answer that asks in their stead gets no more.</summary>
    private const int Most = 100;

    private readonly Dictionary<string, ICheckData> _current = [];
    private readonly List<ICheckData> _given = [];

    /// <exception cref="TroubleException">There is no such data, or there is too much already.</exception>
    public async Task<ICheckData> ProvideAsync(string engine, CancellationToken cancellation)
    {
        var chosen = engines.FirstOrDefault(e => e.Name == engine && kata.Engines.Contains(e.Name))
            ?? throw new TroubleException($"The kata itself is at fault: its checks ask for \"{engine}\", which is not among the engines in kata.json.");
        if (_given.Count == Most)
            throw new TroubleException($"The checks of {kata.Id} ask for more than {Most} copies of its data.");
        // Checks run one after another, so the one before needs its copy no longer. Some servers have room for one only.
        if (_current.Remove(engine, out var before))
            await before.DisposeAsync();
        var data = await chosen.ProvideAsync(kata, cancellation);
        _given.Add(data);
        return _current[engine] = data;
    }

    /// <summary>Asks whether every server that a check has worked on is still there. One that was lost in between has been replaced for the checks after.</summary>
    public async Task<bool> HasLostNoServerAsync(CancellationToken cancellation)
    {
        foreach (var data in _given)
            if (!await data.AnswersAsync(cancellation))
                return false;
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var data in _current.Values)
            await data.DisposeAsync();
    }
}
