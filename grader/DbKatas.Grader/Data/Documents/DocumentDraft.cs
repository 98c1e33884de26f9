using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>Documents being put together, by collection; they become a dataset when they are done.</summary>
internal sealed class DocumentDraft(DocumentModel model, Domain domain)
{
    private readonly Dictionary<string, List<JsonNode>> _documents = model.Collections.ToDictionary(collection => collection.Name, _ => new List<JsonNode>());

    public List<JsonNode> this[string collection] => _documents[collection];

    public int Count => _documents.Values.Sum(documents => documents.Count);

    public IReadOnlyList<CollectionContent> Contents => [.. model.Collections.Select(collection => new CollectionContent(collection.Name, [.. _documents[collection.Name]]))];

    /// <summary>A copy of what collections hold, to be changed.</summary>
    public static DocumentDraft Of(DocumentModel model, Domain domain, IEnumerable<CollectionContent> contents)
    {
        var draft = new DocumentDraft(model, domain);
        foreach (var content in contents)
            draft[content.Name].AddRange(content.Documents);
        return draft;
    }

    /// <summary>True when no other document of the collection has this one's _id, or agrees with it in what the author calls unique.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="document">The document.</param>
    /// <param name="except">A place in the collection that does not count: the document's own.</param>
    public bool IsUnique(string collection, JsonNode document, int except = -1)
    {
        string[][] keys = [["_id"], .. domain.Tables.GetValueOrDefault(collection)?.Unique.Select(fields => fields.ToArray()) ?? []];
        return keys.All(key => !_documents[collection].Where((_, place) => place != except).Any(other => key.All(path => Same(document, other, path))));
    }

    /// <summary>Takes out what points to nothing, where the seed has no such thing: the field if it may be missing, otherwise the document.</summary>
    public void Close()
    {
        for (var removed = true; removed;)
        {
            removed = false;
            foreach (var link in model.Links.Where(link => !link.Dangles))
                removed |= Close(link);
        }
    }

    public void Shuffle(Randomness random)
    {
        foreach (var documents in _documents.Values)
        {
            var shuffled = random.Shuffled(documents);
            documents.Clear();
            documents.AddRange(shuffled);
        }
    }

    private bool Close(DocumentLink link)
    {
        var there = _documents[link.To].SelectMany(document => document.At(link.Key)).Select(ValueKinds.Key).ToHashSet();
        var held = _documents[link.From];
        var shape = model[link.From].Document.All().First(field => field.Path == link.Path);
        var isItem = !held.Concat(model[link.From].Seed).All(document => document.At(link.Path).Count() <= 1);
        var (removed, isFree) = (false, isItem || shape.Missing > 0);
        for (var place = held.Count - 1; place >= 0; place--)
        {
            if (held[place].At(link.Path).All(value => !value.IsScalar() || there.Contains(value.Key())))
                continue;
            removed = true;
            if (isFree)
                held[place] = held[place].Map(link.Path, value => !value.IsScalar() || there.Contains(value.Key()) ? value : null);
            else
                held.RemoveAt(place);
        }
        return removed;
    }

    private static bool Same(JsonNode one, JsonNode other, string path) =>
        one.At(path).Select(ValueKinds.Key).SequenceEqual(other.At(path).Select(ValueKinds.Key)) && one.At(path).Any();
}
