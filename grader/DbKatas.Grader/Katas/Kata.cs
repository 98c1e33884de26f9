using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;

namespace DbKatas.Grader.Katas;

/// <summary>One exercise: a folder under <c>katas/</c>, read and found free of faults.</summary>
public sealed record Kata
{
    /// <summary>The folder's path below the katas root, with forward slashes: "sql/joins/02-left-join-missing". Never changes once landed.</summary>
    public required string Id { get; init; }

    /// <summary>The folder itself, as a full path.</summary>
    public required string Folder { get; init; }

    public required string Title { get; init; }

    /// <summary>The engines that grade it, by their names in kata.json; none for a quiz that is about no engine.</summary>
    public required IReadOnlyList<string> Engines { get; init; }

    public required KataKind Kind { get; init; }

    /// <summary>1 (assumes nothing) to 5 (hard in an interview).</summary>
    public required int Level { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>What a result must agree in besides its rows; a bag for katas of other kinds.</summary>
    public ComparisonRules Rules { get; init; } = ComparisonRules.Bag;

    /// <summary>What keys must agree in, for katas on Redis.</summary>
    public KeyspaceRules Keyspace { get; init; } = KeyspaceRules.Plain;

    public KataLimits Limits { get; init; } = new();

    /// <summary>What a plan may cost; for katas of kind plan.</summary>
    public PlanRules Plan { get; init; } = new();

    /// <summary>From a nudge to nearly the solution.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>What the question takes for granted about its data.</summary>
    public Domain Domain { get; init; } = Domain.None;

    /// <summary>The oldest major version of an engine that can grade it, by engine; absent engines have no such need.</summary>
    public IReadOnlyDictionary<string, int> Needs { get; init; } = new Dictionary<string, int>();

    /// <summary>"sql" of "sql/joins/02-left-join-missing".</summary>
    public string Track => Id.Split('/')[0];

    /// <summary>"joins" of "sql/joins/02-left-join-missing"; the track itself where a track has no topics.</summary>
    public string Topic => Id.Split('/') is [_, var topic, _] ? topic : Track;

    /// <summary>"sql/joins" of "sql/joins/02-left-join-missing", "scaling" of "scaling/01-index-a-lookup".</summary>
    public string TopicPath => Id[..Id.LastIndexOf('/')];

    /// <summary>The answer's file name: one of its format's.</summary>
    public string AnswerFile { get; init; } = KataFormat.SqlAnswer;

    public string PromptPath => Path.Combine(Folder, KataFiles.Prompt);

    /// <summary>The data that everybody sees, in the language of the engine.</summary>
    public string SchemaPath => Path.Combine(Folder, KataFormat.Of(Engines is [var first, ..] ? first : "", Kind)?.Data ?? KataFormat.SqlSchema);
}

/// <summary>Ceilings for one answer.</summary>
/// <param name="Seconds">Time for the whole answer.</param>
/// <param name="Rows">Rows read of a result before the rest is given up.</param>
public sealed record KataLimits(int Seconds = 10, int Rows = 100_000);
