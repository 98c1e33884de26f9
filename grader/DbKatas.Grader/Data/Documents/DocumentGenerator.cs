using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>Makes documents that look like a kata's seed. The same input gives the same datasets, in the same order.</summary>
/// <remarks>They are candidates: the author's rules on whole documents are for the server to judge.</remarks>
internal sealed class DocumentGenerator
{
    /// <summary>A kata may have nothing to add up.</summary>
    private const int Tries = 500;

    private readonly RandomDocuments _random;
    private readonly PerturbedDocuments _perturbed;
    private readonly SeedDocumentCopies _copies;
    private readonly DocumentChains _chains;
    private readonly EqualSums _sums;
    private readonly string _key;

    /// <param name="seed">The visible documents.</param>
    /// <param name="answer">The reference answer; its constants are where answers go wrong.</param>
    /// <param name="domain">The author's rules.</param>
    public DocumentGenerator(DocumentSet seed, JsonNode answer, Domain domain)
    {
        (Domain, Model) = (domain, DocumentModel.Of(seed, answer));
        Pools = new FieldPools(Model, DocumentConstants.Of(answer), domain);
        _random = new RandomDocuments(Model, Pools, domain);
        _perturbed = new PerturbedDocuments(Model, seed, Pools, domain, Sorted(answer));
        _copies = new SeedDocumentCopies(Model, seed, domain);
        _chains = new DocumentChains(answer);
        _sums = new EqualSums(Model, Pools);
        _key = JsonText.Of(answer) + domain.Source + string.Join('\n', Model.Collections.Select(collection => collection.Name));
    }

    /// <summary>The author's rules.</summary>
    public Domain Domain { get; }

    /// <summary>What the documents look like.</summary>
    public DocumentModel Model { get; }

    /// <summary>What fields are filled with.</summary>
    public FieldPools Pools { get; }

    /// <summary>Datasets of one sort, without end and each under another number; the first are small, as far as the sort allows.</summary>
    /// <param name="sort">Not <see cref="DatasetSort.Visible"/>.</param>
    /// <param name="inDomain">False for what the question does not have in mind.</param>
    public IEnumerable<DocumentSet> Make(DatasetSort sort, bool inDomain = true)
    {
        var name = DatasetGenerator.NameOf(sort, inDomain);
        for (var number = 1; ; number++)
        {
            var random = new Randomness($"{_key}\n{name}\n{number}");
            var draft = sort switch
            {
                DatasetSort.ConstantsAware => _random.Make(random, DatasetGenerator.SizeOf(number), !inDomain),
                DatasetSort.PerturbedSeed => _perturbed.Make(random, !inDomain),
                DatasetSort.FullSize => _copies.Make(random),
                _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "The visible data are not made."),
            };
            if (!inDomain || !LacksDocuments(draft))
                yield return new DocumentSet($"{name}-{number:00}", sort, draft.Contents, inDomain);
        }
    }

    /// <summary>Datasets of what the seed only leaves open: longer lists and chains, other months and years, new names. All are within the domain.</summary>
    public IEnumerable<DocumentSet> MakeWider() => Make("wider", (random, number) =>
    {
        var draft = _random.Make(random, Math.Max(1, DatasetGenerator.SizeOf(number)), strange: false, wide: true);
        _chains.Link(draft, Model);
        return draft;
    });

    /// <summary>Small datasets in which one document holds as much as two others together.</summary>
    public IEnumerable<DocumentSet> MakeSums() => Make("sums", (random, number) =>
    {
        var draft = _random.Make(random, 2 + number % 3, strange: false);
        return _sums.Put(draft, random) ? draft : null;
    });

    private IEnumerable<DocumentSet> Make(string name, Func<Randomness, int, DocumentDraft?> make)
    {
        for (var number = 1; number <= Tries; number++)
            if (make(new Randomness($"{_key}\n{name}\n{number}"), number) is { } draft && !LacksDocuments(draft))
                yield return new DocumentSet($"{name}-{number:00}", DatasetSort.ConstantsAware, draft.Contents);
    }

    private bool LacksDocuments(DocumentDraft draft) => Model.Collections.Any(collection =>
        collection.Seed.Count > 0 && draft[collection.Name].Count == 0 && Domain.Tables.GetValueOrDefault(collection.Name)?.NeverEmpty == true);

    /// <summary>The fields that a sort names, by their last names.</summary>
    private static HashSet<string> Sorted(JsonNode answer) =>
        [.. answer.All().SelectMany(node => node.Fields).Where(field => field.Name is "$sort" or "sort")
            .SelectMany(field => field.Value.Fields).Select(field => field.Name.Split('.')[^1])];
}
