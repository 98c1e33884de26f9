using System.Text.RegularExpressions;
using DbKatas.Grader.Engines;

namespace DbKatas.Grader.Authoring;

/// <summary>Where a new kata is to stand, before it has a number.</summary>
/// <param name="TopicPath">"sql/joins", or "scaling" for a track without topics.</param>
/// <param name="Slug">"late-payers".</param>
internal sealed partial record KataPlace(string TopicPath, string Slug)
{
    public string Track => TopicPath.Split('/')[0];

    /// <summary>"joins" of "sql/joins".</summary>
    public string Topic => TopicPath.Split('/')[^1];

    /// <exception cref="TroubleException">It is no such place; with what to write instead.</exception>
    public static KataPlace Read(string text)
    {
        var place = text.Replace('\\', '/').Trim('/', ' ');
        if (place.StartsWith("katas/", StringComparison.Ordinal))
            place = place["katas/".Length..];
        if (!Shape().IsMatch(place))
            throw new TroubleException(
                $"\"{text}\" is no place for a kata. Write track/topic/slug in lower-case letters, digits and hyphens, as in sql/joins/late-payers.");
        var cut = place.LastIndexOf('/');
        var read = new KataPlace(place[..cut], place[(cut + 1)..]);
        return Numbered().IsMatch(read.Slug)
            ? throw new TroubleException($"Leave the number out: write {read.TopicPath}/{read.Slug[3..]}, and it gets the next free one.")
            : read;
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*){1,2}$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^\d\d-")]
    private static partial Regex Numbered();
}
