using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Engines.Redis.RedisVerdictWordsTests;

namespace DbKatas.Tests.Engines.Redis;

/// <summary>Answers that would hurt the grader, the server or the answers after them. After each, a right answer is right.</summary>
public class HostileRedisAnswerTests
{
    private static IEnumerable<TestCaseData> Answers()
    {
        TestCaseData Case(string name, string commands, Outcome outcome = Outcome.DidNotRun) => new TestCaseData(name, outcome, commands).SetArgDisplayNames(name);

        yield return Case("endless-script", "EVAL \"while true do end\" 0");
        yield return Case("endless-script-that-has-written", "EVAL \"redis.call('SET', 'a', '2') while true do end\" 0");
        yield return Case("endless-script-that-catches-errors", "EVAL \"while true do pcall(function() while true do end end) end\" 0");
        yield return Case("script-that-eats-memory", "EVAL \"local t = {} for i = 1, 1e9 do t[i] = string.rep('x', 1e6) .. i end\" 0");
        yield return Case("huge-string", "SETRANGE a 536870911 x");
        yield return Case("fills-the-database", string.Join('\n', Enumerable.Range(1, 10).Select(i => $"SETRANGE k{i} 60000000 x")));
        yield return Case("huge-reply", "SETRANGE k 20000000 x\nGET k");
        yield return Case("deep-reply", "EVAL \"local t = 1 for i = 1, 100 do t = {t} end return t\" 0");
        yield return Case("waits-for-ever", "BLPOP nothing 0");
        yield return Case("waits-for-ever-for-entries", "XREAD BLOCK 0 STREAMS nothing $");
        yield return Case("shutdown", "SHUTDOWN NOSAVE");
        yield return Case("config-set", "CONFIG SET maxmemory 0");
        yield return Case("config-inside-a-script", "EVAL \"return redis.call('CONFIG', 'SET', 'dir', '/')\" 0");
        yield return Case("flushall", "FLUSHALL");
        yield return Case("select", "SELECT 1");
        yield return Case("move", "MOVE a 1");
        yield return Case("copy-to-another-database", "COPY a a DB 1");
        yield return Case("swapdb", "SWAPDB 0 1");
        yield return Case("client-kill", "CLIENT KILL TYPE normal");
        yield return Case("client-reply-off", "CLIENT REPLY OFF\nSET a 1");
        yield return Case("client-pause", "CLIENT PAUSE 100000");
        yield return Case("subscribe", "SUBSCRIBE news");
        yield return Case("monitor", "MONITOR");
        yield return Case("auth", "AUTH default x");
        yield return Case("reset", "RESET\nSET a 1");
        yield return Case("quit", "QUIT\nSET a 1");
        yield return Case("hello", "HELLO 3");
        yield return Case("acl", "ACL SETUSER default on nopass +@all");
        yield return Case("debug", "DEBUG SLEEP 100");
        yield return Case("module", "MODULE LOAD /tmp/x.so");
        yield return Case("replicaof", "REPLICAOF 127.0.0.1 6379");
        yield return Case("save", "BGSAVE");
        yield return Case("migrate", "MIGRATE 127.0.0.1 6379 a 0 1000");
        yield return Case("function-load", "FUNCTION LOAD \"#!lua name=x\\nredis.register_function('f', function() end)\"");
        yield return Case("script-flush", "SCRIPT FLUSH");
        yield return Case("slowlog", "SLOWLOG GET");
        yield return Case("watch-and-multi-left-open", "WATCH a\nMULTI\nSET a 1", Outcome.NotYet);
        yield return Case("loads-a-script", "SCRIPT LOAD \"return 1\"", Outcome.NotYet);
        yield return Case("publishes", "PUBLISH news hello", Outcome.NotYet);
        yield return Case("many-keys", "EVAL \"for i = 1, 300 do redis.call('SET', i, i) end\" 0", Outcome.NotYet);
        yield return Case("many-members", "EVAL \"for i = 1, 300 do redis.call('SADD', 'a', i) end\" 0", Outcome.NotYet);
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Says_what_happened_and_hurts_nobody(string name, Outcome outcome, string commands)
    {
        using var library = new TinyLibrary().WithRedisKata("SADD before x", "SADD a 1", "\"limits\": { \"seconds\": 1, \"rows\": 200 }");

        await ShouldSayAsync(library, $"hostile-{name}", outcome, commands);

        var kata = library.Catalog.Katas[0];
        var right = library.Write("right.redis", "SADD a 1");
        var next = await TestServers.Grader(library.Library.Solutions).GradeAsync(kata, right);
        next.Outcome.ShouldBe(Outcome.Right, next.Sentence ?? next.Failure?.Sentence);
    }

    [Test]
    [Platform(Include = "Linux", Reason = "Elsewhere the system does not limit a process's memory.")]
    public async Task A_script_that_fills_the_memory_ends_its_own_server_and_no_other()
    {
        using var library = new TinyLibrary().WithRedisKata("", "SADD a 1", "\"limits\": { \"seconds\": 60 }");

        await ShouldSayAsync(library, "hostile-script-that-fills-the-memory", Outcome.DidNotRun, "EVAL \"for i = 1, 1e6 do redis.call('SETRANGE', 'k' .. i, 50000000, 'x') end\" 0");
        await ShouldSayAsync(library, "right", Outcome.Right, "SADD a 1");
    }
}
