using System.Text.Json;

namespace DbKatas.Grader.Grading.Plans;

/// <summary>Reads what EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) prints.</summary>
internal static class PlanReader
{
    public static PlanNode Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 });
        return Node(document.RootElement[0].GetProperty("Plan"));
    }

    private static PlanNode Node(JsonElement json)
    {
        // Rows are printed as an average over the loops.
        var loops = Number(json, "Actual Loops");
        IReadOnlyList<PlanNode> children = json.TryGetProperty("Plans", out var plans) ? [.. plans.EnumerateArray().Select(Node)] : [];
        return new PlanNode(
            Text(json, "Node Type") ?? "",
            Text(json, "Relation Name"),
            Text(json, "Index Name"),
            Number(json, "Actual Rows") * loops,
            (Number(json, "Rows Removed by Filter") + Number(json, "Rows Removed by Index Recheck")) * loops,
            (long)(Number(json, "Shared Hit Blocks") + Number(json, "Shared Read Blocks") + Number(json, "Local Hit Blocks") + Number(json, "Local Read Blocks")),
            Text(json, "Filter"),
            children);
    }

    private static string? Text(JsonElement json, string key) => json.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static double Number(JsonElement json, string key) => json.TryGetProperty(key, out var value) ? value.GetDouble() : 0;
}
