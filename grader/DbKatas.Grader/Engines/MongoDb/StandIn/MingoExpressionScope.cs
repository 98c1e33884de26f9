using System.Text.RegularExpressions;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>The part of <see cref="MingoScope"/> for expressions.</summary>
internal static partial class MingoExpressionScope
{
    public static void Check(JsonNode node) => Check(node, MingoWords.Variables);

    /// <param name="variables">Those that may be named, without the $$.</param>
    public static void Check(JsonNode node, IReadOnlySet<string> variables)
    {
        if (ExtendedType.Of(node) is not null)
            return;
        if (node.Form == JsonForm.Text)
            CheckText(node, variables);
        else if (node.Fields.FirstOrDefault(field => field.Name.StartsWith('$')) is { } operation)
            CheckOperation(node, operation, variables);
        else
            foreach (var inner in node.Fields.Select(field => field.Value).Concat(node.Items))
                Check(inner, variables);
    }

    private static void CheckText(JsonNode node, IReadOnlySet<string> variables)
    {
        if (!node.Text.StartsWith('$'))
            return;
        MingoScope.CheckPath(node.Text, node.Start);
        if (node.Text.Split('.').Any(name => name.Length == 0) || node.Text is "$" or "$$")
            throw new JsonFaultException($"\"{node.Text}\" is no path to a field. In an expression, a text that begins with $ is one; any other text is written {{ \"$literal\": \"{node.Text}\" }}", node.Start);
        if (!node.Text.StartsWith("$$", StringComparison.Ordinal))
            return;
        var name = node.Text[2..].Split('.')[0];
        if (variables.Contains(name))
            return;
        if (name is "NOW" or "CLUSTER_TIME" or "DESCEND" or "PRUNE" or "KEEP" or "SEARCH_META" or "USER_ROLES")
            throw new MingoRefusal($"$${name}", node.Start);
        throw new JsonFaultException($"there is no variable $${name} here.{Spelling.DidYouMean(name, variables)} A field is written with one $", node.Start);
    }

    private static void CheckOperation(JsonNode node, JsonField operation, IReadOnlySet<string> variables)
    {
        if (node.Fields.Count > 1)
            throw new JsonFaultException($"{operation.Name} must be the only key of its object, and there are {node.Fields.Count}", node.Fields[1].Start);
        MingoScope.CheckWord(operation.Name, operation.Start, "an operator", MongoWords.Expressions, MingoWords.Expressions);
        var value = operation.Value;
        switch (operation.Name)
        {
            case "$literal":
                break;
            case "$map" or "$filter" or "$reduce" or "$let":
                CheckScope(operation.Name, value, variables);
                break;
            case "$dateToString":
                CheckDateToString(value, operation.Start);
                Check(value, variables);
                break;
            // { "$year": { "date": …, "timezone": … } }
            case "$year" or "$month" or "$dayOfMonth" or "$dayOfWeek" or "$dayOfYear" or "$hour" or "$minute" or "$second" or "$millisecond" when value.Fields is [{ Name: not ['$', ..] }, ..]:
                throw new MingoRefusal($"{operation.Name} with a time zone", operation.Start);
            default:
                Check(value, variables);
                break;
        }
    }

    /// <summary>Operators whose inner expression sees variables of its own.</summary>
    private static void CheckScope(string name, JsonNode value, IReadOnlySet<string> variables)
    {
        string[] own = name switch
        {
            "$let" => [.. value["vars"]?.Fields.Select(field => field.Name) ?? []],
            "$reduce" => ["this", "value"],
            _ => [value["as"] is { Form: JsonForm.Text, Text: var chosen } ? chosen : "this"],
        };
        if (name == "$filter" && value["limit"] is { } limit)
            throw new MingoRefusal("$filter with \"limit\"", limit.Start);
        foreach (var field in value.Fields.Where(field => field.Name != "as"))
            Check(field.Value, field.Name is "in" or "cond" ? variables.Union(own).ToHashSet() : variables);
    }

    private static void CheckDateToString(JsonNode value, int start)
    {
        if (value.Fields.FirstOrDefault(field => field.Name is not ("date" or "format" or "onNull")) is { } other)
            throw new MingoRefusal($"$dateToString with \"{other.Name}\"", other.Start);
        if (value["format"] is not { Form: JsonForm.Text } format || !PlainFormat().IsMatch(format.Text))
            throw new MingoRefusal("$dateToString without a format of %Y, %m, %d, %H, %M, %S and %L", value["format"]?.Start ?? start);
    }

    [GeneratedRegex(@"^([^%]|%[YmdHMSL%])*$")]
    private static partial Regex PlainFormat();
}
