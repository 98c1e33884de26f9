using DbKatas.Engines.Redis;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Redis;

/// <summary>Whole cases: a tiny kata, an answer in Redis commands, the outcome and every word that the learner reads.</summary>
public class RedisVerdictWordsTests
{
    private const string Seed = """
        # What is there.
        SET page:title "The shop"
        SET visits 41
        HSET user:7 name Ann city Berlin logins 3
        RPUSH queue first second third
        SADD tags red green
        ZADD board 10 ann 20 ben 30.5 cy
        SETEX session:1 600 open
        """;

    private const string Reference = """
        INCR visits
        HSET user:7 city Paris
        RPUSH queue fourth
        SADD tags blue
        ZINCRBY board 5 ann
        EXPIRE session:1 1800
        SETEX cart:7 3600 "2 books"
        """;

    [Test]
    public void A_client_that_waited_in_vain_says_so_without_its_figures()
    {
        RedisFailureWords.OfClient(new TimeoutException("Timeout awaiting response (outbound=0KiB, 10996ms elapsed, inst: 0, qu: 0)")).ShouldBe("it did not answer in time");
        RedisFailureWords.OfClient(new InvalidOperationException("No connection is available.\nMore for its makers.")).ShouldBe("No connection is available");
    }

    private static IEnumerable<TestCaseData> Answers()
    {
        TestCaseData Case(string name, Outcome outcome, string commands) => new TestCaseData(name, outcome, commands).SetArgDisplayNames(name);

        yield return Case("right", Outcome.Right, Reference);
        yield return Case("right-with-crlf-and-in-a-transaction", Outcome.Right, "\uFEFFMULTI\r\n" + Reference.ReplaceLineEndings("\r\n") + "\r\nEXEC\r\n");
        yield return Case("right-in-lower-case-with-other-commands", Outcome.Right, """
            incrby visits 1
              hset "user:7" 'city' Paris
            linsert queue AFTER third fourth
            sadd tags blue red
            zadd board 15 ann
            pexpire session:1 1800000
            set cart:7 "2 books" EX 3600
            """);
        yield return Case("right-by-a-script", Outcome.Right, Reference.Replace("INCR visits", "EVAL \"return redis.call('INCR', KEYS[1])\" 1 visits"));
        yield return Case("untouched-stub", Outcome.NotStarted, "# TODO: answer\n\n  # more\n");
        yield return Case("empty-file", Outcome.NotStarted, "");
        yield return Case("nothing-changed", Outcome.NotYet, "GET visits");
        yield return Case("everything-wrong", Outcome.NotYet, """
            SET visits 43
            HSET user:7 city Rome town Paris
            HDEL user:7 logins
            LPUSH queue fourth
            SREM tags red
            ZADD board 5 ann 21 ben
            PERSIST session:1
            SET cart:7 "2 books"
            SET crat:7 "2 books"
            """);
        yield return Case("other-type", Outcome.NotYet, Reference.Replace("SETEX cart:7 3600 \"2 books\"", "RPUSH cart:7 \"2 books\"\nEXPIRE cart:7 3600"));
        yield return Case("expires-too-late", Outcome.NotYet, Reference.Replace("1800", "1800000"));
        yield return Case("expires-and-should-not", Outcome.NotYet, Reference + "\nEXPIRE visits 60");
        yield return Case("misspelt-key", Outcome.NotYet, Reference.Replace("cart:7", "crat:7"));
        yield return Case("list-in-another-order", Outcome.NotYet, Reference.Replace("RPUSH queue fourth", "LPUSH queue fourth"));
        yield return Case("trailing-space", Outcome.NotYet, Reference.Replace("2 books", "2 books "));
        yield return Case("quotes-forgotten", Outcome.DidNotRun, Reference.Replace("\"2 books\"", "2 books"));
        yield return Case("transaction-left-open", Outcome.NotYet, "MULTI\n" + Reference);
        yield return Case("unknown-command", Outcome.DidNotRun, "INCR visits\nHSTE user:7 city Paris");
        yield return Case("redis-cli-prompt-copied", Outcome.DidNotRun, "127.0.0.1:6379> INCR visits");
        yield return Case("wrong-type", Outcome.DidNotRun, "INCR visits\n  HSET queue city Paris");
        yield return Case("not-a-number", Outcome.DidNotRun, "INCR page:title");
        yield return Case("syntax-error", Outcome.DidNotRun, "SET cart:7 \"2 books\" EXPIRE 3600");
        yield return Case("quote-not-closed", Outcome.DidNotRun, "INCR visits\nSET cart:7 \"2 books");
        yield return Case("text-after-a-quote", Outcome.DidNotRun, "SET cart:7 \"2 \"books\"\"");
        yield return Case("error-inside-a-transaction", Outcome.DidNotRun, "MULTI\nINCR page:title\nEXEC");
        yield return Case("control-characters", Outcome.NotYet, Reference.Replace("\"2 books\"", "\"\\x1b[31m2 books\""));
        yield return Case("bytes-that-are-no-text", Outcome.NotYet, Reference.Replace("\"2 books\"", "\"\\xff\\x00\""));
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Says_what_became_of_the_keys(string name, Outcome outcome, string commands)
    {
        using var library = new TinyLibrary().WithRedisKata(Seed, Reference);

        await ShouldSayAsync(library, name, outcome, commands);
    }

    private static IEnumerable<TestCaseData> SpecialAnswers()
    {
        TestCaseData Case(string name, Outcome outcome, string commands) => new TestCaseData(name, outcome, commands).SetArgDisplayNames(name);

        yield return Case("special-right", Outcome.Right, """
            SETBIT active 9 0
            SETBIT active 1 1
            SETBIT active 3 1
            PFADD visitors cy
            PFADD visitors ann ben
            GEOADD shops 2.352222 48.856614 Paris
            XADD log * user ann
            XGROUP CREATE log readers 0
            """);
        yield return Case("special-wrong", Outcome.NotYet, """
            SETBIT active 2 1
            SETBIT active 3 1
            PFADD visitors ann
            GEOADD shops 48.856614 2.352222 Paris
            XADD log 5-1 user ben
            """);
    }

    [TestCaseSource(nameof(SpecialAnswers))]
    public async Task Reads_bitmaps_estimates_places_and_streams(string name, Outcome outcome, string commands)
    {
        using var library = new TinyLibrary().WithRedisKata("", """
            SETBIT active 1 1
            SETBIT active 3 1
            PFADD visitors ann ben cy
            GEOADD shops 2.352222 48.856614 Paris
            XADD log * user ann
            XGROUP CREATE log readers $
            """, """ "keys": { "readAs": { "act*": "bitmap", "shops": "places" } } """);

        await ShouldSayAsync(library, name, outcome, commands);
    }

    [Test]
    public async Task Says_that_many_keys_differ()
    {
        using var library = new TinyLibrary().WithRedisKata("", "SET a 1");

        await ShouldSayAsync(library, "many-keys", Outcome.NotYet, string.Join('\n', Enumerable.Range(10, 20).Select(i => $"SET key:{i} x")));
    }

    [Test]
    public async Task Says_that_a_seed_does_not_load()
    {
        using var library = new TinyLibrary().WithRedisKata("SET a 1\n\nINCR a b", "SET a 1");

        await ShouldSayAsync(library, "seed-does-not-load", Outcome.Trouble, "SET a 1");
    }

    [Test]
    public async Task Says_that_a_reference_does_not_run()
    {
        using var library = new TinyLibrary().WithRedisKata("SET a 1", "INCR a\nHGET a");

        await ShouldSayAsync(library, "reference-does-not-run", Outcome.Trouble, "SET a 1");
    }

    [Test]
    public async Task Says_that_a_seed_can_not_be_read()
    {
        using var library = new TinyLibrary().WithRedisKata("SET a \"1", "SET a 1");

        await ShouldSayAsync(library, "seed-can-not-be-read", Outcome.Trouble, "SET a 1");
    }

    [Test]
    public async Task Says_that_a_newer_server_is_needed()
    {
        using var library = new TinyLibrary().WithRedisKata("", "SET a 1", "\"needs\": { \"redis\": 99 }");

        await ShouldSayAsync(library, "newer-server-needed", Outcome.NeedsServer, "SET a 1");
    }

    [Test]
    public async Task Says_that_there_is_no_server()
    {
        using var library = new TinyLibrary().WithRedisKata("", "SET a 1");
        await using var engine = new RedisEngine(new RedisProviders([]).StartAsync);

        await ShouldSayAsync(library, "no-server", Outcome.Trouble, "SET a 1", new Grader.Grading.Grader([new RedisKataGrader(engine, new SolutionFolders(library.Library.Solutions))]));
    }

    internal static async Task ShouldSayAsync(TinyLibrary library, string name, Outcome outcome, string commands, Grader.Grading.Grader? grader = null)
    {
        var kata = library.Catalog.Katas[0];
        var path = library.Write($"katas/{RedisTinyLibrary.Id}/answer.redis", commands);

        var verdict = await (grader ?? TestServers.Grader(library.Library.Solutions)).GradeAsync(kata, path);

        verdict.Outcome.ShouldBe(outcome, VerdictText.Write(verdict, Ink.Plain));
        // Before lines are broken, so that the words do not depend on where the test ran, or on which server.
        var sentence = verdict.Sentence?.Replace(library.Root, "HERE");
        sentence = verdict.GradedBy is { } server ? sentence?.Replace(server, "SERVER") : sentence;
        var words = VerdictText.Write(verdict with { Sentence = sentence }, Ink.Plain).Replace(library.Root, "HERE");
        words.ShouldBeApprovedAs($"Engines/Redis/approved/{name}");
    }
}
