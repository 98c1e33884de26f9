using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality;

/// <summary>For pipelines, queries and updates.</summary>
internal sealed class DocumentEquivalenceRules(Kata kata, DocumentModel model, MongoAnswer reference) : IEquivalenceRules
{
    public string? Explain(Mutant mutant) => mutant.Operator switch
    {
        "order" when kata.Rules.Order.Count == 0 => "the question asks for no order",
        "order" => Unique(mutant),
        "missing, null" => Present(mutant),
        "accumulator" when mutant.AsIf.Contains("gathered", StringComparison.Ordinal) => "no two of the values are equal, or only how many there are counts",
        _ => null,
    };

    /// <summary>What stands behind a field that is never the same twice decides nothing.</summary>
    private string? Unique(Mutant mutant)
    {
        var sort = AnswerParts.Read(reference.Root!).Sorts.LastOrDefault(sort => sort.Start <= mutant.Start);
        var before = sort?.Fields.Where(field => field.Start < mutant.Start).Select(field => field.Name).ToList() ?? [];
        return before.Contains("_id") ? "no two documents tie: _id is sorted by" : null;
    }

    private string? Present(Mutant mutant)
    {
        var present = model.Collections.SelectMany(collection => collection.Document.All())
            .FirstOrDefault(field => field.Path.Length > 0 && field.Missing == 0 && field.Nulls == 0 && mutant.AsIf.Contains(field.Path, StringComparison.Ordinal));
        return present is null ? null : $"{present.Path} is never missing and never null in the seed";
    }
}
