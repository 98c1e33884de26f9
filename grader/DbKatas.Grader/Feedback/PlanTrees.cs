using DbKatas.Grader.Grading.Plans;

namespace DbKatas.Grader.Feedback;

/// <summary>Two plans side by side, a node a line, children below their parent and further in.</summary>
internal static class PlanTrees
{
    private static readonly string[] Names = ["yours", "rows", "pages", "reference", "rows", "pages"];

    public static IEnumerable<string> Lines(PlanNode yours, PlanNode reference, Ink ink)
    {
        var (left, right) = (Flat(yours, 0).ToList(), Flat(reference, 0).ToList());
        var rows = Enumerable.Range(0, Math.Max(left.Count, right.Count))
            .Select(i => new GridRow("", [.. Cells(left.ElementAtOrDefault(i)), .. Cells(right.ElementAtOrDefault(i))]));
        return new TextGrid(Names, [.. rows], ink).Lines();
    }

    private static IEnumerable<(PlanNode Node, int Depth)> Flat(PlanNode node, int depth) =>
        node.Children.SelectMany(child => Flat(child, depth + 1)).Prepend((node, depth));

    private static GridCell[] Cells((PlanNode? Node, int Depth) at) => at.Node is { } node
        ?
        [
            new GridCell(new string(' ', at.Depth * 2) + Printable.Text(Label(node))),
            new GridCell(PlanText.Number(node.Rows), null, true),
            new GridCell(PlanText.Number(node.Buffers), null, true),
        ]
        : [new GridCell(""), new GridCell(""), new GridCell("")];

    private static string Label(PlanNode node) => node switch
    {
        { Index: { } index } => $"{node.Type} by {index}",
        { Table: { } table } => $"{node.Type} of {table}",
        _ => node.Type,
    };
}
