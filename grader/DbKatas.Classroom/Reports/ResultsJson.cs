using System.Text.Json;
using DbKatas.Classroom.Grading;

namespace DbKatas.Classroom.Reports;

/// <summary>All verdicts for other programs: { students: [ { name, fault, verdicts: [ as <c>kata grade --json</c> prints them ] } ] }.</summary>
internal static class ResultsJson
{
    public static void Write(ClassResults results, string path)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, ClassJson.Readable);
        json.WriteStartObject();
        json.WriteStartArray("students");
        foreach (var (student, answers) in results.Students())
        {
            json.WriteStartObject();
            json.WriteString("name", student.Name);
            if (student.Fault is not null)
                json.WriteString("fault", student.Fault);
            json.WriteStartArray("verdicts");
            foreach (var answer in answers)
                answer.Verdict.WriteTo(json);
            json.WriteEndArray();
            json.WriteEndObject();
            json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
