namespace DbKatas.Grader.Katas;

/// <summary>The files that katas of one kind on one engine consist of, besides kata.json and prompt.md.</summary>
/// <param name="Engine">The engine's name in kata.json; the first of several. Empty for katas that need none.</param>
/// <param name="Kinds">The kinds that look like this.</param>
/// <param name="Answers">The names that the answer's file may have. A kata folder holds exactly one of them, the stub.</param>
/// <param name="Required">Files that must be there.</param>
/// <param name="Optional">Files that may be there.</param>
public sealed record KataFormat(string Engine, IReadOnlyList<KataKind> Kinds, IReadOnlyList<string> Answers, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    public const string SqlAnswer = "answer.sql";
    public const string SqlSchema = "schema.sql";
    public const string CodeAnswer = "Answer.cs";
    public const string CodeChecks = "Checks.cs";
    public const string RedisSeed = "seed.redis";
    public const string Domain = "domain.json";

    /// <summary>Rows by the thousand, made by generate_series; loaded after the schema.</summary>
    public const string SqlData = "data.sql";

    /// <summary>Kind probe: the statements that a schema is tried with. A file of this name among the solutions holds more of them, which nobody sees beforehand.</summary>
    public const string Probes = "probes.sql";

    /// <summary>Kind plan: the queries that an answer makes cheap. Without it the answer is the query.</summary>
    public const string Query = "query.sql";

    /// <summary>Kind schedule: the sessions' steps, in the order in which they are run.</summary>
    public const string Schedule = "schedule.sql";

    /// <summary>Kind quiz: the questions and their choices.</summary>
    public const string Quiz = "quiz.json";

    /// <summary>Kind quiz, among the solutions: why each wrong choice is wrong.</summary>
    public const string Reasons = "reasons.json";

    public const string MongoPipeline = "pipeline.jsonc";
    public const string MongoFind = "find.jsonc";
    public const string MongoUpdate = "update.jsonc";
    public const string MongoScript = "script.jsonc";
    public const string MongoSeed = "seed.jsonc";

    private const string AnyEngine = "";

    /// <summary>Every format there is.</summary>
    public static IReadOnlyList<KataFormat> All { get; } =
    [
        new("postgres", [KataKind.Result, KataKind.State], [SqlAnswer], [SqlSchema], [Domain]),
        new("postgres", [KataKind.Probe], [SqlAnswer], [Probes], [SqlSchema]) { MoreInSolutions = [Probes] },
        new("postgres", [KataKind.Plan], [SqlAnswer], [SqlSchema, SqlData], [Query]),
        new("postgres", [KataKind.Schedule], [SqlAnswer], [SqlSchema, Schedule], []),
        new(AnyEngine, [KataKind.Quiz], ["answer.json"], [Quiz], []) { NeededInSolutions = [Reasons] },
        new("redis", [KataKind.State], ["answer.redis"], [RedisSeed], []) { Data = RedisSeed },
        // Of several engines the first stands here.
        new("postgres", [KataKind.Code], [CodeAnswer], [CodeChecks], [SqlSchema]),
        new("redis", [KataKind.Code], [CodeAnswer], [CodeChecks], []),
        new("mongodb", [KataKind.Result], [MongoPipeline, MongoFind], [MongoSeed], [Domain]) { Data = MongoSeed },
        new("mongodb", [KataKind.State], [MongoUpdate, MongoScript, MongoPipeline], [MongoSeed], [Domain]) { Data = MongoSeed },
    ];

    /// <summary>The file with the data that everybody sees.</summary>
    public string Data { get; init; } = SqlSchema;

    /// <summary>Files that the solution must have besides the answer and why.md.</summary>
    public IReadOnlyList<string> NeededInSolutions { get; init; } = [];

    /// <summary>Files that the solution may have.</summary>
    public IReadOnlyList<string> MoreInSolutions { get; init; } = [];

    /// <summary>The names that an engine may have in kata.json.</summary>
    public static IReadOnlyList<string> Engines { get; } = [.. All.Select(format => format.Engine).Where(engine => engine != AnyEngine).Distinct()];

    /// <returns>Null when no kata of that kind can be made on that engine.</returns>
    public static KataFormat? Of(string? engine, KataKind kind) =>
        All.FirstOrDefault(format => (format.Engine == engine || format.Engine == AnyEngine) && format.Kinds.Contains(kind));
}
