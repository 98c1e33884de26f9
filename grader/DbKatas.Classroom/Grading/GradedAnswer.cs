using System.Text.Json;
using System.Text.Json.Nodes;

namespace DbKatas.Classroom.Grading;

/// <summary>A verdict of one student's answer, as it stands in a file: the object that <c>kata grade --json</c> prints for it.</summary>
/// <param name="Student">The student.</param>
/// <param name="Answer">What the verdict hangs on: a hash of the answer, the kata and its solution. The same hash has the same verdict.</param>
/// <param name="Verdict">The object.</param>
public sealed record GradedAnswer(string Student, string Answer, JsonElement Verdict)
{
    public string Id => Text("id") ?? "";

    public string Outcome => Text("outcome") ?? "";

    public string Feedback => Text("feedback") ?? "";

    public string? LikelyMistake => Text("likelyMistake");

    /// <summary>False where the machine was at fault, or lacked a server.</summary>
    public bool IsJudged => Outcome is not ("trouble" or "needs-server");

    /// <summary>True for a right answer that goes wrong on data beyond the question.</summary>
    public bool IsFragile => Outcome == "right" && Verdict.TryGetProperty("fragile", out var fragile) && fragile.ValueKind == JsonValueKind.True;

    /// <summary>True for an answer that is wrong on hidden data alone.</summary>
    public bool IsRightOnVisibleData => Verdict.TryGetProperty("rightOnVisibleData", out var right) && right.ValueKind == JsonValueKind.True;

    /// <summary>The part of the kata's checks that passed, from 0 to 1; null for katas without.</summary>
    public double? ChecksPassed =>
        Verdict.TryGetProperty("checks", out var checks) && checks.ValueKind == JsonValueKind.Object && checks.GetProperty("total").GetInt32() is var total && total > 0
            ? (double)checks.GetProperty("passed").GetInt32() / total
            : null;

    /// <summary>One line.</summary>
    public string Write() => JsonSerializer.Serialize(new JsonObject { ["student"] = Student, ["answer"] = Answer, ["verdict"] = JsonNode.Parse(Verdict.GetRawText()) }, ClassJson.OneLine);

    /// <returns>Null for a line that was cut off when a run was stopped.</returns>
    public static GradedAnswer? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            return new GradedAnswer(json.GetProperty("student").GetString()!, json.GetProperty("answer").GetString()!, json.GetProperty("verdict").Clone());
        }
        catch (Exception cut) when (cut is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private string? Text(string key) => Verdict.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
