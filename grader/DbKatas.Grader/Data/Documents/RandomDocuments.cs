using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>
/// Documents made from what the seed's look like: each takes after one of the seed's in which fields it has, and is filled with few values
/// a field, so that documents meet in groups, ties and lookups, and those values at the edges.
/// </summary>
internal sealed class RandomDocuments(DocumentModel model, FieldPools pools, Domain domain)
{
    private const int Tries = 12;

    /// <summary>So many of a hundred fields are there or not against the document that was taken after; only where the seed has both.</summary>
    private const int Against = 12;

    /// <summary>In wider documents so many of a hundred are there that were not: what few of the seed's have is seldom seen otherwise.</summary>
    private const int WideAgainst = 35;

    private const int Strange = 7;

    /// <summary>So many items more than the seed's longest list has.</summary>
    private const int MoreItems = 4;

    private Randomness _random = new("");
    private Dictionary<FieldPool, List<JsonNode>> _hot = [];
    private DocumentDraft _draft = new(model, domain);
    private bool _isStrange;
    private bool _isWide;
    private string _collection = "";

    /// <param name="random">Decides everything.</param>
    /// <param name="size">About the number of documents of the largest collection; 0 for none at all.</param>
    /// <param name="strange">True for what the question does not have in mind here and there.</param>
    /// <param name="wide">True for what the seed only leaves open: longer lists, other years, new names.</param>
    public DocumentDraft Make(Randomness random, int size, bool strange, bool wide = false)
    {
        (_random, _isStrange, _isWide, _draft) = (random, strange, wide, new DocumentDraft(model, domain));
        _hot = new Dictionary<FieldPool, List<JsonNode>>(ReferenceEqualityComparer.Instance);
        foreach (var collection in model.InFillOrder())
            Fill(collection, size);
        return _draft;
    }

