using System.Text.Json;

namespace DbKatas.Benchmarks.Classes;

/// <summary>Where two results of the same class differ.</summary>
internal static class ClassDifferences
{
    /// <returns>A line for each verdict that is told otherwise, its time aside.</returns>
    public static IEnumerable<string> Between(string results, string others)
    {
        var (before, after) = (Verdicts(results), Verdicts(others));
        return before.Where(one => after.GetValueOrDefault(one.Key) != one.Value)
            .Select(one => $"{one.Key.Student}, {one.Key.Kata}:\n      {Shortened(one.Value)}\n      {Shortened(after.GetValueOrDefault(one.Key, "no verdict"))}");
    }

    private static Dictionary<(string Student, string Kata), string> Verdicts(string results)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(results, "results.json")));
        return json.RootElement.GetProperty("students").EnumerateArray().SelectMany(student => student.GetProperty("verdicts").EnumerateArray().Select(verdict => (student, verdict)))
            .ToDictionary(one => (one.student.GetProperty("name").GetString()!, one.verdict.GetProperty("id").GetString()!), one => Told(one.verdict));
    }

    private static string Told(JsonElement verdict) =>
        string.Join(' ', verdict.EnumerateObject().Where(property => property.Name is "outcome" or "feedback" or "likelyMistake" or "gradedBy" or "fragile" or "remarks").Select(property => property.Value.GetRawText()));

    private static string Shortened(string text) => text.Length <= 600 ? text : text[..600] + "…";
}
