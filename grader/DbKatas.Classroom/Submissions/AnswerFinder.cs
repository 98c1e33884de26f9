using DbKatas.Grader.Katas;

namespace DbKatas.Classroom.Submissions;

/// <summary>Finds the answers in whatever a student handed in: a checkout of the whole repository, its folders alone, or loose files.</summary>
/// <remarks>
/// An answer is a file whose path ends in the kata's id and its answer's name ("…/sql/joins/01-inner-join/answer.sql"), or a loose file
/// that is called like the kata and ends like its answer ("01-inner-join.sql", "sql-joins-01-inner-join.sql"). Of several the one nearest
/// to the top counts.
/// </remarks>
/// <param name="katas">What may be answered.</param>
internal sealed class AnswerFinder(IReadOnlyList<Kata> katas)
{
    private readonly Dictionary<string, string> _byEnd = katas.ToDictionary(kata => $"{kata.Id}/{kata.AnswerFile}", kata => kata.Id);
    private readonly ILookup<string, string> _byLooseName = katas.SelectMany(LooseNames).ToLookup(name => name.Name, name => name.Id, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _endings = [.. katas.Select(kata => Path.GetExtension(kata.AnswerFile))];

    /// <summary>True for a file that may be an answer, by its name.</summary>
    public bool MayBeAnswer(string relativePath) => _endings.Contains(Path.GetExtension(relativePath));

    /// <param name="relativePath">With forward slashes, below the student's folder.</param>
    /// <returns>The kata that the file answers; null when it answers none.</returns>
    public string? KataOf(string relativePath)
    {
        var parts = relativePath.Split('/');
        // An id has two or three parts, and the answer's name is one more.
        for (var length = Math.Min(4, parts.Length); length >= 3; length--)
            if (_byEnd.TryGetValue(string.Join('/', parts[^length..]), out var id))
                return id;
        return _byLooseName[parts[^1]].Distinct().ToList() is [var only] ? only : null;
    }

    /// <param name="files">Paths below the student's folder, with forward slashes.</param>
    /// <returns>The relative path of the answer by kata id.</returns>
    public IReadOnlyDictionary<string, string> Find(IEnumerable<string> files)
    {
        var found = new Dictionary<string, string>();
        foreach (var file in files.Where(MayBeAnswer).OrderBy(file => file.Count(c => c == '/')).ThenBy(file => file, StringComparer.Ordinal))
            if (KataOf(file) is { } id)
                found.TryAdd(id, file);
        return found;
    }

    private static IEnumerable<(string Name, string Id)> LooseNames(Kata kata)
    {
        var ending = Path.GetExtension(kata.AnswerFile);
        yield return (kata.Id.Split('/')[^1] + ending, kata.Id);
        foreach (var between in (string[])["-", "_", "."])
            yield return (kata.Id.Replace("/", between) + ending, kata.Id);
    }
}
