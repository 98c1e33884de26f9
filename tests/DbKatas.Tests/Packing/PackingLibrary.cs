using DbKatas.Composition;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Packing;

namespace DbKatas.Tests.Packing;

/// <summary>What tests of student editions share.</summary>
internal static class PackingLibrary
{
    private static readonly KataLibrary Library = KataLibrary.Around(AppContext.BaseDirectory)!;

    /// <summary>One kata of each sort, and some whose results are of a sort of their own.</summary>
    public static IReadOnlyList<Kata> OneOfEach { get; } =
    [
        .. KataCatalog.Load(Library.Katas).Katas
            .GroupBy(kata => (kata.Engines is [var engine, ..] ? engine : "", kata.Kind, kata.AnswerFile)).Select(sort => sort.First())
            .Concat(KataCatalog.Load(Library.Katas).Katas.Where(kata => kata.Id is "redis/structures/06-expire-and-ttl" or "mongodb/aggregation/08-buckets" or "sql/joins/02-left-join-missing"))
            .DistinctBy(kata => kata.Id),
    ];

    public static string Solutions => Library.Solutions;

    /// <summary>A library of some of the repository's katas, to do with as one likes.</summary>
    public static KataLibrary Of(TemporaryFolder folder, params IEnumerable<Kata> katas)
    {
        foreach (var kata in katas)
        {
            Copy(folder, kata.Folder, $"katas/{kata.Id}");
            Copy(folder, Path.Combine(Solutions, kata.Id), $"solutions/{kata.Id}");
        }
        return KataLibrary.At(folder.Path);
    }

    public static Grader.Grading.Grader Packed(ISolutions solutions) => StandardGrader.For(solutions, TestServers.Postgres, TestServers.Redis, TestServers.MongoDb);

    /// <summary>Packs a library.</summary>
    public static Task PackAsync(KataLibrary library, string into) =>
        new StudentEdition(library, Repository.Folder, TestServers.Grader(library.Solutions), Packed).WriteAsync(into, KataCatalog.Load(library.Katas), default);

    private static void Copy(TemporaryFolder folder, string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            folder.Write(Path.Combine(to, Path.GetRelativePath(from, file)), File.ReadAllText(file));
    }
}
