using DbKatas.Grader.Katas;

namespace DbKatas.Classroom.Reports;

/// <summary>Reads one class.json and tells every fault in it at once.</summary>
internal sealed class MarkRulesReader(KataCatalog catalog)
{
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public MarkRules Read(string json)
    {
        using var document = WrittenJson.ParseObject(json, "{ \"katas\": [\"sql/joins\"], \"marks\": { \"right\": 1, \"visibleOnly\": 0.5 } }", _faults);
        if (document is null)
            return MarkRules.Plain;
        var keys = new JsonKeys(document.RootElement, "", _faults);
        keys.Ignore("$schema");
        var katas = keys.OptionalTexts("katas");
        foreach (var pattern in katas.Where(pattern => catalog.Find(pattern).Count == 0))
            _faults.Add($"key \"katas\" holds \"{pattern}\", and no kata is called so.{Spelling.DidYouMean(pattern, catalog.Katas.Select(kata => kata.Id))}");
        var rules = ReadMarks(keys.OptionalObject("marks")) with { Katas = katas, Weights = ReadWeights(keys.OptionalObject("weights")) };
        keys.ReportUnknown();
        return rules;
    }

    private static MarkRules ReadMarks(JsonKeys? marks)
    {
        var plain = MarkRules.Plain;
        if (marks is null)
            return plain;
        var right = marks.OptionalDecimal("right") ?? plain.Right;
        var rules = plain with
        {
            Right = right,
            Fragile = marks.OptionalDecimal("fragile") ?? right,
            VisibleOnly = marks.OptionalDecimal("visibleOnly") ?? plain.VisibleOnly,
            Checks = marks.OptionalDecimal("checks") ?? plain.Checks,
            NotYet = marks.OptionalDecimal("notYet") ?? plain.NotYet,
        };
        marks.ReportUnknown();
        return rules;
    }

    private Dictionary<string, decimal> ReadWeights(JsonKeys? weights)
    {
        var read = new Dictionary<string, decimal>();
        if (weights is null)
            return read;
        foreach (var kata in catalog.Katas)
            if (weights.OptionalDecimal(kata.Id) is { } weight)
                read[kata.Id] = weight;
        weights.ReportUnknown();
        return read;
    }
}
