using System.Globalization;
using System.Text.RegularExpressions;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>Reads an answer before it runs and stops at the first thing that the stand-in would not judge as MongoDB does.</summary>
/// <remarks>Refusing is always safe; letting something through is not. So whatever is not known to be faithful is refused.</remarks>
internal static partial class MingoScope
{
    private const long LargestExact = 9007199254740991;

    /// <exception cref="MingoRefusal">Something that only a server can judge.</exception>
    /// <exception cref="JsonFaultException">Something that no MongoDB knows, or that a server would refuse before running it.</exception>
    public static void Check(MongoCommand command)
    {
        CheckValues(command.Source);
        var source = command.Source;
        if (source["pipeline"] is { } pipeline)
            CheckPipeline(pipeline, MingoWords.Stages, MingoWords.Variables);
        if (source["filter"] is { } filter)
            MingoQueryScope.Check(filter);
        if (source["projection"] is { } projection)
            CheckProjection(projection, MingoWords.Variables);
        if (source["sort"] is { } sort)
            CheckSort(sort);
        if (source.Fields.FirstOrDefault(field => field.Value["filter"] is not null) is { Value: var change })
            MingoUpdateScope.Check(change);
    }

    /// <summary>Holds a kata's data against what JavaScript can hold exactly.</summary>
    /// <exception cref="MingoRefusal">A type or a number that it can't.</exception>
    public static void CheckValues(JsonNode node)
    {
        if (ExtendedType.Of(node) is { } type)
        {
            var isLarge = node.Fields[0].Value.Text is { } digits && type.Key is "$numberLong" && (!long.TryParse(digits, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > LargestExact);
            if (!type.IsSimple || isLarge)
                throw new MingoRefusal(isLarge ? "a whole number beyond 9007199254740991" : $"a value of type {type.Key}", node.Start);
            return;
        }
        if (node.Form == JsonForm.Number && WholeNumber().IsMatch(node.Text) && (!long.TryParse(node.Text, CultureInfo.InvariantCulture, out var whole) || Math.Abs(whole) > LargestExact))
            throw new MingoRefusal("a whole number beyond 9007199254740991", node.Start);
        if (node.Fields.FirstOrDefault(field => field.Name.Contains("__proto__", StringComparison.Ordinal)) is { } odd)
            throw new MingoRefusal("a field called __proto__", odd.Start);
        foreach (var inner in node.Fields.Select(field => field.Value).Concat(node.Items))
            CheckValues(inner);
    }

    /// <param name="variables">Those that expressions in it may name; by default those that there are everywhere; in the pipeline of a $lookup also what its "let" defines.</param>
    public static void CheckPipeline(JsonNode pipeline, HashSet<string> stages, IReadOnlySet<string>? variables = null)
    {
        foreach (var (name, start, value) in pipeline.Items.Select(stage => stage.Fields[0]))
        {
            CheckWord(name, start, "a stage", MongoWords.Stages, stages);
            if (name is "$merge" or "$out" && pipeline.Items[^1].Fields[0].Value != value)
                throw new JsonFaultException($"{name} writes what comes out of the pipeline: it must be the last stage, and others come after it", start);
            CheckStage(name, value, variables ?? MingoWords.Variables);
        }
    }

    /// <param name="sort">Fields and 1 or -1 for each.</param>
    public static void CheckSort(JsonNode sort)
    {
        foreach (var field in sort.Fields)
        {
            CheckPath(field.Name, field.Start);
            if (field.Value.Form == JsonForm.Object)
                throw new MingoRefusal("$meta in a sort", field.Value.Start);
        }
    }

    public static void CheckPath(string path, int start)
    {
        if (path.Split('.').Any(name => name.Length > 0 && name.All(char.IsAsciiDigit)))
            throw new MingoRefusal($"a position in a path (\"{path}\")", start);
    }

    /// <exception cref="JsonFaultException">MongoDB has no such word; the likely one is named.</exception>
    /// <exception cref="MingoRefusal">MongoDB has it, the stand-in has not.</exception>
    public static void CheckWord(string word, int start, string what, HashSet<string> known, HashSet<string> faithful)
    {
        if (!known.Contains(word))
            throw new JsonFaultException($"MongoDB has no {what.Split(' ')[^1]} \"{word}\".{Spelling.DidYouMean(word, known)}", start);
        if (!faithful.Contains(word))
            throw new MingoRefusal(word, start);
    }

    private static void CheckStage(string name, JsonNode value, IReadOnlySet<string> variables)
    {
        switch (name)
        {
            case "$match":
                MingoQueryScope.Check(value, variables);
                break;
            case "$sort":
                CheckSort(value);
                break;
            case "$project":
                CheckProjection(value, variables);
                break;
            case "$group":
                CheckGroup(value, variables);
                break;
            case "$lookup" or "$graphLookup" or "$unionWith":
                MingoJoinScope.Check(name, value, variables);
                break;
            case "$facet" or "$bucket" or "$setWindowFields":
                MingoGroupScope.Check(name, value, variables);
                break;
            case "$merge":
                MingoMergeScope.Check(value);
                break;
            case "$out":
                MingoMergeScope.CheckName("$out", value);
                break;
            case "$limit" or "$skip" or "$count":
                break;
            case "$unset" or "$unwind":
                foreach (var path in value.Items.Append(value).Append(value["path"]).Where(node => node?.Form == JsonForm.Text))
                    CheckPath(path!.Text, path.Start);
                break;
            default:
                foreach (var field in value.Fields)
                    CheckPath(field.Name, field.Start);
                MingoExpressionScope.Check(value, variables);
                break;
        }
    }

    private static void CheckProjection(JsonNode projection, IReadOnlySet<string> variables)
    {
        foreach (var (name, start, value) in projection.Fields)
        {
            CheckPath(name, start);
            if (name.EndsWith(".$", StringComparison.Ordinal) || value["$elemMatch"] is not null || IsSliceOfTheField(value))
                throw new MingoRefusal($"a projection of array items (\"{name}\")", start);
        }
        MingoExpressionScope.Check(projection, variables);
    }

    /// <summary>As a find has it, "l": { "$slice": 2 }; with an array in front it is an expression like any other.</summary>
    private static bool IsSliceOfTheField(JsonNode value) => value["$slice"] is { } slice && slice is not { Form: JsonForm.Array, Items: [{ Form: not JsonForm.Number }, ..] };

    private static void CheckGroup(JsonNode group, IReadOnlySet<string> variables)
    {
        if (group.Form != JsonForm.Object)
            throw new JsonFaultException("$group needs an object with an \"_id\": what to group by, or null for one group of all", group.Start);
        foreach (var (name, _, value) in group.Fields)
            if (name == "_id" || value.Fields is not [{ Name: ['$', ..] } accumulator])
                MingoExpressionScope.Check(value, variables);
            else
            {
                CheckWord(accumulator.Name, accumulator.Start, "an accumulator", MongoWords.Accumulators, MingoWords.Accumulators);
                MingoExpressionScope.Check(accumulator.Value, variables);
            }
    }

    [GeneratedRegex(@"^-?\d+$")]
    private static partial Regex WholeNumber();
}
