using System.Globalization;
using System.Text.RegularExpressions;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>The constants of a pipeline, a query or an update, with the fields that stand near each.</summary>
internal sealed partial class DocumentConstants
{
    // What stands under these is a name, a direction or a number of documents.
    private static readonly HashSet<string> Skipped =
    [
        "collection", "sort", "skip", "limit", "$sort", "$skip", "$limit", "$count", "$unwind", "$unset", "$out", "$options", "format",
        "from", "localField", "foreignField", "connectFromField", "connectToField", "depthField", "into", "on", "whenNotMatched",
        "as", "unit", "timezone", "sortBy", "partitionByFields", "upsert", "$exists", "$type", "$slice", "$position", "$rename",
    ];

    private static readonly HashSet<string> Projections = ["projection", "$project"];

    private const int LongestNearMillisecond = 60_000;

    private readonly List<Constant> _found = [];

    public static IReadOnlyList<Constant> Of(JsonNode answer)
    {
        var constants = new DocumentConstants();
        constants.Walk(answer, []);
        return constants._found;
    }

    private void Walk(JsonNode node, IReadOnlyList<string> near)
    {
        switch (node.Kind())
        {
            case DocumentKind.Object:
                foreach (var field in node.Fields.Where(field => !Skipped.Contains(field.Name)))
                    WalkField(field, near);
                break;
            case DocumentKind.Array:
                string[] beside = [.. near, .. node.Items.Where(IsPath).SelectMany(item => Names(item.Text.TrimStart('$')))];
                foreach (var item in node.Items)
                    Walk(item, beside);
                break;
            case DocumentKind.Text when !IsPath(node):
                Add(node.Text, false, near);
                break;
            case DocumentKind.Number:
                AddNumber(node.Digits()!, near);
                break;
            case DocumentKind.Date when node.Moment() is { } moment:
                Add(moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture), false, near);
                break;
        }
    }

    private void WalkField(JsonField field, IReadOnlyList<string> near)
    {
        if (field.Name == "$regex" && field.Value.Form == JsonForm.Text)
            Add(Like(field.Value.Text), false, near);
        // What is done with a document that is there already may be a pipeline.
        else if (field.Name == "whenMatched" && field.Value.Form == JsonForm.Text)
            return;
        else if (Projections.Contains(field.Name))
            foreach (var shown in field.Value.Fields.Where(shown => shown.Value.Form is not (JsonForm.Number or JsonForm.Boolean)))
                Walk(shown.Value, [.. near, .. Names(shown.Name)]);
        // { "$sum": 1 } counts.
        else if (!(field.Name == "$sum" && field.Value.Form == JsonForm.Number))
            Walk(field.Value, field.Name.StartsWith('$') ? near : [.. near, .. Names(field.Name)]);
    }

    private void AddNumber(string digits, IReadOnlyList<string> near)
    {
        Add(digits, true, near);
        // Dates are subtracted to milliseconds.
        if (long.TryParse(digits, CultureInfo.InvariantCulture, out var number) && number >= LongestNearMillisecond && number % 1000 == 0)
            Add($"{number / 1000} second", false, near);
    }

    private void Add(string text, bool isNumber, IReadOnlyList<string> near) => _found.Add(new Constant(text, isNumber, near.ToHashSet()));

    private static bool IsPath(JsonNode node) => node.Form == JsonForm.Text && node.Text.StartsWith('$');

    private static IEnumerable<string> Names(string path) => path.Split('.').Append(path);

    /// <summary>The simplest expressions as a pattern of LIKE's, which the makers of texts know.</summary>
    private static string Like(string expression)
    {
        var core = Signs().Replace(expression.TrimStart('^').TrimEnd('$'), "");
        return $"{(expression.StartsWith('^') ? "" : "%")}{core}{(expression.EndsWith('$') ? "" : "%")}";
    }

    [GeneratedRegex(@"\\[a-zA-Z]|\[[^\]]*\][*+?]?|[\\()|*+?{}.]")]
    private static partial Regex Signs();
}
