using System.Text.Json;
using System.Text.Json.Nodes;
using DbKatas.Classroom.Grading;
using DbKatas.Classroom.Reports;

namespace DbKatas.Tests.Browser;

/// <summary>The results of a class, written down instead of graded, and the report that is made from them.</summary>
internal sealed class WrittenClass(IReadOnlyList<ClassKata> katas) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dbkatas-browser-");
    private readonly SortedDictionary<string, (string? Fault, Dictionary<string, JsonElement> Verdicts)> _students = new(StringComparer.Ordinal);

    public string ReportPath => Path.Combine(_folder.FullName, "report.html");

    /// <summary>Adds a student, and verdicts by a part of their kata's id; of the other katas nothing was handed in.</summary>
    /// <returns>This, to add more.</returns>
    public WrittenClass With(string student, string? fault, params (string Kata, JsonElement Verdict)[] verdicts)
    {
        _students[student] = (fault, verdicts.ToDictionary(one => katas.Single(kata => kata.Id.Contains(one.Kata, StringComparison.Ordinal)).Id, one => one.Verdict));
        return this;
    }

    /// <returns>This, to add more.</returns>
    public WrittenClass With(string student, params (string Kata, JsonElement Verdict)[] verdicts) => With(student, null, verdicts);

    /// <summary>A verdict as the grader would write it.</summary>
    public static JsonElement Verdict(string outcome, string feedback, string? likelyMistake = null, bool fragile = false) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["outcome"] = outcome, ["feedback"] = feedback, ["likelyMistake"] = likelyMistake, ["fragile"] = fragile, ["rightOnVisibleData"] = false,
    });

    /// <param name="days">The days on which the class was graded.</param>
    public string WriteReport(params DateOnly[] days)
    {
        var results = new ClassResults(_folder.FullName);
        foreach (var kata in katas)
            results.SheetOf(kata.Id).Write(_students.Select(student => new GradedAnswer(student.Key, "", Named(kata.Id, student.Value.Verdicts.TryGetValue(kata.Id, out var verdict) ? verdict : Verdict("not-started", "")))));
        results.Write(new ClassIndex([.. _students.Select(student => new ClassStudent(student.Key, student.Value.Fault))], katas));
        foreach (var day in days)
            ClassReports.Write(results, MarkRules.Plain, day);
        return ReportPath;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static JsonElement Named(string kata, JsonElement verdict)
    {
        var json = JsonObject.Create(verdict)!;
        json["id"] = kata;
        return JsonSerializer.SerializeToElement(json);
    }
}
