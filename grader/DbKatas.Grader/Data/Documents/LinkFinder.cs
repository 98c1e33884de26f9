using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>Finds which fields point to other documents: those that the reference looks up, and those that hold the _id of others.</summary>
internal static class LinkFinder
{
    private const string Id = "_id";

    public static IReadOnlyList<DocumentLink> Find(IReadOnlyList<CollectionShape> collections, JsonNode answer) =>
        [.. LookedUp(collections, answer).Concat(ById(collections)).DistinctBy(link => (link.From, link.Path))];

    private static IEnumerable<DocumentLink> LookedUp(IReadOnlyList<CollectionShape> collections, JsonNode answer)
    {
        foreach (var operation in answer.Form == JsonForm.Array ? answer.Items : [answer])
            foreach (var lookup in operation.All().Select(node => node["$lookup"]).OfType<JsonNode>())
                if (Link(collections, operation["collection"]?.Text, lookup) is { } link)
                    yield return link;
    }

    private static DocumentLink? Link(IReadOnlyList<CollectionShape> collections, string? name, JsonNode lookup)
    {
        var (own, other) = (collections.FirstOrDefault(c => c.Name == name), collections.FirstOrDefault(c => c.Name == lookup["from"]?.Text));
        if (own is null || other is null || lookup["localField"]?.Text is not { } local || lookup["foreignField"]?.Text is not { } foreign)
            return null;
        var (ours, theirs) = (Values(own, local), Values(other, foreign));
        if (ours.Count == 0 || theirs.Count == 0)
            return null;
        // What is there once is the name; what may be there often, or not at all, points to it.
        return IsKey(own, local, ours) && !IsKey(other, foreign, theirs)
            ? new DocumentLink(other.Name, foreign, own.Name, local, theirs.Except(ours).Any())
            : new DocumentLink(own.Name, local, other.Name, foreign, ours.Except(theirs).Any());
    }

    private static IEnumerable<DocumentLink> ById(IReadOnlyList<CollectionShape> collections) =>
        from target in collections
        let ids = Values(target, Id)
        where ids.Count > 1
        from source in collections
        from field in source.Document.All()
        where field.Path is not ("" or Id) && field.Scalars.Count > 0
        let values = field.Scalars.Select(ValueKinds.Key).ToHashSet()
        let found = values.Count(ids.Contains)
        where found > 0 && 2 * found >= values.Count && IsNamedAfter(field, source, target)
        select new DocumentLink(source.Name, field.Path, target.Name, Id, found < values.Count);

    /// <summary>Small numbers are among any _ids: there the field's name must say what it is.</summary>
    private static bool IsNamedAfter(FieldShape field, CollectionShape source, CollectionShape target)
    {
        if (field.Scalars[0].Kind() != DocumentKind.Number)
            return source != target || field.Scalars[0].Kind() == DocumentKind.ObjectId;
        var stem = target.Name[..Math.Min(4, target.Name.Length)];
        return field.Name.StartsWith(stem, StringComparison.OrdinalIgnoreCase)
            || (source == target && field.Name.EndsWith("Id", StringComparison.Ordinal));
    }

    private static HashSet<string> Values(CollectionShape collection, string path) =>
        [.. collection.Seed.SelectMany(document => document.At(path)).Where(ValueKinds.IsScalar).Select(ValueKinds.Key)];

    private static bool IsKey(CollectionShape collection, string path, HashSet<string> values) =>
        path == Id || collection.Seed.Sum(document => document.At(path).Count()) == values.Count && values.Count == collection.Seed.Count;
}
