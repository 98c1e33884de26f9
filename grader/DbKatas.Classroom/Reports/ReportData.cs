using DbKatas.Classroom.Grading;

namespace DbKatas.Classroom.Reports;

/// <summary>What the report shows of a class. Equal texts are kept once: a class makes the same mistakes.</summary>
internal sealed class ReportData
{
    private readonly Dictionary<string, int> _places = [];
    private readonly List<string> _texts = [];

    private ReportData(IReadOnlyList<ClassKata> katas) => Katas = katas;

    public IReadOnlyList<ClassKata> Katas { get; }

    public List<ReportStudent> Students { get; } = [];

    /// <summary>Every feedback once.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>How often each likely mistake was made, by kata and sentence.</summary>
    public Dictionary<(string Kata, string Mistake), int> Mistakes { get; } = [];

    /// <summary>The most that one student can reach.</summary>
    public decimal Most { get; private init; }

    public int Right => Students.Sum(student => student.Cells.Count(cell => cell.Outcome == "right"));

    public static ReportData Of(ClassResults results, MarkRules rules)
    {
        var katas = results.ReadIndex().Katas;
        var data = new ReportData(katas) { Most = katas.Sum(kata => rules.MostOf(kata.Id)) };
        foreach (var (student, answers) in results.Students())
            data.Students.Add(new ReportStudent(student.Name, student.Fault, [.. answers.Select(data.Cell)], answers.Sum(rules.MarkOf)));
        return data;
    }

    private ReportCell Cell(GradedAnswer answer)
    {
        if (answer.LikelyMistake is { } mistake)
            Mistakes[(answer.Id, mistake)] = Mistakes.GetValueOrDefault((answer.Id, mistake)) + 1;
        return new ReportCell(answer.IsFragile ? "fragile" : answer.Outcome, answer.Outcome == "not-started" ? -1 : PlaceOf(answer.Feedback));
    }

    private int PlaceOf(string text)
    {
        if (_places.TryGetValue(text, out var place))
            return place;
        _texts.Add(text);
        return _places[text] = _texts.Count - 1;
    }
}

/// <param name="Name">The student.</param>
/// <param name="Fault">Why nothing could be read; null when all is well.</param>
/// <param name="Cells">One a kata, in the order of the katas.</param>
/// <param name="Marks">The sum.</param>
internal sealed record ReportStudent(string Name, string? Fault, IReadOnlyList<ReportCell> Cells, decimal Marks);

/// <param name="Verdict">An outcome's name, or "fragile".</param>
/// <param name="Text">The feedback's place among the texts; -1 for none.</param>
internal sealed record ReportCell(string Verdict, int Text)
{
    public string Outcome => Verdict == "fragile" ? "right" : Verdict;
}
