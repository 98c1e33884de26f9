using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips.Documents;

/// <summary>Operators of expressions: swapped, forgotten, with their sides exchanged.</summary>
internal static class ExpressionSlips
{
    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["$add"] = ["$subtract", "$multiply"], ["$subtract"] = ["$add"], ["$multiply"] = ["$add", "$divide"], ["$divide"] = ["$multiply"],
        ["$floor"] = ["$ceil"], ["$ceil"] = ["$floor"], ["$round"] = ["$trunc"], ["$trunc"] = ["$round"], ["$min"] = ["$max"], ["$max"] = ["$min"],
        ["$first"] = ["$last"], ["$last"] = ["$first"], ["$year"] = ["$month"], ["$month"] = ["$dayOfMonth"], ["$dayOfMonth"] = ["$dayOfWeek"],
        ["$toUpper"] = ["$toLower"], ["$toLower"] = ["$toUpper"],
    };

    private static readonly Dictionary<string, string> Unwrapped = new()
    {
        ["$round"] = "nothing were rounded: a $round is missing", ["$floor"] = "nothing were rounded down: a $floor is missing",
        ["$ceil"] = "nothing were rounded up: a $ceil is missing", ["$trunc"] = "nothing were cut off: a $trunc is missing",
        ["$abs"] = "numbers below 0 stayed so: an $abs is missing", ["$not"] = "a condition were turned round: a $not is missing",
        ["$toLower"] = "capitals stayed: a $toLower is missing", ["$toUpper"] = "small letters stayed: a $toUpper is missing",
    };

    public static IEnumerable<PartSlip> Of(AnswerParts answer)
    {
        // Accumulators are expressions as well, and have slips of their own.
        var accumulators = answer.Groups.SelectMany(group => group.Fields).Select(field => field.Value).ToHashSet(ReferenceEqualityComparer.Instance);
        return answer.Expressions.Where(node => node.Fields is [{ Name: ['$', ..] }] && ExtendedType.Of(node) is null && !accumulators.Contains(node)).SelectMany(Of);
    }

    private static IEnumerable<PartSlip> Of(JsonNode node)
    {
        var (name, value) = (node.Fields[0].Name, node.Fields[0].Value);
        return [.. Swapped(node, name), .. Lost(node, name, value), .. Logic(node, name, value), .. Choices(node, name, value)];
    }

    private static IEnumerable<PartSlip> Swapped(JsonNode node, string name) => Others.GetValueOrDefault(name, []).Select(other =>
        new PartSlip("operator", $"{other} stood where the question needs {name}", node, QuerySlips.Renamed(node, name, other)));

    private static IEnumerable<PartSlip> Lost(JsonNode node, string name, JsonNode value)
    {
        if (Unwrapped.TryGetValue(name, out var asIf))
            yield return new PartSlip("operator dropped", asIf, node, value.Items is [var first, ..] ? first : value);
        if (name == "$ifNull" && value.Items is [var whole, .., var instead])
            yield return new PartSlip("missing, null", Forgotten(whole, instead), node, whole);
        if (name == "$filter" && value["input"] is { } input)
            yield return new PartSlip("operator dropped", "nothing were taken out of the list: a $filter is missing", node, input);
        if (name is "$subtract" or "$divide" && value.Items is [var left, var right])
            yield return new PartSlip("operands", $"the two sides of {name} had changed places", value, JsonNodes.Array([right, left], value.Start));
    }

    private static string Forgotten(JsonNode whole, JsonNode instead) => (whole.Form, Field: Named(whole), Instead: instead) switch
    {
        (_, var field, { Text: "$$REMOVE" }) => $"a {field} that is null counted like any other value: an $ifNull is missing",
        (_, var field, { Form: JsonForm.Null }) => $"a missing {field} did not count as null: an $ifNull is missing",
        (JsonForm.Text, var field, _) => $"{field} stayed away where it is missing or null, and did not count as {JsonText.Of(instead)}: an $ifNull is missing",
        _ => $"a calculated value stayed null, and did not become {JsonText.Of(instead)}: an $ifNull is missing",
    };

    private static IEnumerable<PartSlip> Logic(JsonNode node, string name, JsonNode value)
    {
        if (name is not ("$and" or "$or") || value.Form != JsonForm.Array)
            yield break;
        yield return new PartSlip("and, or", name == "$and" ? "one of the conditions were enough: $or where the question needs $and" : "all of the conditions had to hold: $and where the question needs $or",
            node, QuerySlips.Renamed(node, name, name == "$and" ? "$or" : "$and"));
        for (var i = 0; i < value.Items.Count && value.Items.Count > 1; i++)
            yield return new PartSlip("condition dropped", AnswerParts.NamesIn(value.Items[i]).ToList() is [var field, ..] ? $"a condition on {field} were missing" : "one of the conditions were missing",
                value, value.WithoutItem(i)) { At = value.Items[i].Start };
    }

    private static IEnumerable<PartSlip> Choices(JsonNode node, string name, JsonNode value)
    {
        const string swapped = "the two outcomes of a condition had changed places";
        if (name == "$cond" && value.Items is [var when, var then, var otherwise])
            yield return new PartSlip("choice", swapped, value, JsonNodes.Array([when, otherwise, then], value.Start));
        else if (name == "$cond" && value["then"] is { } first && value["else"] is { } second)
            yield return new PartSlip("choice", swapped, value, value.With("then", second).With("else", first));
        if (name != "$switch" || value["branches"] is not { } branches)
            yield break;
        for (var i = 0; i < branches.Items.Count && branches.Items.Count > 1; i++)
        {
            yield return new PartSlip("choice", "one of the cases never counted: it is missing, or comes too late", branches, branches.WithoutItem(i)) { At = branches.Items[i].Start };
            if (i > 0)
                yield return new PartSlip("choice", "two of the cases had changed places: the first that holds counts", branches,
                    branches.WithItem(i, branches.Items[i - 1]).WithItem(i - 1, branches.Items[i])) { At = branches.Items[i].Start };
        }
    }

    private static string Named(JsonNode value) => AnswerParts.FieldsIn(value).ToList() is [var field, ..] ? field : "a value";
}
