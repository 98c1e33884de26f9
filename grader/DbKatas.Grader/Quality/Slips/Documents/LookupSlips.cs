using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips.Documents;

/// <summary>Lookups by other fields; unwinds that keep or drop documents without a list.</summary>
internal static class LookupSlips
{
    private const int MostFields = 3;

    public static IEnumerable<PartSlip> Of(AnswerParts answer, DocumentModel model) => answer.Lookups.SelectMany(lookup => Of(lookup, model)).Concat(answer.Unwinds.SelectMany(Of));

    private static IEnumerable<PartSlip> Of(JsonNode lookup, DocumentModel model)
    {
        if (lookup["localField"] is not { } local || lookup["foreignField"] is not { } foreign)
            yield break;
        yield return new PartSlip("lookup", "localField and foreignField had changed places", lookup, lookup.With("localField", foreign).With("foreignField", local));
        foreach (var other in Beside(model, lookup["from"]?.Text, foreign.Text))
            yield return new PartSlip("lookup", $"documents were looked up by {other}: foreignField {other} where the question needs {foreign.Text}", foreign, JsonNodes.Text(other, foreign.Start));
        foreach (var other in model.Collections.Where(collection => collection.Document.All().Any(field => field.Path == local.Text)).SelectMany(collection => Beside(model, collection.Name, local.Text)).Distinct())
            yield return new PartSlip("lookup", $"{other} were what is looked up: localField {other} where the question needs {local.Text}", local, JsonNodes.Text(other, local.Start));
    }

    /// <summary>Other fields of the collection that hold values of the same kind, those that point to documents first.</summary>
    private static IEnumerable<string> Beside(DocumentModel model, string? name, string path)
    {
        if (model.Collections.FirstOrDefault(collection => collection.Name == name) is not { } collection || collection.Document.All().FirstOrDefault(field => field.Path == path && field.Scalars.Count > 0) is not { } own)
            return [];
        return collection.Document.All()
            .Where(field => field.Path != path && field.Path.Length > 0 && field.Scalars.Count > 0 && field.Scalars[0].Kind() == own.Scalars[0].Kind())
            .OrderBy(field => field.Path == "_id" ? 0 : model.LinkAt(collection.Name, field.Path) is null ? 2 : 1).Select(field => field.Path).Distinct().Take(MostFields);
    }

    private static IEnumerable<PartSlip> Of(JsonNode stage)
    {
        var value = stage["$unwind"]!;
        var path = AnswerParts.Field((value["path"] ?? value).Text);
        if (value["preserveNullAndEmptyArrays"]?.Text == "true")
            yield return new PartSlip("unwind", $"documents without {path} were dropped: preserveNullAndEmptyArrays is missing", value, value.Without("preserveNullAndEmptyArrays"));
        else if (path.Length > 0)
            yield return new PartSlip("unwind", $"documents without {path} were kept: preserveNullAndEmptyArrays where the question needs none", value,
                (value.Form == JsonForm.Text ? JsonNodes.Object("path", value, value.Start) : value).With("preserveNullAndEmptyArrays", JsonNodes.Boolean(true, value.Start)));
    }
}
