using System.Text.RegularExpressions;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Hostile;

/// <summary>
/// The hostile answers, the katas that they are given to, and the ordinary answers beside them: tests/DbKatas.Tests/Hostile. The first line of
/// an answer says in a comment what its verdict must be and what it is after: <c>attack (did not run): a file of the machine as a row</c>.
/// </summary>
internal sealed partial class HostileCorpus
{
    private readonly string _folder;

    public HostileCorpus(string repository)
    {
        _folder = Path.Combine(repository, "tests", "DbKatas.Tests", "Hostile");
        Library = KataLibrary.At(_folder);
        Katas = KataCatalog.Load(Library.Katas).Katas.ToDictionary(kata => kata.Id);
        Answers = [.. Directory.EnumerateFiles(Path.Combine(_folder, "answers"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];
    }

    public KataLibrary Library { get; }

    public IReadOnlyDictionary<string, Kata> Katas { get; }

    public IReadOnlyList<HostileAnswer> Answers { get; }

    public IEnumerable<string> Sorts => Answers.Select(answer => answer.Sort).Distinct();

    public static string KataId(string sort, bool isPatient) => $"hostile/{sort}/{(isPatient ? "02-patient" : "01-hurried")}";

    /// <summary>The kata for ordinary answers, which nothing but time could make wrong.</summary>
    public Kata OrdinaryKata(string sort) => Katas[KataId(sort, isPatient: true)];

    /// <summary>An answer that is right, and one that is not.</summary>
    public IEnumerable<string> Ordinary(string sort) => Directory.EnumerateFiles(Path.Combine(_folder, "ordinary", sort)).Order(StringComparer.Ordinal);

    private static HostileAnswer Read(string path)
    {
        var header = Header().Match(File.ReadLines(path).First());
        var outcome = Enum.GetValues<Outcome>().Where(outcome => VerdictText.OutcomeWords(outcome, Ink.Plain) == header.Groups["outcome"].Value).ToList();
        if (!header.Success || outcome.Count != 1)
            throw new InvalidDataException($"{path} does not begin with a comment such as \"attack (did not run): what it is after\".");
        var sort = Path.GetFileName(Path.GetDirectoryName(path))!;
        return new HostileAnswer(sort, Path.GetFileNameWithoutExtension(path), path, header.Groups["what"].Value, outcome[0], header.Groups["patient"].Success);
    }

    [GeneratedRegex(@"^\S+ attack \((?<outcome>[^,)]+)(?<patient>, patient)?\): (?<what>.+)$")]
    private static partial Regex Header();
}