    private void Fill(CollectionShape shape, int size)
    {
        _collection = shape.Name;
        var isParent = model.Links.Any(link => link.To == shape.Name && link.From != shape.Name);
        var wanted = size <= 2 ? size : isParent ? 1 + _random.Below(size / 2 + 1) : size / 2 + _random.Below(size);
        if (domain.Tables.GetValueOrDefault(shape.Name)?.NeverEmpty == true)
            wanted = Math.Max(1, wanted);
        if (shape.Seed.Count == 0)
            return;
        var ids = Ids(shape, wanted);
        for (var i = 0; i < wanted; i++)
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                var document = Object(shape.Document, _random.Pick(shape.Seed));
                if (ids is not null)
                    document = document.With("_id", ids[i]);
                if (!IsWhole(shape, document) || !_draft.IsUnique(shape.Name, document))
                    continue;
                _draft[shape.Name].Add(document);
                break;
            }
    }

    /// <summary>Numbers from 1 in any order; other names as in the seed, and more like them. Null where _ids are made as other fields are.</summary>
    private List<JsonNode>? Ids(CollectionShape shape, int count)
    {
        var known = shape.Document.Field("_id")!.Scalars;
        if (known.Count < shape.Seed.Count)
            return null;
        if (known.All(id => id.Digits() is not null))
            return _random.Shuffled(Enumerable.Range(1, Math.Max(count, known.Count) + 2)).Select(number => JsonNodes.Number(number)).ToList();
        var (ids, most) = (known.ToList(), _isWide ? known.Count + count : count);
        for (var number = 1; ids.Count < most; number++)
            if (DocumentIds.Fresh(_random.Pick(known), number) is { } fresh && ids.All(id => id.Key() != fresh.Key()))
                ids.Add(fresh);
            else if (number > 10 * count + 100)
                break;
        return _random.Shuffled(ids.Concat(ids.Take(Math.Max(0, count - ids.Count))));
    }

    private JsonNode Object(FieldShape shape, JsonNode like)
    {
        var fields = new List<JsonField>();
        foreach (var field in shape.Fields)
            if (Value(field, Template(shape, field, like)) is { } value)
                fields.Add(new JsonField(field.Name, 0, value));
        return JsonNodes.Object(fields);
    }

    /// <summary>What the field should be like: the seed's own value, or another of the same field's; null for none.</summary>
    private JsonNode? Template(FieldShape shape, FieldShape field, JsonNode like)
    {
        var mayLack = field.Name != "_id" && domain.Of(_collection, field.Path)?.NeverNull != true;
        if (_isStrange && mayLack && _random.Chance(Strange))
            return _random.Chance(60) ? null : JsonNodes.Null;
        var own = like[field.Name];
        if (field.Missing == 0 || !mayLack || !_random.Chance(_isWide && own is null ? WideAgainst : Against))
            return own ?? (mayLack ? null : Any(field));
        return own is null ? Any(field) : null;
    }

    private JsonNode? Any(FieldShape field) =>
        field.Scalars.Count > 0 ? _random.Pick(field.Scalars) : field.Arrays.Count > 0 ? _random.Pick(field.Arrays) : field.Objects > 0 ? JsonNodes.Object([]) : null;

    private JsonNode? Value(FieldShape field, JsonNode? like)
    {
        if (like is null)
            return null;
        var mayBeNull = domain.Of(_collection, field.Path)?.NeverNull != true;
        if (field.Nulls > 0 && mayBeNull && _random.Chance(Against))
            return JsonNodes.Null;
        return like.Kind() switch
        {
            DocumentKind.Null => mayBeNull || field.Scalars.Count == 0 ? like : Scalar(field),
            DocumentKind.Object => Object(field, like),
            DocumentKind.Array => Array(field, like),
            _ => Scalar(field) ?? like,
        };
    }

    private JsonNode Array(FieldShape field, JsonNode like)
    {
        if (field.Items is not { } shape || (_isStrange && _random.Chance(Strange)))
            return JsonNodes.Array([]);
        var longest = field.Arrays.Max(array => array.Items.Count);
        var wanted = _isWide && _random.Chance(50) ? longest + 1 + _random.Below(MoreItems) : _random.Chance(40) ? like.Items.Count : (field.HasEmptyArray ? 0 : 1) + _random.Below(longest + 1);
        var items = new List<JsonNode>();
        for (var i = 0; i < (_isWide ? MoreItems * wanted : wanted) && items.Count < wanted; i++)
        {
            var template = like.Items.Count > 0 ? _random.Pick(like.Items) : _random.Pick(field.Arrays.First(array => array.Items.Count > 0).Items);
            if (Value(shape, template) is { } item && (_isStrange || IsNew(field, items, item)))
                items.Add(item);
        }
        return JsonNodes.Array(items.Count == 0 && !field.HasEmptyArray && !_isStrange ? like.Items : items);
    }

    private static bool IsNew(FieldShape field, List<JsonNode> items, JsonNode item) =>
        field.ItemKey is { } key ? items.All(other => other[key.Name]?.Key() != item[key.Name]?.Key())
        : field.ItemsRepeat || items.All(other => other.Key() != item.Key());

    private JsonNode? Scalar(FieldShape field)
    {
        if (model.LinkAt(_collection, field.Path) is { } link && Target(link) is { } target)
            return target;
        var pool = pools[field];
        if (_isStrange && pool.Strange.Count > 0 && _random.Chance(Strange))
            return _random.Pick(pool.Strange);
        return Hot(pool) is { Count: > 0 } hot ? _random.Pick(hot) : null;
    }

    /// <summary>What a link names: mostly one of a few; something unknown where the seed has that.</summary>
    private JsonNode? Target(DocumentLink link)
    {
        if ((link.Dangles || _isStrange) && _random.Chance(15))
            return null;
        var there = _draft[link.To].SelectMany(document => document.At(link.Key)).Where(ValueKinds.IsScalar).ToList();
        return there.Count == 0 ? null : _random.Chance(40) ? there[0] : _random.Pick(there);
    }

    private List<JsonNode> Hot(FieldPool pool)
    {
        if (_hot.TryGetValue(pool, out var hot))
            return hot;
        return _hot[pool] = _isWide
            ? [.. _random.Shuffled(pool.Wide).Take(1 + _random.Below(5)), .. _random.Shuffled(pool.Usual).Take(1 + _random.Below(6))]
            : [.. _random.Shuffled(pool.Usual).Take(2 + _random.Below(4))];
    }

    /// <summary>False for a document that points to nothing though the seed has no such thing.</summary>
    private bool IsWhole(CollectionShape shape, JsonNode document) => _isStrange || model.Links.Where(link => link.From == shape.Name && !link.Dangles).All(link =>
    {
        var there = _draft[link.To].SelectMany(other => other.At(link.Key)).Select(ValueKinds.Key).ToHashSet();
        return document.At(link.Path).Where(ValueKinds.IsScalar).All(value => there.Contains(value.Key()) || (link.To == shape.Name && there.Count == 0));
    });
}
