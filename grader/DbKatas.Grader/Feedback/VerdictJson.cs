using System.Text.Encodings.Web;
using System.Text.Json;
using DbKatas.Grader.Grading;

namespace DbKatas.Grader.Feedback;

/// <summary>Verdicts for other programs: an array of { id, engines, kind, outcome, gradedBy, milliseconds, feedback, remarks, fragile, rightOnVisibleData, checks, likelyMistake, counterexample }.</summary>
public static class VerdictJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<Verdict> verdicts)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Readable))
        {
            json.WriteStartArray();
            foreach (var verdict in verdicts)
                Write(json, verdict);
            json.WriteEndArray();
        }
        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("id", verdict.Id);
        Write(json, "engines", verdict.Kata?.Engines ?? []);
        json.WriteString("kind", verdict.Kata?.Kind.ToString().ToLowerInvariant());
        json.WriteString("outcome", verdict.Outcome.Name());
        json.WriteString("gradedBy", verdict.GradedBy);
        json.WriteNumber("milliseconds", (long)verdict.Elapsed.TotalMilliseconds);
        json.WriteString("feedback", VerdictText.Write(verdict, Ink.Plain));
        Write(json, "remarks", VerdictText.Remarks(verdict));
        json.WriteBoolean("fragile", verdict.Fragile is not null || verdict.LacksOrder);
        json.WriteBoolean("rightOnVisibleData", verdict.IsRightOnVisibleData);
        if (verdict.Checks is { } checks)
            Write(json, checks);
        json.WriteString("likelyMistake", verdict.LikelyMistake);
        if (verdict.Counterexample is { } example)
            CounterexampleJson.Write(json, example);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CheckReport checks)
    {
        json.WriteStartObject("checks");
        json.WriteNumber("passed", checks.Passed);
        json.WriteNumber("total", checks.Passed + checks.Failed.Count);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, IEnumerable<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
