using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips.Documents;

/// <summary>What a query asks of one field: negations, missing fields and null, lists and patterns.</summary>
internal static class ConditionOnFieldSlips
{
    private const string Presence = "missing, null";
    private const string Negation = "negation";

    /// <param name="answer">The answer.</param>
    /// <param name="model">Which fields hold lists.</param>
    public static IEnumerable<PartSlip> Of(AnswerParts answer, DocumentModel model) =>
        from query in answer.Queries
        from field in query.Fields
        where !field.Name.StartsWith('$')
        from slip in QuerySlips.IsOperators(field.Value) ? field.Value.Fields.SelectMany(part => Operator(query, field, part)) : Equality(field, model)
        select slip.At is null ? slip with { At = field.Start } : slip;

    private static IEnumerable<PartSlip> Equality(JsonField field, DocumentModel model)
    {
        var (path, value) = (field.Name, field.Value);
        yield return new PartSlip(Negation, $"the condition on {path} were turned round", value, JsonNodes.Object("$ne", value, value.Start));
        if (value.Form == JsonForm.Null)
            yield return new PartSlip(Presence, $"only a missing {path} counted, and not one that is null: $exists where the question needs null", value, Exists(value, false));
        else if (value.Form != JsonForm.Array && model.Collections.Any(collection => collection.Document.All().Any(shape => shape.Path == path && shape.Arrays.Count > 0)))
            yield return new PartSlip("list", $"{path} had to be just that list, and not only to have it among its items", value, JsonNodes.Array([value], value.Start));
    }

    private static IEnumerable<PartSlip> Operator(JsonNode query, JsonField field, JsonField part) => part.Name switch
    {
        "$ne" => NotEqual(field, part),
        "$in" or "$nin" or "$all" => List(field, part),
        "$exists" => Existence(field, part),
        "$not" => [new PartSlip(Negation, $"the condition on {field.Name} were turned round", field.Value, part.Value)],
        "$eq" => [new PartSlip(Negation, $"the condition on {field.Name} were turned round", field.Value, QuerySlips.Renamed(field.Value, "$eq", "$ne"))],
        "$elemMatch" => ElementMatch(query, field, part),
        "$regex" => Pattern(field, part),
        _ => [],
    };

    private static IEnumerable<PartSlip> NotEqual(JsonField field, JsonField part)
    {
        yield return new PartSlip(Negation, $"the condition on {field.Name} were turned round", field.Value, QuerySlips.Renamed(field.Value, "$ne", "$eq"));
        if (part.Value.Form == JsonForm.Null)
            yield return new PartSlip(Presence, $"a {field.Name} that is null counted too: $exists where the question needs $ne null", field.Value, Exists(field.Value, true));
        else
            yield return new PartSlip(Presence, $"documents without {field.Name} were left out", field.Value, field.Value with { Fields = [new JsonField("$exists", part.Start, JsonNodes.Boolean(true, part.Start)), .. field.Value.Fields] });
    }

    private static IEnumerable<PartSlip> List(JsonField field, JsonField part)
    {
        var (operation, values) = (part.Name, part.Value);
        if (operation == "$all")
            yield return new PartSlip("list", $"one of the values of {field.Name} were enough: $in where the question needs $all", field.Value, QuerySlips.Renamed(field.Value, "$all", "$in"));
        else
            yield return new PartSlip(Negation, $"the condition on {field.Name} were turned round", field.Value, QuerySlips.Renamed(field.Value, operation, operation == "$in" ? "$nin" : "$in"));
        for (var i = 0; i < values.Items.Count && values.Items.Count > 1; i++)
            yield return new PartSlip("membership", $"{JsonText.Of(values.Items[i])} were not among the values of {field.Name}", values, values.WithoutItem(i)) { At = values.Items[i].Start };
    }

    private static IEnumerable<PartSlip> Existence(JsonField field, JsonField part)
    {
        var wanted = part.Value.Text is not ("false" or "0");
        yield return new PartSlip(Negation, $"the condition on {field.Name} were turned round", part.Value, JsonNodes.Boolean(!wanted, part.Value.Start));
        if (field.Value.Fields.Count == 1)
            yield return wanted
                ? new PartSlip(Presence, $"a {field.Name} that is null counted as missing: $ne null where the question needs $exists", field.Value, JsonNodes.Object("$ne", JsonNodes.Null, field.Value.Start))
                : new PartSlip(Presence, $"a {field.Name} that is null counted as missing: null where the question needs $exists", field.Value, JsonNodes.Null with { Start = field.Value.Start });
    }

    /// <summary>Without it, each condition may find an item of its own.</summary>
    private static IEnumerable<PartSlip> ElementMatch(JsonNode query, JsonField field, JsonField part)
    {
        const string asIf = "the conditions could hold for different items of the list: an $elemMatch is missing";
        if (part.Value.Fields is [{ Name: ['$', ..] }, ..])
            yield return new PartSlip("list", asIf, field.Value, part.Value);
        else
            yield return new PartSlip("list", asIf, query, query with
            {
                Fields = [.. query.Fields.SelectMany(other => other != field ? [other] : part.Value.Fields.Select(inner => inner with { Name = $"{field.Name}.{inner.Name}" }))],
            });
    }

    private static IEnumerable<PartSlip> Pattern(JsonField field, JsonField part)
    {
        var pattern = part.Value.Text;
        if (pattern.StartsWith('^'))
            yield return new PartSlip("pattern", $"{field.Name} could begin with something else: ^ is missing", part.Value, JsonNodes.Text(pattern[1..], part.Value.Start));
        if (pattern.EndsWith('$'))
            yield return new PartSlip("pattern", $"{field.Name} could end with something else: $ is missing", part.Value, JsonNodes.Text(pattern[..^1], part.Value.Start));
        yield return field.Value["$options"] is null
            ? new PartSlip("pattern", $"capitals in {field.Name} did not matter: $options \"i\"", field.Value, field.Value.With("$options", JsonNodes.Text("i", part.Start)))
            : new PartSlip("pattern", $"capitals in {field.Name} mattered: $options \"i\" is missing", field.Value, field.Value.Without("$options"));
    }

    private static JsonNode Exists(JsonNode at, bool wanted) => JsonNodes.Object("$exists", JsonNodes.Boolean(wanted, at.Start), at.Start);
}
