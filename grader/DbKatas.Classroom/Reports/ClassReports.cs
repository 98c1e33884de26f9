using DbKatas.Classroom.Grading;

namespace DbKatas.Classroom.Reports;

/// <summary>Everything that is made from a class's results: results.json, gradebook.csv, junit.xml and report.html.</summary>
public static class ClassReports
{
    /// <param name="results">The results; the files go into their folder.</param>
    /// <param name="rules">How verdicts become marks.</param>
    /// <param name="today">For the course of the class over time.</param>
    /// <returns>The files' full paths.</returns>
    public static IReadOnlyList<string> Write(ClassResults results, MarkRules rules, DateOnly today)
    {
        string At(string name) => Path.Combine(results.Folder, name);
        ResultsJson.Write(results, At("results.json"));
        Gradebook.Write(results, rules, At("gradebook.csv"));
        JUnitXml.Write(results, At("junit.xml"));
        var history = new ClassHistory(results.Folder);
        var data = ReportData.Of(results, rules);
        history.Note(today, data.Right, data.Students.Count);
        ReportPage.Write(data, history.Read(), At("report.html"));
        return [At("report.html"), At("gradebook.csv"), At("results.json"), At("junit.xml")];
    }
}
