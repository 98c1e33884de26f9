using DbKatas.Engines.Redis;
using DbKatas.Engines.Redis.Scripts;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Engines.MongoDb.StandIn;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Hostile.Fuzzing;

/// <summary>The readers of everything that learners and authors write, SQL of its own grammar excepted, which PostgreSQL reads.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("kata.json", "kata.json", text => new KataJsonReader().Read("sql/test/01-kata", "/nowhere", text)),
        new("answer.redis", "*.redis", ReadRedis),
        new("*.jsonc", "*.jsonc", ReadMongo),
        new("SQL splitter", "*.sql", Split),
    ];

    private static void ReadRedis(string text)
    {
        try
        {
            RedisScript.Parse(text);
        }
        catch (RedisScriptException fault)
        {
            RedisFailureWords.Explain(fault, text);
        }
    }

    private static void ReadMongo(string text)
    {
        foreach (var name in (string[])[KataFormat.MongoPipeline, KataFormat.MongoFind, KataFormat.MongoUpdate, KataFormat.MongoScript])
        {
            try
            {
                if (JsonReader.Read(text) is not { } root)
                    return;
                foreach (var command in AnswerShape.Of(name).Read(root))
                    MingoScope.Check(command);
            }
            catch (JsonFaultException fault)
            {
                MongoFailureWords.Explain(fault, new MongoAnswer("/nowhere", text, [], fault));
            }
            catch (MingoRefusal)
            {
                // "Needs a MongoDB server": said in words elsewhere.
            }
        }
    }

    /// <exception cref="InvalidDataException">A statement is not what stands at its place, or they overlap.</exception>
    private static void Split(string text)
    {
        var end = 0;
        var statements = SqlScript.Split(text);
        foreach (var statement in statements)
        {
            if (statement.Start < end || string.CompareOrdinal(text, statement.Start, statement.Text, 0, statement.Text.Length) != 0)
                throw new InvalidDataException($"a statement that does not stand at {statement.Start}");
            end = statement.Start + statement.Text.Length;
            statement.IsOrdered();
            SqlFailureWords.Explain(new SqlFailure("42601", "syntax error", null, null, statement.Start, statement), text, 1);
        }
        TransactionControl.Fit(statements);
        SqlMutator.Mutate(text);
    }
}
