using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>Several copies of the seed side by side, each under names of its own, in random order: large enough that nothing comes sorted by itself.</summary>
internal sealed class SeedDocumentCopies(DocumentModel model, DocumentSet seed, Domain domain)
{
    /// <summary>About so many documents; more only cost time.</summary>
    private const int Documents = 60;
    private const int MostCopies = 5;

    /// <summary>Wider than the reach of any seed's numbers.</summary>
    private const int Span = 1000;

    public DocumentDraft Make(Randomness random)
    {
        var draft = new DocumentDraft(model, domain);
        var copies = Math.Clamp(Documents / Math.Max(1, seed.RowCount), 2, MostCopies);
        foreach (var copy in random.Shuffled(Enumerable.Range(0, copies)))
            foreach (var content in seed.Collections)
                foreach (var document in content.Documents)
                    if (Copy(content.Name, document, copy) is { } made && draft.IsUnique(content.Name, made))
                        draft[content.Name].Add(made);
        draft.Close();
        draft.Shuffle(random);
        return draft;
    }

    private JsonNode? Copy(string collection, JsonNode document, int copy)
    {
        if (copy == 0)
            return document;
        if (Renamed(document["_id"]!, copy) is not { } id)
            return null;
        // Only names are new: a link to a field that is none stays within all copies.
        var made = model.Links.Where(link => link.From == collection && link.Key == "_id")
            .Aggregate(document, (sofar, link) => sofar.Map(link.Path, value => value.IsScalar() ? Renamed(value, copy) ?? value : value));
        return made.With("_id", id);
    }

    private static JsonNode? Renamed(JsonNode id, int copy) => DocumentIds.Fresh(id, id.Kind() == DocumentKind.Text && !char.IsAsciiDigit(id.Text.LastOrDefault()) ? copy : copy * Span);
}
