using DbKatas.Classroom.Grading;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Classroom.Reports;

/// <summary>How verdicts become marks: <c>class.json</c> beside the students' folders. Without one, a right answer is 1 mark and all else 0.</summary>
/// <param name="Katas">The katas that count, by id, topic or track; empty for all.</param>
/// <param name="Right">For a right answer.</param>
/// <param name="Fragile">For one that is right, but fragile.</param>
/// <param name="VisibleOnly">For one that is right on the data that everybody sees, and wrong on other data.</param>
/// <param name="Checks">For a C# answer that passes all checks but none of them counts: an answer that passes a part of them gets that part of this.</param>
/// <param name="NotYet">For any other answer that ran.</param>
/// <param name="Weights">By what a kata's mark is multiplied, by id; 1 for the others.</param>
public sealed record MarkRules(
    IReadOnlyList<string> Katas, decimal Right, decimal Fragile, decimal VisibleOnly, decimal Checks, decimal NotYet, IReadOnlyDictionary<string, decimal> Weights)
{
    public const string FileName = "class.json";

    public static MarkRules Plain { get; } = new([], 1, 1, 0, 0, 0, new Dictionary<string, decimal>());

    /// <param name="path">The file; the plain rules hold where there is none.</param>
    /// <param name="catalog">The katas that it may name.</param>
    /// <exception cref="TroubleException">It can't be read, or has faults: all of them, a line each.</exception>
    public static MarkRules Read(string path, KataCatalog catalog)
    {
        if (!File.Exists(path))
            return Plain;
        try
        {
            var reader = new MarkRulesReader(catalog);
            var rules = reader.Read(TextFile.Read(path));
            return reader.Faults.Count == 0 ? rules : throw new TroubleException(string.Join('\n', reader.Faults.Select(fault => $"{TextFile.Shown(path)}: {fault}")));
        }
        catch (TextFileException unreadable)
        {
            throw new TroubleException($"{TextFile.Shown(path)} {unreadable.Message}");
        }
    }

    /// <summary>The kata's mark at most.</summary>
    public decimal MostOf(string kata) => Math.Max(Right, Fragile) * Weights.GetValueOrDefault(kata, 1);

    public decimal MarkOf(GradedAnswer answer) => Weights.GetValueOrDefault(answer.Id, 1) * (answer switch
    {
        { IsFragile: true } => Fragile,
        { Outcome: "right" } => Right,
        { Outcome: "not-yet", IsRightOnVisibleData: true } => VisibleOnly,
        { Outcome: "not-yet", ChecksPassed: { } part } => Math.Round((decimal)part * Checks, 2),
        { Outcome: "not-yet" } => NotYet,
        _ => 0,
    });
}
