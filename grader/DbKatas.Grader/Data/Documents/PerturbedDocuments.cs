using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>The seed, changed a little: documents taken out and doubled under a new _id, ties, fields that are missing or null, shorter arrays, values at the edges.</summary>
/// <param name="model">What documents look like.</param>
/// <param name="seed">The visible documents.</param>
/// <param name="pools">The values of fields.</param>
/// <param name="domain">The author's rules.</param>
/// <param name="sorted">Names of fields that the reference sorts by: ties are wanted there most.</param>
internal sealed class PerturbedDocuments(DocumentModel model, DocumentSet seed, FieldPools pools, Domain domain, IReadOnlySet<string> sorted)
{
    private Randomness _random = new("");
    private DocumentDraft _draft = new(model, domain);
    private bool _isStrange;

    public DocumentDraft Make(Randomness random, bool strange)
    {
        (_random, _isStrange, _draft) = (random, strange, DocumentDraft.Of(model, domain, seed.Collections));
        TakeOut(10 + _random.Below(50));
        for (var i = 1 + _random.Below(3); i > 0; i--)
            Double();
        for (var i = 1 + _random.Below(4); i > 0; i--)
            Tie();
        for (var i = 1 + _random.Below(4); i > 0; i--)
            Change();
        if (!strange)
            _draft.Close();
        _draft.Shuffle(random);
        return _draft;
    }

    private void TakeOut(int percent)
    {
        foreach (var collection in model.Collections)
        {
            var kept = _draft[collection.Name].Where(_ => !_random.Chance(percent)).ToList();
            if (kept.Count > 0)
                _draft[collection.Name].RemoveAll(document => !kept.Contains(document, ReferenceEqualityComparer.Instance));
        }
        _draft.Close();
    }

    /// <summary>The same document once more under another _id; what it points to stays.</summary>
    private void Double()
    {
        if (Pick() is not var (collection, place))
            return;
        var document = _draft[collection.Name][place];
        for (var attempt = 1; attempt < 20; attempt++)
            if (DocumentIds.Fresh(document["_id"]!, attempt + _random.Below(5)) is { } id && document.With("_id", id) is var twin && _draft.IsUnique(collection.Name, twin))
            {
                _draft[collection.Name].Insert(_random.Below(_draft[collection.Name].Count + 1), twin);
                return;
            }
    }

    /// <summary>A document takes over another's value.</summary>
    private void Tie()
    {
        if (Pick() is not var (collection, place) || PickField(collection, preferSorted: true) is not { } field)
            return;
        var values = _draft[collection.Name].SelectMany(document => document.At(field.Path)).Where(ValueKinds.IsScalar).ToList();
        if (values.Count > 0)
            Put(collection, place, _draft[collection.Name][place].Map(field.Path, _ => _random.Pick(values)), field);
    }

    private void Change()
    {
        if (Pick() is not var (collection, place) || PickField(collection, preferSorted: false) is not { } field)
            return;
        var document = _draft[collection.Name][place];
        var mayLack = domain.Of(collection.Name, field.Path)?.NeverNull != true;
        var pool = _isStrange && pools[field].Strange.Count > 0 && _random.Chance(40) ? pools[field].Strange : pools[field].Usual;
        var values = model.LinkAt(collection.Name, field.Path) is { } link ? [.. _draft[link.To].SelectMany(other => other.At(link.Key))] : pool;
        if (mayLack && (field.Missing > 0 || _isStrange) && _random.Chance(30))
            Put(collection, place, document.Map(field.Path, _ => null), field);
        else if (mayLack && (field.Nulls > 0 || _isStrange) && _random.Chance(30))
            Put(collection, place, document.Map(field.Path, _ => JsonNodes.Null), field);
        else if (values.Count > 0)
            Put(collection, place, document.Map(field.Path, old => _random.Chance(60) ? _random.Pick(values) : old), field);
    }

    /// <summary>Only what leaves keys unique and arrays as the seed has them.</summary>
    private void Put(CollectionShape collection, int place, JsonNode document, FieldShape field)
    {
        var isSound = _isStrange || collection.Document.All().Where(shape => shape.Arrays.Count > 0 && Reaches(field.Path, shape.Path)).All(shape => Arrays(document, shape.Path).All(array =>
            (array.Items.Count > 0 || shape.HasEmptyArray)
            && (shape.ItemsRepeat || array.Items.Select(ValueKinds.Key).Distinct().Count() == array.Items.Count)
            && (shape.ItemKey is not { } key || array.Items.Select(item => item[key.Name]?.Key()).Distinct().Count() == array.Items.Count)));
        if (isSound && _draft.IsUnique(collection.Name, document, place))
            _draft[collection.Name][place] = document;
    }

    private static bool Reaches(string path, string array) => path == array || path.StartsWith(array + ".", StringComparison.Ordinal);

    private static IEnumerable<JsonNode> Arrays(JsonNode document, string path) =>
        path.Split('.').Aggregate((IEnumerable<JsonNode>)[document], (nodes, name) => nodes.SelectMany(node => node.Form == JsonForm.Array ? node.Items : [node]).Select(node => node[name]).OfType<JsonNode>())
            .Where(node => node.Form == JsonForm.Array);

    private (CollectionShape, int)? Pick()
    {
        CollectionShape[] filled = [.. model.Collections.Where(collection => _draft[collection.Name].Count > 0)];
        if (filled.Length == 0)
            return null;
        var collection = _random.Pick(filled);
        return (collection, _random.Below(_draft[collection.Name].Count));
    }

    private FieldShape? PickField(CollectionShape collection, bool preferSorted)
    {
        FieldShape[] free = [.. collection.Document.All().Where(field => field.Path is not ("" or "_id") && field.Scalars.Count > 0)];
        FieldShape[] first = preferSorted && _random.Chance(60) ? [.. free.Where(field => sorted.Contains(field.Name))] : [];
        return first.Length > 0 ? _random.Pick(first) : free.Length > 0 ? _random.Pick(free) : null;
    }
}
