namespace DbKatas.Grader.Katas;

/// <summary>The topics in the order in which they are learnt, each with the katas that it builds on: <c>katas/syllabus.json</c>.</summary>
/// <remarks>A folder of katas needs none; its topics then come in the order of their names, and none waits for another.</remarks>
public sealed class Syllabus
{
    public const string FileName = "syllabus.json";

    private readonly IReadOnlyList<Topic> _topics;

    private Syllabus(IReadOnlyList<Topic> topics) => _topics = topics;

    public static Syllabus None { get; } = new([]);

    /// <summary>"sql/joins" and all others, in the order in which they are learnt.</summary>
    public IReadOnlyList<string> Topics => [.. _topics.Select(topic => topic.Path)];

    /// <param name="json">The file's text.</param>
    /// <param name="ids">The katas that there are.</param>
    /// <param name="faults">Gets a sentence for each fault.</param>
    internal static Syllabus Read(string json, IReadOnlyCollection<string> ids, List<string> faults)
    {
        using var document = WrittenJson.ParseObject(json, "{ \"topics\": { \"sql/joins\": { \"after\": [\"sql/basics/01-first-select\"] } } }", faults);
        if (document is null)
            return None;
        var keys = new JsonKeys(document.RootElement, "", faults);
        keys.Ignore("$schema");
        var topics = keys.OptionalObject("topics")?.Objects(ReadAfter) ?? [];
        keys.ReportUnknown();
        foreach (var unknown in topics.Values.SelectMany(after => after).Distinct().Where(id => !ids.Contains(id)))
            faults.Add($"names \"{unknown}\", and there is no such kata.{Spelling.DidYouMean(unknown, ids)}");
        return new Syllabus([.. topics.Select(topic => new Topic(topic.Key, topic.Value))]);
    }

    /// <summary>The katas in the order in which they are learnt; topics that the syllabus does not name come last.</summary>
    public IReadOnlyList<Kata> InOrder(IEnumerable<Kata> katas) =>
        [.. katas.OrderBy(kata => PlaceOf(kata.TopicPath)).ThenBy(kata => kata.Id, StringComparer.Ordinal)];

    /// <summary>The kata to do next: the easiest among the topics that are open, each of which is worked through from its first kata on.</summary>
    /// <param name="katas">To choose from.</param>
    /// <param name="isRight">Whether the learner's answer is right.</param>
    /// <returns>Null when all are right.</returns>
    public Kata? Next(IReadOnlyList<Kata> katas, Func<Kata, bool> isRight)
    {
        var toDo = InOrder(katas.Where(kata => !isRight(kata)));
        var waiting = toDo.Select(kata => kata.Id).ToHashSet();
        var firsts = toDo.DistinctBy(kata => kata.TopicPath).ToList();
        var open = firsts.Where(kata => !AfterOf(kata.TopicPath).Any(waiting.Contains)).ToList();
        // Topics that wait for one another must not leave the learner without a next kata.
        return (open.Count > 0 ? open : firsts).MinBy(kata => kata.Level);
    }

    private static IReadOnlyList<string> ReadAfter(JsonKeys keys)
    {
        var after = keys.OptionalTexts("after");
        keys.ReportUnknown();
        return after;
    }

    private int PlaceOf(string topic) => _topics.TakeWhile(t => t.Path != topic).Count();

    private IReadOnlyList<string> AfterOf(string topic) => _topics.FirstOrDefault(t => t.Path == topic)?.After ?? [];

    private sealed record Topic(string Path, IReadOnlyList<string> After);
}
