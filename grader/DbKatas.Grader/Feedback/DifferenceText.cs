using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Feedback;

/// <summary>
/// A difference in words: a sentence with counts, the rows as an aligned table, why values that look the same are not, how many rows
/// match, and remarks. Nothing of the data reaches the terminal unescaped.
/// </summary>
public static class DifferenceText
{
    /// <summary>The whole text, lines parted by \n without a last one. Empty when the tables are equal and there is nothing to remark.</summary>
    public static string Of(Difference difference, Ink ink, DifferenceWording? wording = null)
    {
        wording ??= DifferenceWording.Query;
        List<string> lines = [];
        if (!difference.IsEqual)
        {
            lines.Add(DifferenceSentence.Of(difference, wording));
            lines.AddRange(difference.Order is null ? Rows(difference, ink) : OrderTable.Lines(difference, difference.Order, ink));
        }
        lines.AddRange(Remarks(difference));
        return string.Join('\n', lines);
    }

    /// <summary>Only the first sentence; empty when the tables are equal.</summary>
    public static string Sentence(Difference difference, DifferenceWording? wording = null) =>
        difference.IsEqual ? "" : DifferenceSentence.Of(difference, wording ?? DifferenceWording.Query);

    /// <summary>What is worth saying also about a right answer, a line each.</summary>
    public static IEnumerable<string> Remarks(Difference difference) => difference.Remarks.Select(remark => remark.Kind switch
    {
        RemarkKind.OtherColumnName =>
            $"By the way: the question calls column {remark.Column + 1} {CellText.Name(remark.Expected)}, yours is called {CellText.Name(remark.Actual)}.",
        _ => $"By the way: {CellText.Name(remark.Expected)} is text in the question, yours is of type {VisibleText.Escape(remark.Actual)}.",
    });

    /// <summary>A table that should be there and is not.</summary>
    public static string MissingTable(string table) => $"table {VisibleText.Escape(table)}: it is expected, and it is not there.";

    /// <summary>A table that is there and was not asked for.</summary>
    public static string ExtraTable(string table) => $"table {VisibleText.Escape(table)}: it is there, and it is not expected.";

    private static IEnumerable<string> Rows(Difference difference, Ink ink)
    {
        if (!difference.RowsAgree)
        {
            var table = new DifferenceTable(difference);
            foreach (string line in table.Lines(ink))
            {
                yield return line;
            }
            if (table.LeftOut() is { } leftOut)
            {
                yield return ink.Faint(leftOut);
            }
            foreach (string note in LookAlikes.Notes(difference, table))
            {
                yield return note;
            }
            foreach (string note in NearMisses.Notes(difference))
            {
                yield return note;
            }
        }
        if (difference.MatchingRows > 0 && !difference.RowsAgree)
        {
            yield return difference.MatchingRows == 1 ? "The other row matches." : $"The other {difference.MatchingRows} rows match.";
        }
    }
}
