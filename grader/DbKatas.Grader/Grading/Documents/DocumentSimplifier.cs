using DbKatas.Grader.Data;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>Makes a few documents plain: fields that may be missing go, lists get short, _ids become 1, 2, 3, other values the simplest that the kata's data could hold.</summary>
/// <param name="generator">Knows what documents look like.</param>
/// <param name="inDomain">True to keep what the seed's documents always have.</param>
internal sealed class DocumentSimplifier(DocumentGenerator generator, bool inDomain)
{
    /// <summary>Simpler values that are tried for one.</summary>
    private const int TriesPerValue = 3;

    /// <summary>With more documents than these nobody reads each value.</summary>
    private const int MostDocuments = 8;

    private readonly DocumentModel _model = generator.Model;
    private IReadOnlyList<CollectionContent> _contents = [];

    /// <param name="start">The documents.</param>
    /// <param name="stillFails">Tries others and says whether the answer still goes wrong on them.</param>
    public async Task SimplifyAsync(DocumentSet start, Func<IReadOnlyList<CollectionContent>, Task<bool>> stillFails)
    {
        _contents = start.Collections;
        if (start.RowCount > MostDocuments)
            return;
        foreach (var shape in _model.Collections)
        {
            foreach (var field in shape.Document.All().Where(field => field.Missing > 0 && field.Path != "_id"))
                for (var place = 0; place < Held(shape).Count; place++)
                    await TryAsync(shape, place, document => Without(document, field.Path), stillFails);
            foreach (var field in shape.Document.All().Where(field => field.Arrays.Count > 0))
                for (var place = 0; place < Held(shape).Count; place++)
                    await ShortenAsync(shape, field, place, stillFails);
        }
        await RenumberAsync(stillFails);
        foreach (var shape in _model.Collections)
            foreach (var field in shape.Document.All().Where(field => field.Scalars.Count > 0 && field.Path != "_id" && _model.LinkAt(shape.Name, field.Path) is null))
                await SimplifyAsync(shape, field, stillFails);
    }

    private IReadOnlyList<JsonNode> Held(CollectionShape shape) => _contents.First(content => content.Name == shape.Name).Documents;

    private async Task ShortenAsync(CollectionShape shape, FieldShape field, int place, Func<IReadOnlyList<CollectionContent>, Task<bool>> stillFails)
    {
        var least = field.HasEmptyArray || !inDomain ? 0 : 1;
        for (var item = 5; item >= 0; item--)
            await TryAsync(shape, place, document => AtArray(document, field.Path.Split('.'), 0, array => array.Items.Count > Math.Max(item, least) ? array.WithoutItem(item) : array), stillFails);
    }

    /// <summary>Each value of a field, wherever it stands, by a simpler one.</summary>
    private async Task SimplifyAsync(CollectionShape shape, FieldShape field, Func<IReadOnlyList<CollectionContent>, Task<bool>> stillFails)
    {
        List<JsonNode> Values() => [.. Held(shape).SelectMany(document => document.At(field.Path)).Where(ValueKinds.IsScalar).DistinctBy(ValueKinds.Key)];

        foreach (var value in Values())
            // Texts that are different stay so: that is what one knows documents by.
            foreach (var simpler in Simpler(field, value).Where(simpler => simpler.Form != JsonForm.Text || !Values().Any(other => other.Key() == simpler.Key())).Take(TriesPerValue))
                if (await TryAsync(Mapped(shape.Name, field.Path, old => old.Key() == value.Key() ? simpler : old), stillFails))
                    break;
    }

    private IEnumerable<JsonNode> Simpler(FieldShape field, JsonNode current) => generator.Pools[field].Usual
        .Where(value => value.Kind() == current.Kind() && Weight(value).CompareTo(Weight(current)) < 0).OrderBy(Weight);

