using System.Globalization;
using System.Text.RegularExpressions;
using DbKatas.Grader.Grading.Plans;

namespace DbKatas.Grader.Feedback;

/// <summary>How the server went about a query, beside how it goes about it with the reference: first in words, then both trees.</summary>
internal static partial class PlanText
{
    public static string Write(PlanFinding finding, Ink ink) => finding.Fault switch
    {
        PlanFault.TableChanged => VerdictText.Wrap($"Your answer changes what the table \"{finding.Table}\" holds, or takes it away. Its rows must stay as they are: only the way to them may change."),
        PlanFault.TooManyIndexes => VerdictText.Wrap($"Your answer adds {finding.Count.Counted} {(finding.Count.Counted == 1 ? "index" : "indexes")}, and at most {finding.Count.Most} may be added. Every index makes each insert, and most updates, dearer."),
        PlanFault.LargeIndexes => VerdictText.Wrap($"Your new indexes take {Number(finding.Count.Counted)} pages of 8 KB, and at most {Number(finding.Count.Most)} are accepted here. Which rows, or which columns, need not be in them?"),
        PlanFault.Rows => Rows(finding, ink),
        _ => Costs(finding, ink),
    };

    private static string Rows(PlanFinding finding, Ink ink)
    {
        var difference = finding.Difference is { } found ? DifferenceText.Of(found, ink, new DifferenceWording(null, "on this data")) : "It does not run any more.";
        return $"The query no longer gives the rows that it should:\n\n{Query(finding)}\n\n{difference}";
    }

    private static string Costs(PlanFinding finding, Ink ink)
    {
        var sentences = finding.Scans.Select(Scan).Concat(finding.Forbidden.Where(node => node.Type != "Seq Scan").Select(Forbidden)).ToList();
        if (sentences.Count == 0)
            sentences.AddRange(finding.Yours!.All.Select(node => Effort(node, finding)).OfType<string>().Take(1));
        sentences.Add(Pages(finding));
        return $"{VerdictText.Wrap(string.Join(' ', sentences))}\n\n{Query(finding)}\n\n{string.Join('\n', PlanTrees.Lines(finding.Yours!, finding.Reference!, ink))}";
    }

    private static string Scan(SparedScan scan)
    {
        var read = $"Your query still reads all {Number(scan.Node.Rows + scan.Node.Discarded)} rows of {scan.Node.Table}";
        return scan switch
        {
            { Columns: [] } => read + ".",
            { IndexesThere: [] } => $"{read}: no index starts with {string.Join(" or ", scan.Columns)}.",
            { IndexesThere: [var index, ..] } => $"{read}, though {index.Name} begins with {index.First}: {WhyNot(index)}.",
        };
    }

    private static string WhyNot(PlanIndex index) => index switch
    {
        { Predicate: { } predicate } => $"only rows with {Printable.Text(Cast().Replace(predicate, ""))} are in it, and the query asks for others too",
        { Method: "brin" } => "a BRIN index only knows which values lie in which part of the table, and here every part has all of them",
        _ => "the condition can't use it as it is written, or so many rows fit that the whole table is cheaper",
    };

    private static string Forbidden(PlanNode node) => node.Type switch
    {
        "Sort" or "Incremental Sort" => $"Your query sorts {Number(node.Children.Sum(child => child.Rows))} rows: no index gives them in the order that is asked for.",
        _ => $"The plan holds a node \"{node.Type}\"{(node.Table is null ? "" : " on " + node.Table)}, and this kata asks for a way without it.",
    };

    /// <summary>What a node does in vain, or what it takes to find few rows; null for a node that is cheap enough.</summary>
    private static string? Effort(PlanNode node, PlanFinding finding) => node switch
    {
        { Table: not null } when node.Discarded > finding.MostBuffers =>
            $"{(node.Index is null ? "The server" : $"Through {node.Index} the server")} fetches {Number(node.Rows + node.Discarded)} rows of {node.Table} and throws {Number(node.Discarded)} of them away.",
        { Index: { } index, Children: [] } when node.Buffers > finding.MostBuffers =>
            $"Through {index} the server reads {Number(node.Buffers)} pages to find {Number(node.Rows)} rows: what it looks for does not lie together there.",
        _ => null,
    };

    private static string Pages(PlanFinding finding) =>
        $"In all, it reads {Number(finding.Yours!.Buffers)} pages of 8 KB; the reference reads {Number(finding.Reference!.Buffers)}, and up to {Number(finding.MostBuffers)} are accepted.";

    private static string Query(PlanFinding finding) =>
        string.Join('\n', finding.Query!.Split('\n').Take(12).Select(line => "  " + Printable.Text(line.TrimEnd('\r'))));

    internal static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The server prints the type of every constant: 'open'::text.</summary>
    [GeneratedRegex(@"::[a-z]+( varying| precision| with(out)? time zone)?")]
    private static partial Regex Cast();
}
