using System.Text;
using System.Text.Json;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Grading.Documents;

namespace DbKatas.Grader.Quality;

/// <summary>What usual slips gave when a MongoDB kata was packed: results and the words for them, without the texts that gave them.</summary>
internal sealed class PackedDocumentSlips : IDocumentSlips
{
    private readonly DocumentBench _bench;
    private readonly Dictionary<string, IReadOnlyList<(MongoRun Run, string Text)>> _runs;
    private readonly Dictionary<string, int> _needed;

    private PackedDocumentSlips(DocumentBench bench, JsonElement json)
    {
        _bench = bench;
        Mutants = [.. json.GetProperty("slips").EnumerateArray().Select(slip => new Mutant(
            slip.GetProperty("operator").GetString()!, "", new TextPlace(slip.GetProperty("line").GetInt32(), 1, ""), slip.GetProperty("asIf").GetString()!)
        { Start = slip.GetProperty("start").GetInt32() })];
        _runs = json.GetProperty("results").EnumerateObject().ToDictionary(results => results.Name, results => Runs(results.Value));
        _needed = json.GetProperty("needed").EnumerateObject().ToDictionary(words => words.Name, words => words.Value.GetInt32());
    }

    public IReadOnlyList<Mutant> Mutants { get; }

    public int Needed(string words) => _needed.GetValueOrDefault(words);

    /// <param name="bench">The kata's bench.</param>
    /// <param name="bytes">What <see cref="WriteAsync"/> made.</param>
    public static PackedDocumentSlips Read(DocumentBench bench, byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 1000 });
        return new PackedDocumentSlips(bench, json.RootElement);
    }

    public async Task<(MongoRun Given, IReadOnlyList<MongoRun?> Slips)> RunAsync(
        KnownSet known, IReadOnlyList<MongoCommand> answer, IReadOnlyList<int> mutants, CancellationToken cancellation)
    {
        var given = await _bench.Server.RunAsync(new MongoTask(known.Seed, answer, _bench.Kata.Limits), cancellation);
        // What is the same to the letter is the same run, also where the kata's rules make no sense of it.
        var text = given.Failure is null ? Text(given) : null;
        return (given, [.. mutants.Select(mutant => _runs[known.Set.Name][mutant]).Select(slip => slip.Text == text ? given : slip.Run)]);
    }

    /// <summary>Runs all mutants on all data within the domain. Those that fail on some, or that none tells from the right answer, are nobody's likely mistake.</summary>
    /// <param name="bench">The kata's bench, with its reference.</param>
    /// <param name="mutants">The reference's.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The slips as bytes, and those that are among them.</returns>
    public static async Task<(byte[] Bytes, IReadOnlyList<int> Told)> WriteAsync(DocumentBench bench, DocumentMutants mutants, CancellationToken cancellation)
    {
        IReadOnlyList<int> left = [.. Enumerable.Range(0, mutants.Mutants.Count)];
        var differs = new HashSet<int>();
        var found = new List<(string Name, Dictionary<int, MongoRun> Runs)>();
        foreach (var known in bench.Data.Known.Where(known => known.Set.InDomain))
        {
            var (_, slips) = await mutants.RunAsync(known, [], left, cancellation);
            var runs = left.Zip(slips).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!);
            differs.UnionWith(runs.Where(run => Differs(bench, known, run.Value, mutants.Commands(run.Key))).Select(run => run.Key));
            found.Add((known.Set.Name, runs.ToDictionary(run => run.Key, run => StableIds.In(run.Value, known.Seed.Json + string.Concat(mutants.Commands(run.Key).Select(command => command.Json))))));
            left = [.. left.Where(runs.ContainsKey)];
        }
        left = [.. left.Where(differs.Contains)];
        return (Bytes(mutants, left, found), left);
    }

    private static byte[] Bytes(DocumentMutants mutants, IReadOnlyList<int> told, List<(string Name, Dictionary<int, MongoRun> Runs)> found)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("slips");
            foreach (var slip in told.Select(place => mutants.Mutants[place]))
                Write(json, slip);
            json.WriteEndArray();
            json.WriteStartObject("results");
            foreach (var (name, runs) in found)
            {
                json.WriteStartArray(name);
                foreach (var place in told)
                    Write(json, runs[place]);
                json.WriteEndArray();
            }
            json.WriteEndObject();
            json.WriteStartObject("needed");
            foreach (var words in WrittenWords.Asked(told.Select(place => mutants.Mutants[place])))
                json.WriteNumber(words, mutants.Needed(words));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Mutant slip)
    {
        json.WriteStartObject();
        json.WriteString("operator", slip.Operator);
        json.WriteNumber("line", slip.Place.Line);
        json.WriteNumber("start", slip.Start);
        json.WriteString("asIf", slip.AsIf);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MongoRun run)
    {
        json.WriteStartObject();
        DocumentDataFile.WriteResult(json, run);
        json.WriteEndObject();
    }

    private static IReadOnlyList<(MongoRun, string)> Runs(JsonElement json) => [.. json.EnumerateArray().Select(DocumentDataFile.ReadResult).Select(run => (run, Text(run)))];

    /// <summary>What a query returned or, for what returns nothing, what all collections hold.</summary>
    private static string Text(MongoRun run)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            Write(json, run.Documents is null ? run : new MongoRun(run.Documents, new Dictionary<string, DocumentList>()));
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static bool Differs(DocumentBench bench, KnownSet known, MongoRun run, IReadOnlyList<MongoCommand> commands)
    {
        try
        {
            return bench.Comparison.Compare(known.Seed, known.Expected, run, commands).Count > 0;
        }
        catch (RulesException)
        {
            // The slip lost a field that the rules name.
            return true;
        }
    }
}
