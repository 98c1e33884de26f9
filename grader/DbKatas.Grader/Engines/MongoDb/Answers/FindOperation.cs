using System.Globalization;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>{ "collection": …, "filter": …, "projection": …, "sort": …, "skip": …, "limit": … }, all but the collection as one likes.</summary>
internal sealed record FindOperation() : Operation("filter", """{ "collection": "users", "filter": { "active": true }, "projection": { "name": 1 } }""")
{
    private static readonly string[] Objects = ["filter", "projection", "sort"];
    private static readonly string[] Numbers = ["skip", "limit"];

    public override IReadOnlyList<string> TopKeys => [.. Objects, .. Numbers];

    public override MongoCommand? Read(string collection, JsonNode node)
    {
        foreach (var key in Objects)
            if (node[key] is { } value)
                Checked(key, value, JsonForm.Object, $$"""{ "{{key}}": { "name": {{(key == "filter" ? "\"Ann\"" : "1")}} } }""");
        foreach (var key in Numbers)
            if (node[key] is { } value && !(value.Form == JsonForm.Number && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (number > 0 || key == "skip")))
                throw new JsonFaultException($"\"{key}\" must be a whole number, as in {{ \"{key}\": 3 }}", value.Start);
        var isWritten = Objects.Any(key => node[key] is { IsEmpty: false }) || Numbers.Any(key => node[key] is not null);
        return !isWritten ? null : Command("find", collection, node, writer =>
        {
            foreach (var key in TopKeys.Where(key => node[key] is not null))
                Write(writer, key, node[key]!);
        });
    }
}
