using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Feedback;

/// <summary>Reports for other programs: an array of { id, clean, mutants, killed, equivalent, survivors, killedByVisibleData, faults }.</summary>
public static class VerifyJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<KataReport> reports)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Readable))
        {
            json.WriteStartArray();
            foreach (var report in reports)
                Write(json, report);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static void Write(Utf8JsonWriter json, KataReport report)
    {
        json.WriteStartObject();
        json.WriteString("id", report.Id);
        json.WriteBoolean("clean", report.IsClean);
        json.WriteNumber("mutants", report.Score?.Mutants ?? 0);
        json.WriteNumber("killed", report.Score?.Killed ?? 0);
        json.WriteNumber("equivalent", report.Score?.Equivalent ?? 0);
        json.WriteNumber("survivors", report.Score?.Survivors ?? 0);
        json.WriteNumber("killedByVisibleData", report.Score?.KilledByVisibleData ?? 0);
        json.WriteStartArray("faults");
        foreach (var fault in report.Faults)
            Write(json, fault);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, VerifyFault fault)
    {
        json.WriteStartObject();
        json.WriteString("file", fault.File);
        if (fault.Line is { } line)
            json.WriteNumber("line", line);
        else
            json.WriteNull("line");
        json.WriteString("message", fault.Message);
        json.WriteStartArray("mend");
        foreach (var statement in fault.Mend ?? [])
            json.WriteStringValue(statement);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
