using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>Runs the reference on datasets as they are and, to see what in its result hangs on chance, stored in two other orders.</summary>
internal sealed class DocumentReference(Kata kata, IMongoServer server, MongoAnswer reference)
{
    private readonly DocumentComparison _comparison = new(kata, DocumentReferenceYardstick.WrittenBy(reference));

    /// <returns>For each dataset what the reference gives; null where it does not run, or gives something else in each order.</returns>
    public async Task<IReadOnlyList<KnownSet?>> ExpectAsync(IReadOnlyList<DocumentSet> sets, CancellationToken cancellation)
    {
        SeedData[] seeds = [.. sets.SelectMany(Orders).Select(set => set.ToSeed())];
        var runs = await server.RunAllAsync(new MongoBatch(seeds, [reference.Commands], kata.Limits), cancellation);
        return [.. sets.Select((set, i) => Expect(set, seeds[3 * i], [.. Enumerable.Range(3 * i, 3).Select(place => runs[place][0])]))];
    }

    /// <summary>The dataset, and the same documents in two other orders.</summary>
    public static IEnumerable<DocumentSet> Orders(DocumentSet set) =>
        [set, set.Reordered(documents => documents.Reverse()), set.Reordered(documents => documents.Skip((documents.Count + 1) / 2).Concat(documents.Take((documents.Count + 1) / 2)))];

    /// <param name="set">The dataset.</param>
    /// <param name="seed">The same as it is loaded.</param>
    /// <param name="runs">What the reference gave in each of the orders.</param>
    /// <returns>Null when there is nothing to judge by.</returns>
    public KnownSet? Expect(DocumentSet set, SeedData seed, IReadOnlyList<MongoRun> runs)
    {
        if (runs.Any(run => run.Failure is not null || run.Documents is { Truncated: true }))
            return null;
        try
        {
            return runs.Skip(1).All(run => _comparison.Compare(seed, runs[0], run, []).Count == 0) ? new KnownSet(set, seed, runs[0]) : null;
        }
        catch (RulesException)
        {
            // No document has the field that the question sorts by.
            return null;
        }
    }
}
