using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>
/// What stands at one path of a collection's documents, as far as the seed shows it. For documents the seed is the schema: what it never
/// lacks is never missing, and what is never null there is not null.
/// </summary>
/// <param name="path">"customer.city"; items of an array have the array's path; empty for the documents themselves.</param>
internal sealed class FieldShape(string path)
{
    private readonly List<JsonNode> _arrays = [];

    public string Path => path;

    public string Name => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>In how many objects that might have it the seed lacks it.</summary>
    public int Missing { get; private set; }

    public int Nulls { get; private set; }

    /// <summary>The values without parts, each as often as it is there.</summary>
    public List<JsonNode> Scalars { get; } = [];

    /// <summary>How many objects stand here.</summary>
    public int Objects { get; private set; }

    /// <summary>The fields of those objects.</summary>
    public List<FieldShape> Fields { get; } = [];

    /// <summary>What the arrays hold that stand here; null when there are none, or all are empty.</summary>
    public FieldShape? Items { get; private set; }

    public IReadOnlyList<JsonNode> Arrays => _arrays;

    /// <summary>True when an array of the seed is empty.</summary>
    public bool HasEmptyArray => _arrays.Any(array => array.Items.Count == 0);

    /// <summary>True when an array of the seed holds the same value twice.</summary>
    public bool ItemsRepeat => _arrays.Any(array => array.Items.Select(ValueKinds.Key).Distinct().Count() < array.Items.Count);

    /// <summary>The field that tells the objects of every array apart, as a product does an order's lines; null when none does.</summary>
    public FieldShape? ItemKey => Items?.Fields.FirstOrDefault(inner =>
        inner.Scalars.Count > 0 && _arrays.Any(array => array.Items.Count > 1)
        && _arrays.All(array => array.Items.Select(item => item[inner.Name]?.Key()).Distinct().Count() == array.Items.Count));

    public static FieldShape Of(IEnumerable<JsonNode> documents)
    {
        var shape = new FieldShape("");
        foreach (var document in documents)
            shape.Add(document);
        shape.CountMissing();
        return shape;
    }

    public FieldShape? Field(string name) => Fields.FirstOrDefault(known => known.Name == name);

    /// <summary>This and all that is below it.</summary>
    public IEnumerable<FieldShape> All() => Fields.Concat(Items is null ? [] : [Items]).SelectMany(field => field.All()).Prepend(this);

    private void Add(JsonNode value)
    {
        switch (value.Kind())
        {
            case DocumentKind.Null:
                Nulls++;
                break;
            case DocumentKind.Object:
                Objects++;
                foreach (var field in value.Fields)
                    Known(field.Name).Add(field.Value);
                break;
            case DocumentKind.Array:
                _arrays.Add(value);
                foreach (var item in value.Items)
                    (Items ??= new FieldShape(path)).Add(item);
                break;
            default:
                Scalars.Add(value);
                break;
        }
    }

    private FieldShape Known(string name)
    {
        if (Field(name) is { } known)
            return known;
        Fields.Add(new FieldShape(path.Length == 0 ? name : $"{path}.{name}"));
        return Fields[^1];
    }

    private void CountMissing()
    {
        foreach (var field in Fields)
            field.Missing = Objects - field.Nulls - field.Objects - field._arrays.Count - field.Scalars.Count;
        foreach (var inner in Fields.Concat(Items is null ? [] : [Items]))
            inner.CountMissing();
    }
}