    // 1 is plainer than 0, which often means something; a day than a moment; a short text than a long one.
    private static (decimal, int, string) Weight(JsonNode value) => value.Kind() switch
    {
        DocumentKind.Number when NumberValues.Parse(value.Digits()) is { } number => (number == 0 ? 1.5m : (number < 0 ? 1000 - number : number) + (decimal.IsInteger(number) ? 0 : 50), 0, ""),
        DocumentKind.Date => (value.Moment() is { TimeOfDay.Ticks: 0 } ? 0 : 1, 0, value.Key()),
        DocumentKind.Text => (value.Text.Length == 0 ? 1000 : value.Text.Length, 0, value.Text),
        _ => (0, 0, ""),
    };

    /// <summary>Numbers as _ids become 1, 2, 3, and what points to them follows.</summary>
    private async Task RenumberAsync(Func<IReadOnlyList<CollectionContent>, Task<bool>> stillFails)
    {
        foreach (var shape in _model.Collections)
        {
            var ids = Held(shape).Select(document => document["_id"]!).ToList();
            if (ids.Any(id => id.Digits() is null))
                continue;
            foreach (var ordered in new[] { ids, [.. ids.OrderBy(id => NumberValues.Parse(id.Digits()))] })
            {
                var names = ordered.Select((id, i) => (Key: id.Key(), New: JsonNodes.Number(i + 1))).ToDictionary(pair => pair.Key, pair => pair.New);
                JsonNode Renamed(JsonNode old) => names.GetValueOrDefault(old.Key(), old);
                var contents = _model.Links.Where(link => link.To == shape.Name && link.Key == "_id")
                    .Aggregate(Mapped(shape.Name, "_id", Renamed), (sofar, link) => Mapped(sofar, link.From, link.Path, Renamed));
                if (await TryAsync(contents, stillFails))
                    break;
            }
        }
    }

    private IReadOnlyList<CollectionContent> Mapped(string collection, string path, Func<JsonNode, JsonNode> change) => Mapped(_contents, collection, path, change);

    private static IReadOnlyList<CollectionContent> Mapped(IReadOnlyList<CollectionContent> contents, string collection, string path, Func<JsonNode, JsonNode> change) =>
        [.. contents.Select(content => content.Name != collection ? content : content with { Documents = [.. content.Documents.Select(document => document.Map(path, change))] })];

    private Task<bool> TryAsync(CollectionShape shape, int place, Func<JsonNode, JsonNode> change, Func<IReadOnlyList<CollectionContent>, Task<bool>> stillFails) =>
        TryAsync([.. _contents.Select(content => content.Name != shape.Name ? content : content with
        {
            Documents = [.. content.Documents.Select((document, i) => i == place ? change(document) : document)],
        })], stillFails);

    private async Task<bool> TryAsync(IReadOnlyList<CollectionContent> contents, Func<IReadOnlyList<CollectionContent>, Task<bool>> stillFails)
    {
        var isSame = contents.Zip(_contents).All(pair => pair.First.Documents.Select(ValueKinds.Key).SequenceEqual(pair.Second.Documents.Select(ValueKinds.Key)));
        var draft = DocumentDraft.Of(_model, generator.Domain, contents);
        var isUnique = contents.All(content => content.Documents.Index().All(pair => draft.IsUnique(content.Name, pair.Item, pair.Index)));
        if (isSame || !isUnique || !await stillFails(contents))
            return false;
        _contents = contents;
        return true;
    }

    private static JsonNode Without(JsonNode node, string path)
    {
        var dot = path.IndexOf('.');
        if (node.Form == JsonForm.Array)
            return node with { Items = [.. node.Items.Select(item => Without(item, path))] };
        if (dot < 0)
            return node.Without(path);
        return node[path[..dot]] is { } inner ? node.With(path[..dot], Without(inner, path[(dot + 1)..])) : node;
    }

    private static JsonNode AtArray(JsonNode node, string[] names, int depth, Func<JsonNode, JsonNode> change)
    {
        if (depth == names.Length)
            return node.Form == JsonForm.Array ? change(node) : node;
        if (node.Form == JsonForm.Array)
            return node with { Items = [.. node.Items.Select(item => AtArray(item, names, depth, change))] };
        return node[names[depth]] is { } inner ? node.With(names[depth], AtArray(inner, names, depth + 1, change)) : node;
    }
}
