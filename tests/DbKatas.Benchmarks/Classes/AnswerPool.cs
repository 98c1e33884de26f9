using DbKatas.Grader.Katas;
using DbKatas.Hostile;

namespace DbKatas.Benchmarks.Classes;

/// <summary>The answers that a made-up class hands in: those of the solutions, and the hostile ones that are written in the same language.</summary>
internal sealed class AnswerPool
{
    private readonly Dictionary<(string Kata, AnswerSort Sort), string[]> _texts = [];

    public AnswerPool(string root, IReadOnlyList<Kata> katas)
    {
        var (solutions, hostile) = (KataLibrary.At(root).Solutions, new HostileCorpus(root).Answers.ToLookup(answer => answer.Sort, answer => answer.Path));
        foreach (var kata in katas)
        {
            string In(string part) => Path.Combine(solutions, kata.Id, part);
            _texts[(kata.Id, AnswerSort.Reference)] = [File.ReadAllText(In(kata.AnswerFile))];
            _texts[(kata.Id, AnswerSort.AlsoRight)] = Read(Files(In("also-right")));
            _texts[(kata.Id, AnswerSort.Wrong)] = Read(Files(In("wrong")));
            _texts[(kata.Id, AnswerSort.Hostile)] = Read(hostile[LanguageOf(kata)]);
            _texts[(kata.Id, AnswerSort.Stub)] = [File.ReadAllText(Path.Combine(kata.Folder, kata.AnswerFile))];
        }
    }

    /// <returns>Null where there is no such answer: nothing is handed in then.</returns>
    public string? Draw(Kata kata, AnswerSort sort, Random chance) =>
        _texts.GetValueOrDefault((kata.Id, sort)) is { Length: > 0 } texts ? texts[chance.Next(texts.Length)] : null;

    /// <summary>The answer with a comment of its student's, which says nothing to a server but makes it another file.</summary>
    public static string Personal(Kata kata, string answer, string student) => Path.GetExtension(kata.AnswerFile) switch
    {
        ".sql" => $"-- {student}\n{answer}",
        ".redis" => $"# {student}\n{answer}",
        ".jsonc" or ".cs" => $"// {student}\n{answer}",
        _ => answer,
    };

    private static string LanguageOf(Kata kata) => (kata.AnswerFile, kata.Kind) switch
    {
        ("Answer.cs", _) => "csharp",
        ("answer.redis", _) => "redis",
        ("answer.sql", KataKind.Result) => "query",
        ("answer.sql", _) => "script",
        ("pipeline.jsonc", _) => "pipeline",
        _ => "",
    };

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [];

    // In an order that is the same on every machine, since answers are drawn by their place.
    private static string[] Read(IEnumerable<string> files) => [.. files.Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}

/// <summary>What a student may hand in.</summary>
internal enum AnswerSort
{
    /// <summary>No file at all.</summary>
    Missing,

    /// <summary>The file as it was at the start.</summary>
    Stub,
    Reference,
    AlsoRight,
    Wrong,
    Hostile,
}
