using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>Documents for every collection of a kata.</summary>
/// <param name="Name">Unique among a kata's datasets and the same in every run: "constants-07".</param>
/// <param name="Sort">How it came about.</param>
/// <param name="Collections">Every collection of the seed, in its order.</param>
/// <param name="InDomain">False when it holds what the question does not have in mind, as a field missing that the seed never lacks.</param>
public sealed record DocumentSet(string Name, DatasetSort Sort, IReadOnlyList<CollectionContent> Collections, bool InDomain = true) : IDataset
{
    public int RowCount => Collections.Sum(collection => collection.Documents.Count);

    public static DocumentSet OfSeed(SeedData seed) =>
        new("visible", DatasetSort.Visible, [.. seed.Source.Fields.Select(field => new CollectionContent(field.Name, field.Value.Items))]);

    /// <summary>As a server loads it.</summary>
    public SeedData ToSeed() => SeedData.Of(JsonNodes.Object(
        Collections.Select(collection => new JsonField(collection.Name, 0, JsonNodes.Array(collection.Documents)))));

    /// <summary>The same documents, stored in another order.</summary>
    internal DocumentSet Reordered(Func<IReadOnlyList<JsonNode>, IEnumerable<JsonNode>> order) => this with
    {
        Sort = Sort == DatasetSort.Visible ? DatasetSort.PerturbedSeed : Sort,
        Collections = [.. Collections.Select(collection => collection with { Documents = [.. order(collection.Documents)] })],
    };
}

/// <summary>The documents of one collection, in the order in which they are stored.</summary>
public sealed record CollectionContent(string Name, IReadOnlyList<JsonNode> Documents);
