using System.Text.RegularExpressions;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Quality.Mutating;
using DbKatas.Grader.Quality.Slips.Documents;

namespace DbKatas.Grader.Quality;

/// <summary>Puts one slip at a time into a pipeline, a query or an update. What makes no sense is the server's to refuse, and whether a slip changes any result is for data to show.</summary>
internal static partial class DocumentMutator
{
    /// <param name="answer">An answer without a fault.</param>
    /// <param name="model">What the kata's documents look like.</param>
    /// <returns>The mutants in a fixed order, no two alike and none like the answer. Where two slips make the same, the first kind names it.</returns>
    public static IReadOnlyList<Mutant> Mutate(MongoAnswer answer, DocumentModel model)
    {
        var root = answer.Root!;
        var parts = AnswerParts.Read(root);
        var known = model.Collections.SelectMany(collection => collection.Document.All()).Select(field => field.Path).ToHashSet();
        var seen = new HashSet<string>(StringComparer.Ordinal) { JsonText.Of(root) };
        var mutants = new List<Mutant>();
        foreach (var slip in Slips(parts, model))
        {
            var text = JsonText.Of(root.Replace(slip.Part, slip.By));
            var start = slip.At ?? slip.Part.Start;
            if (seen.Add(text))
                mutants.Add(new Mutant(slip.Operator, text, TextPlace.Of(answer.Text, start), Told(slip.AsIf, known)) { Start = start });
        }
        return mutants;
    }

    /// <summary>A learner has never heard of "_id.product" or "found.product", which the reference made on its way: "product" is what is left.</summary>
    private static string Told(string asIf, HashSet<string> known) =>
        Path().Replace(asIf, path => known.Contains(path.Value) ? path.Value : path.Value[(path.Value.LastIndexOf('.') + 1)..]);

    [GeneratedRegex(@"(?<![\w""'$@.])[A-Za-z_]\w*(\.[A-Za-z_]\w*)+(?![\w""'@])")]
    private static partial Regex Path();

    private static IEnumerable<PartSlip> Slips(AnswerParts parts, DocumentModel model) =>
    [
        .. QuerySlips.Of(parts), .. ComparisonSlips.Of(parts), .. ConditionOnFieldSlips.Of(parts, model), .. StageSlips.Of(parts), .. GroupSlips.Of(parts),
        .. ExpressionSlips.Of(parts), .. OrderSlips.Of(parts), .. LookupSlips.Of(parts, model), .. UpdateSlips.Of(parts), .. ConstantSlips.Of(parts),
    ];
}
