using DbKatas.Grader.Engines;
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
    private const string Version = "17";

    private static readonly SharedWork<KataData> Known = new();
    private static readonly KeptData<KataData> Kept = new(KataDataFile.Read);

    /// <summary>Begins to read what was kept last for a kata, before there is a server.</summary>
    public static void ReadAhead(Kata kata) => Kept.ReadAhead(kata);

    /// <exception cref="TroubleException">The kata can't be graded as it is.</exception>
    public static async Task<KataData> ProvideAsync(PostgresSession session, Kata kata, SqlAnswer reference, CancellationToken cancellation)
    {
        var name = DatasetCache.Name(kata, await ContentAsync(session, kata, reference, cancellation));
        return await Known.DoAsync(name, token => ReadOrMakeAsync(name, session, kata, reference, token), cancellation);
    }

    private static async Task<string> ContentAsync(PostgresSession session, Kata kata, SqlAnswer reference, CancellationToken cancellation) =>
        KataContent.Of(kata, Version, $"{session.MajorVersion}", await session.Templates.ProvideAsync(kata, cancellation), reference.Text);

    private static async Task<KataData> ReadOrMakeAsync(string name, PostgresSession session, Kata kata, SqlAnswer reference, CancellationToken cancellation)
    {
        if (await Kept.TryReadAsync(kata, name) is { } kept)
            return kept;
        var made = await new DatasetSelection(session, kata, reference).MakeAsync(cancellation);
        DatasetCache.Keep(name, KataDataFile.Write(made));
        return made;
    }
}
