using System.Text.RegularExpressions;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>The part of <see cref="MingoScope"/> for queries: $match, a filter, an $elemMatch.</summary>
internal static partial class MingoQueryScope
{
    public static void Check(JsonNode query) => Check(query, MingoWords.Variables);

    public static void Check(JsonNode query, IReadOnlySet<string> variables)
    {
        if (query.Form != JsonForm.Object)
            throw new JsonFaultException($"a query is an object, as in {{ \"status\": \"paid\" }}, and here stands {query.FormWords}", query.Start);
        foreach (var (name, start, value) in query.Fields)
            if (name is "$and" or "$or" or "$nor")
                CheckList(name, value, variables);
            else if (name == "$expr")
                MingoExpressionScope.Check(value, variables);
            else if (name.StartsWith('$'))
                CheckTop(name, start);
            else
                CheckField(name, start, value);
    }

    private static void CheckTop(string name, int start)
    {
        MingoScope.CheckWord(name, start, "an operator", MongoWords.Queries, MingoWords.Queries);
        throw new JsonFaultException($"{name} asks about a field: write {{ \"the field\": {{ \"{name}\": … }} }}", start);
    }

    private static void CheckList(string name, JsonNode value, IReadOnlySet<string> variables)
    {
        if (value.Form != JsonForm.Array)
            throw new JsonFaultException($"{name} needs a list of queries, as in {{ \"{name}\": [ {{ \"a\": 1 }}, {{ \"b\": 2 }} ] }}, and here stands {value.FormWords}", value.Start);
        foreach (var item in value.Items)
            Check(item, variables);
    }

    private static void CheckField(string path, int start, JsonNode value)
    {
        MingoScope.CheckPath(path, start);
        var isOperators = ExtendedType.Of(value) is null && value.Fields.Any(field => field.Name.StartsWith('$'));
        if (isOperators)
            CheckOperators(value);
    }

    private static void CheckOperators(JsonNode operators)
    {
        foreach (var (name, start, value) in operators.Fields)
        {
            if (!name.StartsWith('$'))
                throw new JsonFaultException($"\"{name}\" stands beside operators, and an object here holds operators alone or fields alone", start);
            MingoScope.CheckWord(name, start, "an operator", MongoWords.Queries, MingoWords.Queries);
            CheckOperand(name, start, value, operators);
        }
    }

    private static void CheckOperand(string name, int start, JsonNode value, JsonNode operators)
    {
        switch (name)
        {
            case "$and" or "$or" or "$nor" or "$expr":
                throw new JsonFaultException($"{name} stands outside of a field: {{ \"{name}\": … }} beside the fields or around them", start);
            case "$not" when value.Form == JsonForm.Object:
                CheckOperators(value);
                break;
            case "$elemMatch" when value.Form == JsonForm.Object && value.Fields is [{ Name: ['$', ..] and not ("$and" or "$or" or "$nor" or "$expr") }, ..]:
                CheckOperators(value);
                break;
            case "$elemMatch":
                Check(value);
                break;
            case "$all":
                foreach (var item in value.Items.Where(item => item["$elemMatch"] is not null))
                    CheckOperators(item);
                break;
            case "$type":
                foreach (var type in value.Form == JsonForm.Array ? value.Items : [value])
                    if (type.Form != JsonForm.Text || !MingoWords.Types.Contains(type.Text))
                        throw new MingoRefusal($"$type {(type.Form == JsonForm.Text ? $"\"{type.Text}\"" : type.Text)}", type.Start);
                break;
            case "$regex":
                CheckPattern(value, operators["$options"]);
                break;
            case "$options" when operators["$regex"] is null:
                throw new JsonFaultException("$options belongs to $regex, and there is none beside it", start);
        }
    }

    // JavaScript's expressions and those of MongoDB (PCRE2) agree on the simple ones.
    private static void CheckPattern(JsonNode pattern, JsonNode? options)
    {
        if (pattern.Form != JsonForm.Text)
            throw new JsonFaultException($"$regex needs a text, as in {{ \"$regex\": \"^A\" }}, and here stands {pattern.FormWords}", pattern.Start);
        if (options is not null && (options.Form != JsonForm.Text || options.Text is not ("" or "i")))
            throw new MingoRefusal("$options other than \"i\"", options.Start);
        if (!SimplePattern().IsMatch(pattern.Text))
            throw new MingoRefusal("a $regex beyond the simplest", pattern.Start);
        try
        {
            _ = new Regex(pattern.Text, RegexOptions.ECMAScript);
        }
        catch (ArgumentException)
        {
            throw new JsonFaultException($"\"{pattern.Text}\" is no regular expression: a bracket or a quantifier in it is out of place", pattern.Start);
        }
    }

    // ASCII letters and signs, anchors, classes, groups and alternatives; the signs escaped, \d, \w, \s and \b.
    [GeneratedRegex(@"^(?:[A-Za-z0-9 _@,:;!#%&='""<>~/.*+|^$-]|\?|\((?!\?)|\)|\[[A-Za-z0-9 _@,.^-]+\]|\{\d+(?:,\d*)?\}|\\[.*+?()\[\]{}|^$/\\dws b-])*$")]
    private static partial Regex SimplePattern();
}
