using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>Puts the documents of a collection that a $graphLookup follows one behind the other: chains by chance are short.</summary>
internal sealed class DocumentChains(JsonNode answer)
{
    private readonly (string Collection, string From, string To)[] _steps =
        [.. answer.All().Select(node => node["$graphLookup"]).OfType<JsonNode>()
            .Select(lookup => (lookup["from"]?.Text ?? "", lookup["connectFromField"]?.Text ?? "", lookup["connectToField"]?.Text ?? ""))];

    public void Link(DocumentDraft draft, DocumentModel model)
    {
        foreach (var (collection, from, to) in _steps.Where(step => model.Collections.Any(known => known.Name == step.Collection)))
        {
            var documents = draft[collection];
            // Those that lead nowhere end the chain.
            var places = Enumerable.Range(0, documents.Count).Where(place => documents[place].At(from).Any(ValueKinds.IsScalar)).ToList();
            var last = Enumerable.Range(0, documents.Count).Except(places).FirstOrDefault(places.FirstOrDefault());
            foreach (var (place, next) in places.Zip(places.Skip(1).Append(last)))
                if (documents[next].At(to).FirstOrDefault() is { } key)
                    documents[place] = WithFirst(documents[place], from, key);
        }
    }

    private static JsonNode WithFirst(JsonNode document, string path, JsonNode key)
    {
        var isFirst = true;
        return document.Map(path, value =>
        {
            var (first, isKnown) = (isFirst, value.Key() == key.Key());
            isFirst = false;
            return first ? key : isKnown ? null : value;
        });
    }
}
