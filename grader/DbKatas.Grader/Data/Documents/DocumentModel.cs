using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>What a kata's documents look like, read from its seed.</summary>
/// <param name="Collections">In the seed's order.</param>
/// <param name="Links">Which fields hold what other documents are called by.</param>
internal sealed record DocumentModel(IReadOnlyList<CollectionShape> Collections, IReadOnlyList<DocumentLink> Links)
{
    /// <param name="seed">The visible documents.</param>
    /// <param name="answer">The reference answer: what it looks up belongs together.</param>
    public static DocumentModel Of(DocumentSet seed, JsonNode answer)
    {
        CollectionShape[] collections = [.. seed.Collections.Select(content => new CollectionShape(content.Name, FieldShape.Of(content.Documents), content.Documents))];
        return new DocumentModel(collections, LinkFinder.Find(collections, answer));
    }

    public CollectionShape this[string name] => Collections.First(collection => collection.Name == name);

    /// <summary>The collections so that what others point to comes first, as far as there is such an order.</summary>
    public IEnumerable<CollectionShape> InFillOrder()
    {
        var left = Collections.ToList();
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(shape => !Links.Any(link => link.From == shape.Name && link.To != shape.Name && left.Any(other => other.Name == link.To))) ?? left[0];
            left.Remove(next);
            yield return next;
        }
    }

    public DocumentLink? LinkAt(string collection, string path) => Links.FirstOrDefault(link => link.From == collection && link.Path == path);
}

/// <param name="Name">The collection's name.</param>
/// <param name="Document">What its documents look like.</param>
/// <param name="Seed">Its visible documents.</param>
internal sealed record CollectionShape(string Name, FieldShape Document, IReadOnlyList<JsonNode> Seed);

/// <summary>A field that holds what documents of another collection, or of its own, are called by.</summary>
/// <param name="From">The collection that points.</param>
/// <param name="Path">The field that points.</param>
/// <param name="To">The collection that it points to.</param>
/// <param name="Key">The field that it names there, mostly _id.</param>
/// <param name="Dangles">True when the seed holds one that points to nothing.</param>
internal sealed record DocumentLink(string From, string Path, string To, string Key, bool Dangles);
