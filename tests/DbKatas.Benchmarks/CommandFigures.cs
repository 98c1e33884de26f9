using DbKatas.Composition;

namespace DbKatas.Benchmarks;

/// <summary>What a learner waits for: `dotnet test`, `kata grade` and `kata verify`, as whole processes, each beside the least that such a process can take.</summary>
internal sealed class CommandFigures(string root)
{
    private const string Sql = "sql/joins/10-join-fan-out";
    private const string Documents = "mongodb/aggregation/05-lookup";
    private const string Redis = "redis/structures/05-sorted-sets";
    private const string CSharp = "redis/caching/01-cache-aside-with-ttl";

    public async Task MeasureAsync(int rounds)
    {
        var commands = new CommandTimer(root);
        await commands.MeasureAsync(rounds, "dotnet test, nothing to rebuild (answers from solutions/)",
        [
            new("an empty NUnit project", "dotnet", ["test", "--project", "tests/DbKatas.Benchmarks.Floor"]),
            new("one kata", "dotnet", ["test", "--project", "grader/DbKatas.Grading", "--filter", $"Name={Sql}"]),
        ]);
        using var learner = new LearnersCopy(root);
        foreach (var id in new[] { Sql, Documents, Redis, CSharp })
            learner.Answer(id);
        string[] Grade(string id) => ["grade", id, .. learner.Arguments];
        var floor = await ServerUpAsync(commands, rounds, Grade(Sql));
        await WaitedForAsync(commands, rounds, learner, floor);
        await commands.MeasureAsync(rounds, "kata grade, an answer of one's own, a server to start, its data kept (floor as above)",
        [
            new("an SQL kata", "./kata", Grade(Sql)),
            new("a MongoDB kata", "./kata", Grade(Documents)),
            new("a Redis kata", "./kata", Grade(Redis)),
            new("a C# kata", "./kata", Grade(CSharp)),
        ], floor);
        await commands.MeasureAsync(Math.Min(rounds, 3), "kata verify, one kata with its answers and slips",
        [
            new("an SQL kata", "./kata", ["verify", Sql]),
            new("a MongoDB kata", "./kata", ["verify", Documents]),
            new("a Redis kata", "./kata", ["verify", Redis]),
            new("a C# kata", "./kata", ["verify", CSharp]),
        ], floor);
        await commands.MeasureAsync(Math.Min(rounds, 3), "kata grade, three sizes of the library",
        [
            new("sql/joins (10 katas)", "./kata", ["grade", "sql/joins", "--answers", "solutions"]),
            new("sql (all)", "./kata", ["grade", "sql", "--answers", "solutions"]),
            new("all", "./kata", ["grade", "all", "--answers", "solutions"]),
        ]);
    }

    /// <summary>As at a terminal, where the first run, which is not counted, leaves a grader waiting.</summary>
    private static async Task WaitedForAsync(CommandTimer commands, int rounds, LearnersCopy learner, double floor)
    {
        (string, string)[] variables = [("DBKATAS_DAEMON", "on"), ("DBKATAS_KATAS", learner.Library.Katas), ("DBKATAS_SOLUTIONS", learner.Library.Solutions)];
        TimedCommand Grade(string name, string id) => new(name, "./kata", ["grade", id]) { Variables = variables };
        await commands.MeasureAsync(rounds, "kata grade, an answer of one's own, a grader waits (floor as above)",
            [Grade("an SQL kata", Sql), Grade("a MongoDB kata", Documents), Grade("a Redis kata", Redis), Grade("a C# kata", CSharp)], floor);
        await commands.MeasureAsync(1, "and ended", [new("kata stop", "./kata", ["stop"])]);
    }

    /// <summary>The server that this program has started is there for the commands as a server of the learner's own.</summary>
    private static async Task<double> ServerUpAsync(CommandTimer commands, int rounds, string[] grade)
    {
        await using var postgres = StandardGrader.Postgres();
        var server = (await postgres.SessionAsync(default)).ConnectionString("postgres");
        var address = $"postgresql://{server.Username}:{server.Password}@{server.Host}:{server.Port}/{server.Database}";
        return await commands.MeasureAsync(rounds, "kata grade, an answer of one's own, a server is up",
        [
            new("psql -c 'select 1'", "psql", ["-X", "-c", "select 1", address]),
            new("kata list", "./kata", ["list"]),
            new("an SQL kata", "./kata", grade) { Variables = [("DBKATAS_POSTGRES", server.ConnectionString)] },
        ]);
    }
}
