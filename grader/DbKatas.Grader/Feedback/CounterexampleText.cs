using DbKatas.Grader.Grading;
using DbKatas.Grader.Grading.Documents;

namespace DbKatas.Grader.Feedback;

/// <summary>The smallest data on which an answer goes wrong: statements to run or documents to store, and both results side by side.</summary>
internal static class CounterexampleText
{
    /// <param name="example">The data.</param>
    /// <param name="isVisibleToo">True when the answer is wrong on the visible data as well, so that its difference there is told already.</param>
    /// <param name="ink">Colours or none.</param>
    public static string Of(Counterexample example, bool isVisibleToo, Ink ink)
    {
        var (noun, group) = Nouns(example);
        var what = example is RowCounterexample { Schema.Tables.Count: 0 } ? "" : example.Rows == 0 ? $": every {group} is empty" : $", {DifferenceSentence.Count(example.Rows, noun)}:";
        List<string> lines = [];
        if (!isVisibleToo)
            lines.AddRange([.. VerdictText.Wrap(HiddenOnly(example)).Split('\n'), ""]);
        lines.Add($"Smallest data on which it goes wrong{(example.Rows == 0 ? what + "." : what)}");
        lines.AddRange(Body(example, ink));
        return string.Join('\n', lines);
    }

    /// <summary>False where what is wrong can be seen without data.</summary>
    public static bool IsWorthShowing(Counterexample example) => example switch
    {
        RowCounterexample rows => RowCounterexampleText.IsWorthShowing(rows),
        DocumentCounterexample documents => DocumentCounterexampleText.IsWorthShowing(documents),
        _ => true,
    };

    /// <summary>The remark on a right answer that goes wrong on data that nobody would expect.</summary>
    public static string Fragile(Counterexample example, Ink ink)
    {
        var data = example.Rows == 0 ? $"when every {Nouns(example).Group} is empty:" : "as here:";
        var beyond = example is DocumentCounterexample ? "on documents that" : "on data that fits the schema, though";
        var have = example is DocumentCounterexample ? "the question does not have" : "the question does not have it";
        return string.Join('\n', (string[])
        [
            .. VerdictText.Wrap($"Your answer is right. It would go wrong {beyond} {have} in mind, {data}").Split('\n'),
            .. Body(example, ink),
        ]);
    }

    private static string HiddenOnly(Counterexample example) => example switch
    {
        DocumentCounterexample documents => $"Your answer is correct on the data you see, not on other data like it. {DocumentCounterexampleText.Sentence(documents)}",
        RowCounterexample rows => $"Your answer is correct on the data you see, not on other data that fits the schema. {RowCounterexampleText.Sentence(rows)}",
        _ => throw new ArgumentOutOfRangeException(nameof(example)),
    };

    private static IEnumerable<string> Body(Counterexample example, Ink ink) => example switch
    {
        DocumentCounterexample documents => DocumentCounterexampleText.Lines(documents, ink),
        RowCounterexample rows => RowCounterexampleText.Lines(rows, ink),
        _ => throw new ArgumentOutOfRangeException(nameof(example)),
    };

    private static (string One, string Group) Nouns(Counterexample example) => example is DocumentCounterexample ? ("document", "collection") : ("row", "table");
}
