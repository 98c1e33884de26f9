using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>Documents that add up to the same, one on the one side and two on the other, which differ in a text: sums tie where numbers of documents do not.</summary>
internal sealed class EqualSums(DocumentModel model, FieldPools pools)
{
    /// <summary>So many of a hundred other documents stay: more would hide the tie.</summary>
    private const int Others = 20;

    /// <returns>False where there is nothing to add up, or nothing to tell documents apart by.</returns>
    public bool Put(DocumentDraft draft, Randomness random)
    {
        if (Pick(draft, random) is not var (collection, document, sum, name) || document["_id"] is not { } id)
            return false;
        var total = NumberValues.Parse(document.At(sum.Path).Single().Digits())!.Value;
        var part = decimal.Floor(total / 2) - random.Below(2);
        var other = random.Shuffled(pools[name].Usual.Where(value => value.Kind() == DocumentKind.Text && document.At(name.Path).All(own => own.Key() != value.Key()))).FirstOrDefault();
        if (other is null || DocumentIds.Fresh(id, 1) is not { } second || DocumentIds.Fresh(id, 2) is not { } third)
            return false;
        var held = draft[collection.Name];
        held.RemoveAll(_ => !random.Chance(Others));
        foreach (var made in random.Shuffled(
            [With(document, sum, part), With(document, sum, total - part).With("_id", second), document.Map(name.Path, _ => other).With("_id", third)]))
            if (draft.IsUnique(collection.Name, made))
                held.Add(made);
        return true;
    }

    private (CollectionShape, JsonNode, FieldShape Sum, FieldShape Name)? Pick(DocumentDraft draft, Randomness random)
    {
        var choices =
            from collection in model.Collections
            from document in draft[collection.Name]
            from sum in collection.Document.All()
            where sum.Path != "_id" && document.At(sum.Path).ToList() is [{ } only] && NumberValues.Parse(only.Digits()) >= 2
            from name in collection.Document.All()
            where name.Path != "_id" && document.At(name.Path).ToList() is [{ Form: JsonForm.Text }]
            select (collection, document, sum, name);
        return choices.ToList() is { Count: > 0 } found ? random.Pick(found) : null;
    }

    private static JsonNode With(JsonNode document, FieldShape field, decimal number) => document.Map(field.Path, _ => JsonNodes.Number(number));
}
