using DbKatas.Grader.Data;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;

namespace DbKatas.Grader.Quality;

/// <summary>
/// Looks for the fewest documents which, added to the visible ones, tell a mutant apart: takes a dataset that does, puts it beside the
/// seed under new _ids, and takes documents away while the difference stays.
/// </summary>
internal sealed class DocumentSeedFinder(IMutantBench<DocumentSet> bench, DocumentModel model) : ISeedFinder<DocumentSet>
{
    private const int MostProbes = 150;

    public async Task<IReadOnlyList<string>> FindAsync(string mutant, DocumentSet telling, CancellationToken cancellation)
    {
        var probes = 0;
        foreach (var added in new[] { Renamed(telling), Unknown(telling) })
            if (added.Count > 0 && await DiffersAsync(mutant, added, cancellation))
                return SeedLines.Of(Contents(await FewestItems.FindAsync(added, mayBeNone: false, async fewer => ++probes < MostProbes && await DiffersAsync(mutant, fewer, cancellation))));
        // Beside the seed the same groups are larger: other data may tell.
        await foreach (var other in bench.WideSearchAsync(cancellation))
            if (++probes < MostProbes && Renamed(other) is { Count: > 0 } more && await DiffersAsync(mutant, more, cancellation))
                return SeedLines.Of(Contents(await FewestItems.FindAsync(more, mayBeNone: false, async fewer => ++probes < 2 * MostProbes && await DiffersAsync(mutant, fewer, cancellation))));
        return [];
    }

    /// <summary>The same documents under _ids that the seed does not have; what points to them follows.</summary>
    private List<AddedDocument> Renamed(DocumentSet telling)
    {
        var names = model.Collections.ToDictionary(shape => shape.Name, shape => NewIds(shape, telling.Collections.First(content => content.Name == shape.Name)));
        return [.. from content in telling.Collections
                   from document in content.Documents
                   let linked = model.Links.Where(link => link.From == content.Name && link.Key == "_id")
                       .Aggregate(document, (sofar, link) => sofar.Map(link.Path, value => names[link.To].GetValueOrDefault(value.Key(), value)))
                   select new AddedDocument(content.Name, linked.With("_id", names[content.Name].GetValueOrDefault(document["_id"]!.Key(), document["_id"]!)))];
    }

    private static Dictionary<string, JsonNode> NewIds(CollectionShape shape, CollectionContent added)
    {
        var taken = shape.Seed.Select(document => document["_id"]!.Key()).ToHashSet();
        var names = new Dictionary<string, JsonNode>();
        foreach (var id in added.Documents.Select(document => document["_id"]!))
            for (var number = 0; number < 1000; number++)
                if ((number == 0 ? id : DocumentIds.Fresh(id, number)) is { } fresh && taken.Add(fresh.Key()))
                {
                    names[id.Key()] = fresh;
                    break;
                }
        return names;
    }

    /// <summary>Only the documents whose _id the seed does not have.</summary>
    private List<AddedDocument> Unknown(DocumentSet telling) =>
        [.. from content in telling.Collections
            let known = model[content.Name].Seed.Select(document => document["_id"]!.Key()).ToHashSet()
            from document in content.Documents
            where !known.Contains(document["_id"]!.Key())
            select new AddedDocument(content.Name, document)];

    private async Task<bool> DiffersAsync(string mutant, List<AddedDocument> added, CancellationToken cancellation)
    {
        var both = bench.Datasets[0].Collections.Select(content => content with { Documents = [.. content.Documents, .. Of(added, content.Name)] });
        return await bench.ShowAsync([mutant], new DocumentSet("seed-and-more", DatasetSort.PerturbedSeed, [.. both]), cancellation) is [{ Differs: true }];
    }

    private static IEnumerable<JsonNode> Of(List<AddedDocument> added, string collection) =>
        added.Where(document => document.Collection == collection).Select(document => document.Document);

    private IEnumerable<CollectionContent> Contents(List<AddedDocument> added) =>
        model.Collections.Select(shape => new CollectionContent(shape.Name, [.. Of(added, shape.Name)]));

    private sealed record AddedDocument(string Collection, JsonNode Document);
}
