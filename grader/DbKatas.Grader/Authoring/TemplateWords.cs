namespace DbKatas.Grader.Authoring;

/// <summary>What stands in a template as {{word}}, for one kata.</summary>
internal sealed class TemplateWords(KataPlace place, string id, string? engine)
{
    private readonly Dictionary<string, string> _words = new()
    {
        ["id"] = id,
        ["title"] = char.ToUpperInvariant(place.Slug[0]) + place.Slug[1..].Replace('-', ' '),
        ["topic"] = place.Topic,
        // From the kata's folder to the katas'.
        ["root"] = string.Concat(Enumerable.Repeat("../", id.Count(sign => sign == '/') + 1)),
        ["engines"] = engine is null ? "[]" : $"[\"{engine}\"]",
        // All C# katas are in one project for editors, so each has a namespace that no other has.
        ["namespace"] = string.Join('.', $"{place.TopicPath}/{place.Slug}".Split('/').Select(Name)),
    };

    public string Fill(string template) => _words.Aggregate(template, (text, word) => text.Replace("{{" + word.Key + "}}", word.Value, StringComparison.Ordinal));

    /// <summary>"late-payers" as C# writes it: "LatePayers".</summary>
    private static string Name(string words)
    {
        var name = string.Concat(words.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return char.IsAsciiDigit(name[0]) ? "_" + name : name;
    }
}
