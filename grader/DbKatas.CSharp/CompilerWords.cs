using System.Globalization;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using Microsoft.CodeAnalysis;

namespace DbKatas.CSharp;

/// <summary>Passes on what the compiler says: its own words, which a learner can look up by their number.</summary>
internal static class CompilerWords
{
    private const int MostNotes = 3;

    /// <summary>Errors in the answer.</summary>
    public static AnswerFailure Explain(IReadOnlyList<Diagnostic> errors, SourceFile answer)
    {
        var own = errors.Where(error => error.Location.SourceTree == answer.Tree).ToList();
        var others = own.Skip(1).Take(MostNotes).Select(error => $"Line {Line(error)}: {Words(error)}").ToList();
        if (own.Count - 1 - others.Count is > 0 and var more)
            others.Add($"And {more} more.");
        if (others.Count > 0)
            others.Insert(0, own.Count == 2 ? "The compiler finds one thing more:" : $"The compiler finds {own.Count - 1} things more:");
        // The place as the file has it: a #line directive would tell another.
        return new AnswerFailure($"it does not compile. {Words(own[0])}", TextPlace.Of(answer.Text, own[0].Location.SourceSpan.Start), Notes: others);
    }

    /// <summary>Errors in the checks, which call the answer.</summary>
    public static AnswerFailure ExplainMisfit(IReadOnlyList<Diagnostic> errors, SourceFile checks)
    {
        var first = errors[0];
        var line = first.Location.SourceTree == checks.Tree ? TextPlace.Of(checks.Text, first.Location.SourceSpan.Start).LineText.Trim() : null;
        return new AnswerFailure(
            $"the checks can't call it. {Words(first)}", Statement: line,
            Notes: ["Keep the names, parameters and results that the stub had: the checks use them as in the line above."]);
    }

    public static string First(IReadOnlyList<Diagnostic> errors) => $"Line {Line(errors[0])}: {Words(errors[0])}";

    public static string TooSlow(TimeSpan limit) =>
        $"Your answer did not run: the compiler was still busy with it after {limit.TotalSeconds:0} s. Deeply nested lambdas or generics can do that; write them in smaller steps.";

    private static int Line(Diagnostic error) => error.Location.GetLineSpan().StartLinePosition.Line + 1;

    private static string Words(Diagnostic error) => Printable.Text($"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
}
