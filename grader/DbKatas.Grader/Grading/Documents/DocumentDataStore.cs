using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>
/// Keeps each kata's datasets and expected results by all that they are made from: within a run in memory, between runs in the cache folder.
/// </summary>
internal static class DocumentDataStore
{
    /// <summary>Part of every name: raise it when the same content gives other datasets or expectations.</summary>
    private const string Version = "5";

    private static readonly SharedWork<DocumentData> Known = new();
    private static readonly KeptData<DocumentData> Kept = new(DocumentDataFile.Read);

    /// <summary>Begins to read what was kept last for a kata, before there is a server.</summary>
    public static void ReadAhead(Kata kata) => Kept.ReadAhead(kata);

    /// <returns>The visible data alone where the reference fails on them.</returns>
    /// <exception cref="TroubleException">The kata can't be graded as it is.</exception>
    public static async Task<DocumentData> ProvideAsync(IMongoServer server, Kata kata, SeedData seed, MongoAnswer reference, CancellationToken cancellation)
    {
        var name = DatasetCache.Name(kata, Content(server, kata, seed, reference));
        return await Known.DoAsync(name, token => ReadOrMakeAsync(name, server, kata, seed, reference, token), cancellation);
    }

    private static async Task<DocumentData> ReadOrMakeAsync(
        string name, IMongoServer server, Kata kata, SeedData seed, MongoAnswer reference, CancellationToken cancellation)
    {
        if (await Kept.TryReadAsync(kata, name) is { } kept)
            return kept;
        var made = await MakeAsync(server, kata, seed, reference, cancellation);
        if (made.Known[0].Expected.Failure is null)
            DatasetCache.Keep(name, DocumentDataFile.Write(made));
        return made;
    }

    private static async Task<DocumentData> MakeAsync(IMongoServer server, Kata kata, SeedData seed, MongoAnswer reference, CancellationToken cancellation)
    {
        var visible = DocumentSet.OfSeed(seed);
        var expected = await server.RunAsync(new MongoTask(seed, reference.Commands, kata.Limits), cancellation);
        if (expected.Failure is not null || (kata.Kind == KataKind.Result && expected.Documents is null))
            return new DocumentData([new KnownSet(visible, seed, expected)]);
        var generator = new DocumentGenerator(visible, reference.Root!, kata.Domain);
        return await new DocumentSelection(kata, server, reference).MakeAsync(visible, expected, generator, cancellation);
    }

    private static string Content(IMongoServer server, Kata kata, SeedData seed, MongoAnswer reference) =>
        KataContent.Of(kata, Version, server.Description, kata.Id, seed.Json, reference.Text);
}
