using DbKatas.Grader.Comparing;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Data;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>Has the server judge documents by a kata's domain: the rules of a collection are filters that every document of it passes.</summary>
internal sealed class DocumentRules(Kata kata, IMongoServer server, DocumentModel model)
{
    private const string Key = "dbkatas";

    private readonly (string Collection, string Rule)[] _rules =
        [.. kata.Domain.Tables.SelectMany(table => table.Value.Rules.Select(rule => (table.Key, rule)))];

    /// <exception cref="TroubleException">The domain names what is not there, is no filter, or does not hold for the visible documents.</exception>
    public async Task CheckSeedAsync(DocumentSet seed, CancellationToken cancellation)
    {
        var faults = DomainNames.Faults(model, kata.Domain).Concat(SeedFaults(seed)).ToList();
        if (faults.Count == 0)
            foreach (var (collection, rule) in _rules)
                if (await FaultAsync(collection, rule, seed, cancellation) is { } fault)
                    faults.Add(fault);
        if (faults.Count > 0)
            throw new TroubleException(
                $"The kata itself is at fault: {TextFile.Shown(Path.Combine(kata.Folder, KataFormat.Domain))} {string.Join("\n", faults)}");
    }

    /// <summary>The datasets without the documents that a rule shuts out, and without what pointed to those.</summary>
    public async Task<IReadOnlyList<DocumentSet>> SiftAsync(IReadOnlyList<DocumentSet> sets, CancellationToken cancellation)
    {
        foreach (var rules in _rules.GroupBy(rule => rule.Collection))
        {
            var numbered = sets.Select(set => Numbered(set, rules.Key)).ToList();
            var filter = $"{{ \"$and\": [{string.Join(", ", rules.Select(rule => rule.Rule))}] }}";
            var runs = await server.RunAllAsync(new MongoBatch([.. numbered.Select(set => set.ToSeed())], [[Find(rules.Key, filter)]], kata.Limits), cancellation);
            sets = [.. sets.Zip(runs, (set, run) => Kept(set, rules.Key, run[0]))];
        }
        return sets;
    }

    /// <summary>True when no rule shuts out anything.</summary>
    public async Task<bool> HoldAsync(DocumentSet set, CancellationToken cancellation) =>
        _rules.Length == 0 || (await SiftAsync([set], cancellation))[0].RowCount == set.RowCount;

    /// <summary>Each document with its place in a field that no kata has.</summary>
    private static DocumentSet Numbered(DocumentSet set, string name) => set with
    {
        Collections = [.. set.Collections.Select(content => content.Name != name ? content : content with
        {
            Documents = [.. content.Documents.Select((document, place) => document.With(Key, JsonNodes.Number(place)))],
        })],
    };

    private DocumentSet Kept(DocumentSet set, string name, MongoRun run)
    {
        var places = run.Documents?.Documents.Select(document => document[Key] is Scalar { Value: Value place } ? place.Text : null).ToHashSet() ?? [];
        var draft = DocumentDraft.Of(model, kata.Domain, set.Collections.Select(content => content.Name != name ? content : content with
        {
            Documents = [.. content.Documents.Where((_, place) => places.Contains($"{place}"))],
        }));
        if (set.InDomain)
            draft.Close();
        return set with { Collections = draft.Contents };
    }

    private IEnumerable<string> SeedFaults(DocumentSet seed)
    {
        foreach (var (name, rules) in kata.Domain.Tables)
            foreach (var (path, field) in rules.Columns)
                foreach (var value in seed.Collections.Where(content => content.Name == name).SelectMany(content => content.Documents).SelectMany(document => document.At(path)))
                    if (value.IsScalar() && !FieldRules.Allow(field, value))
                        yield return $"rules out {JsonText.Of(value)}, which the visible documents have in {path} of {name}.";
    }

    private async Task<string?> FaultAsync(string collection, string rule, DocumentSet seed, CancellationToken cancellation)
    {
        try
        {
            var run = await server.RunAsync(new MongoTask(seed.ToSeed(), [Find(collection, $"{{ \"$nor\": [{rule}] }}")], kata.Limits), cancellation);
            return run.Failure is { } failure ? $"holds a rule that can't be asked: {rule}. {failure.Message}."
                : run.Documents?.Documents.Count > 0 ? $"rules out visible documents of {collection}: {rule}."
                : null;
        }
        catch (JsonFaultException fault)
        {
            return $"holds a rule that is no filter: {rule}. {fault.Message}.";
        }
    }

    private static MongoCommand Find(string collection, string filter) =>
        AnswerShape.Find.Read(JsonReader.Read($"{{ \"collection\": {JsonText.Quoted(collection)}, \"filter\": {filter} }}")!)[0];
}
