using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Authoring;

/// <summary>A topic's katas and solutions, looked at for room for another.</summary>
internal sealed class TopicFolder(KataLibrary library, KataPlace place)
{
    private const int MostKatas = 99;

    /// <returns>The number after the highest one: a number that was given up is not given again, for ids never change.</returns>
    /// <exception cref="TroubleException">There is no such topic, the slug is taken, or the topic is full.</exception>
    public int FreeNumber()
    {
        CheckTopic();
        var names = Names(library.Katas).Concat(Names(library.Solutions)).Distinct().ToList();
        if (names.FirstOrDefault(name => name[3..] == place.Slug) is { } taken)
            throw new TroubleException($"{place.TopicPath}/{taken} is there already. Choose another slug, or change that kata: {TextFile.Shown(Path.Combine(library.Katas, place.TopicPath, taken))}");
        var number = names.Select(name => int.Parse(name[..2], System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max() + 1;
        return number <= MostKatas ? number : throw new TroubleException($"{place.TopicPath} has no number left below 100. Begin another topic.");
    }

    private void CheckTopic()
    {
        var catalog = KataCatalog.Load(library.Katas);
        var path = TextFile.Shown(Path.Combine(library.Katas, Syllabus.FileName));
        if (catalog.Faults.FirstOrDefault(fault => fault.Id == Syllabus.FileName) is { } fault)
            throw new TroubleException(fault.ToString());
        var topics = catalog.Syllabus.Topics;
        // A folder of katas without a syllabus has the topics that its folders make.
        if (topics.Count > 0 && !topics.Contains(place.TopicPath))
            throw new TroubleException($$"""
                There is no topic {{place.TopicPath}} in {{path}}.{{Nearest(topics)}}
                A new topic begins with a line there, with the katas that it builds on: "{{place.TopicPath}}": { "after": ["sql/basics/01-first-select"] }
                """);
    }

    private string Nearest(IReadOnlyList<string> topics)
    {
        if (Spelling.DidYouMean(place.TopicPath, topics) is { Length: > 0 } one)
            return one;
        var below = topics.Where(topic => topic.StartsWith(place.Track + "/", StringComparison.Ordinal)).ToList();
        return below.Count > 0 ? $" In the track {place.Track} there are {string.Join(", ", below)}." : $" There are {string.Join(", ", topics)}.";
    }

    private IEnumerable<string> Names(string root)
    {
        var folder = Path.Combine(root, place.TopicPath);
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Where(name => name is [>= '0' and <= '9', >= '0' and <= '9', '-', _, ..])
            : [];
    }
}
