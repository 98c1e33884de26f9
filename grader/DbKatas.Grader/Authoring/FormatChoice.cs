using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Authoring;

/// <summary>Finds the format of a new kata from what its author asks for.</summary>
internal static class FormatChoice
{
    /// <param name="kind">As in kata.json.</param>
    /// <param name="engine">As in kata.json; null for the track's own where there is one, else the first that has such katas.</param>
    /// <param name="track">The kata's track.</param>
    /// <exception cref="TroubleException">There is no such kind or engine, or no such kata on it; with those that there are.</exception>
    public static (KataKind Kind, KataFormat Format) Of(string kind, string? engine, string track)
    {
        var kinds = Enum.GetNames<KataKind>().Select(name => name.ToLowerInvariant()).ToArray();
        if (!kinds.Contains(kind))
            throw new TroubleException($"There is no kind \"{kind}\".{Spelling.DidYouMean(kind, kinds)} Write one of: {string.Join(", ", kinds)}.");
        if (engine is not null && !KataFormat.Engines.Contains(engine))
            throw new TroubleException($"There is no engine \"{engine}\".{Spelling.DidYouMean(engine, KataFormat.Engines)} Write one of: {string.Join(", ", KataFormat.Engines)}.");
        var known = Enum.Parse<KataKind>(kind, ignoreCase: true);
        var formats = KataFormat.All.Where(format => format.Kinds.Contains(known)).ToList();
        if (engine is null)
            return (known, formats.FirstOrDefault(format => format.Engine == track) ?? formats[0]);
        return (known, KataFormat.Of(engine, known)
            ?? throw new TroubleException($"There are no katas of kind {kind} on {engine}. This kind is judged on {string.Join(" and ", formats.Select(format => format.Engine))}."));
    }
}
