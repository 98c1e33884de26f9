using DbKatas.CSharp;
using DbKatas.Engines.Containers;
using DbKatas.Engines.MongoDb;
using DbKatas.Engines.Redis;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Grading.Quizzes;
using DbKatas.Grader.Katas;

namespace DbKatas.Composition;

/// <summary>Puts together what the programs share: every engine and every kind of kata.</summary>
public static class StandardGrader
{
    /// <summary>A grader for every kata of the library. Servers start when the first answer needs one, and stop when it is disposed.</summary>
    /// <param name="library">The katas and their solutions.</param>
    /// <param name="sandbox">Where C# answers of other people run; null for answers of one's own.</param>
    public static Grader.Grading.Grader For(KataLibrary library, Sandbox? sandbox = null) => For(SolutionFolders.Of(library), Postgres(), Redis(), MongoDb(), sandbox: sandbox);

    /// <summary>For a learner at work, who saves the same answer again and again.</summary>
    /// <param name="library">The katas and their solutions.</param>
    /// <param name="postgres">Used by others too; disposed with the grader.</param>
    public static Grader.Grading.Grader ForSession(KataLibrary library, PostgresEngine postgres) =>
        For(SolutionFolders.Of(library), postgres, Redis(), MongoDb(), startsAhead: true);

    /// <summary>The same on servers that are there; they are disposed with the grader.</summary>
    /// <param name="solutions">The folder of reference answers.</param>
    /// <param name="postgres">The server.</param>
    /// <param name="redis">The server.</param>
    /// <param name="mongo">The server, or what stands in for it.</param>
    /// <param name="explains">False where only outcomes count.</param>
    public static Grader.Grading.Grader For(string solutions, PostgresEngine postgres, RedisEngine redis, MongoEngine mongo, bool explains = true) =>
        For(new SolutionFolders(solutions), postgres, redis, mongo, explains);

    /// <summary>The same with what answers are held against from elsewhere.</summary>
    /// <param name="solutions">What answers are held against.</param>
    /// <param name="postgres">The server.</param>
    /// <param name="redis">The server.</param>
    /// <param name="mongo">The server, or what stands in for it.</param>
    /// <param name="explains">False where only outcomes count.</param>
    /// <param name="sandbox">Where C# answers of other people run; null for answers of one's own.</param>
    /// <param name="startsAhead">True to keep a worker waiting for the next C# answer to the same kata.</param>
    public static Grader.Grading.Grader For(
        ISolutions solutions, PostgresEngine postgres, RedisEngine redis, MongoEngine mongo, bool explains = true, Sandbox? sandbox = null,
        bool startsAhead = false) => new(
    [
        new SqlKataGrader(postgres, solutions, explains),
        new MongoKataGrader(mongo, solutions, explains),
        new RedisKataGrader(redis, solutions),
        new QuizGrader(solutions),
        Code(postgres, redis, solutions, sandbox, startsAhead, explains),
    ]);

    /// <summary>Judges C# answers on these engines.</summary>
    /// <param name="postgres">For checks that ask for it.</param>
    /// <param name="redis">For checks that ask for it.</param>
    /// <param name="solutions">The reference answers.</param>
    /// <param name="sandbox">Where answers of other people run; null for answers of one's own, or after <see cref="Sandbox.Warning"/>.</param>
    /// <param name="startsAhead">True to keep a worker waiting for the next answer to the same kata.</param>
    /// <param name="explains">False where only outcomes count.</param>
    public static CodeKataGrader Code(
        PostgresEngine postgres, RedisEngine redis, ISolutions solutions, Sandbox? sandbox = null, bool startsAhead = false, bool explains = true) =>
        new([new PostgresCheckEngine(postgres), new RedisCheckEngine(redis)], solutions) { Sandbox = sandbox, StartsAhead = startsAhead, Explains = explains };

    /// <summary>PostgreSQL, by the first way that is open on this machine.</summary>
    /// <param name="preparesAhead">For a session as in <see cref="ForSession"/>: databases wait for the next answer to the same kata.</param>
    public static PostgresEngine Postgres(bool preparesAhead = false) => new(PostgresWays().StartAsync, preparesAhead);

    /// <summary>Redis, by the first way that is open on this machine.</summary>
    public static RedisEngine Redis() => new(RedisWays().StartAsync);

    /// <summary>MongoDB, or what stands in for it, by the first way that is open on this machine.</summary>
    public static MongoEngine MongoDb() => new(MongoWays().StartAsync);

    /// <summary>The ways to PostgreSQL, in the order in which <see cref="Postgres"/> asks them.</summary>
    public static PostgresProviders PostgresWays() => PostgresProviders.Usual(ContainerWays.ToPostgres());

    /// <summary>The ways to Redis, in the order in which <see cref="Redis"/> asks them.</summary>
    public static RedisProviders RedisWays() => RedisProviders.Usual(ContainerWays.ToRedis());

    /// <summary>The ways to MongoDB, in the order in which <see cref="MongoDb"/> asks them.</summary>
    public static MongoProviders MongoWays() => MongoProviders.Usual([MongoServers.ByConnectionString(), .. ContainerWays.ToMongoDb()]);
}
