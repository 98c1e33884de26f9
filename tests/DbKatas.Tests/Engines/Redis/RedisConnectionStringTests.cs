using DbKatas.Engines.Redis;
using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Grading;
using DbKatas.Tests.Engines.Postgres;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;
using static DbKatas.Tests.Engines.Redis.LocalRedisTests;

namespace DbKatas.Tests.Engines.Redis;

[Platform(Exclude = "Win", Reason = "Redis has no server for Windows.")]
public sealed class RedisConnectionStringTests
{
    private ScratchFolder _folder = null!;
    private RedisServer _server = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _folder = new ScratchFolder();
        _server = (await new LocalRedisProvider(RedisPrograms.OfThisMachine(CacheFolder.OfThisUser()), _folder.At("run")).TryStartAsync(default))!;
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private string Text => $"{_server.Address.Place},password={_server.Address.Password}";

    [TestCase("localhost", "localhost", 6379, null, null, false)]
    [TestCase("localhost:7000", "localhost", 7000, null, null, false)]
    [TestCase("redis.example.org:6380,password=p,ssl=true", "redis.example.org", 6380, null, "p", true)]
    [TestCase("10.0.0.5:6379, user=ann, password=p", "10.0.0.5", 6379, "ann", "p", false)]
    [TestCase("kata_redis-1:6379", "kata_redis-1", 6379, null, null, false)]
    [TestCase("redis://localhost", "localhost", 6379, null, null, false)]
    [TestCase("redis://:p%40ss@redis.example.org:7001/3", "redis.example.org", 7001, null, "p@ss", false)]
    [TestCase("redis://default:p@localhost", "localhost", 6379, null, "p", false)]
    [TestCase("rediss://ann:p@localhost:6380", "localhost", 6380, "ann", "p", true)]
    [TestCase("redis://[::1]:6379", "::1", 6379, null, null, false)]
    public void Both_forms_are_read(string text, string host, int port, string? user, string? password, bool isTls) =>
        RedisConnectionText.Parse(text).ShouldBe(new RedisAddress(host, port, user, password, isTls));

    [TestCase("redis://user:p@ss:word@host:x")]
    [TestCase("redis//:secret-word@localhost:port")]
    [TestCase("redis//:secret-word@localhost:6379")]
    [TestCase("ann:secret-word@localhost")]
    [TestCase("secret-word@localhost:6379")]
    [TestCase("localhost secret-word")]
    [TestCase("localhost:6379,nonsense=secret-word")]
    [TestCase(",password=secret-word")]
    public void What_can_not_be_read_is_told_without_quoting_it(string text)
    {
        var trouble = Should.Throw<TroubleException>(() => RedisConnectionText.Parse(text));

        trouble.Message.ShouldStartWith("DBKATAS_REDIS holds no connection string that can be read. It should look like localhost:6379");
        trouble.Message.ShouldNotContain("secret-word");
    }

    [Test]
    public async Task Without_a_string_this_way_is_not_open() => (await AskForAsync(null)).ShouldBeNull();

    [Test]
    public async Task A_server_that_answers_is_taken_and_left_running()
    {
        await using (var server = await AskForAsync(Text))
        {
            server!.IsOurs.ShouldBeFalse();
            server.Origin.ShouldBe("DBKATAS_REDIS");
        }

        (await AskAsync(_server.Address, "PING")).ShouldBe("PONG");
    }

    [Test]
    public async Task A_wrong_or_missing_password_is_told()
    {
        (await TroubleAsync($"{_server.Address.Place},password=wrong")).ShouldBe(
            $"Redis on {_server.Address.Place} (from DBKATAS_REDIS) refused the connection: the password for user default is wrong. Correct it in DBKATAS_REDIS. "
            + "Or unset DBKATAS_REDIS to grade on a private server.");
        (await TroubleAsync(_server.Address.Place)).ShouldContain("it wants a password. Add password=… to DBKATAS_REDIS, after a comma.");
    }

    [Test]
    public async Task A_server_that_does_not_answer_is_told()
    {
        var port = FreePort.Any();

        (await TroubleAsync($"localhost:{port}")).ShouldBe(
            $"Redis did not answer on localhost:{port} (from DBKATAS_REDIS) within 0.3 s (nothing listens there). Is it running, and are host and port right? "
            + "Or unset DBKATAS_REDIS to grade on a private server.");
    }

    [Test]
    public async Task On_somebody_elses_server_only_an_empty_database_is_used_and_all_others_are_left_alone()
    {
        await AskAsync(_server.Address, "SET", "precious", "0");
        await InDatabaseAsync(1, "SET", "precious", "1");
        using var library = new TinyLibrary().WithRedisKata("SET a 1", "SET b 2");
        await using var grader = new Grader.Grading.Grader([new RedisKataGrader(new RedisEngine(new RedisProviders([Provider(Text)]).StartAsync), new SolutionFolders(library.Library.Solutions))]);
        var kata = library.Catalog.Katas[0];

        var right = await grader.GradeAsync(kata, library.Write("right.redis", "SET b 2"));
        var hostile = await grader.GradeAsync(kata, library.Write("wrong.redis", "FLUSHDB\nSET b 2"));

        right.Outcome.ShouldBe(Outcome.Right, right.Sentence ?? right.Failure?.Sentence);
        right.GradedBy!.ShouldEndWith("(DBKATAS_REDIS)");
        hostile.Outcome.ShouldBe(Outcome.NotYet);
        (await AskAsync(_server.Address, "GET", "precious")).ShouldBe("0");
        (await InDatabaseAsync(1, "GET", "precious")).ShouldBe("1");
        (await InDatabaseAsync(2, "DBSIZE")).ShouldBe("0");
        (await AskAsync(_server.Address, "ACL", "USERS")).ShouldBe("default");
        (await AskAsync(_server.Address, "DBSIZE")).ShouldBe("1", "no lease is left");
    }

    [Test]
    public async Task On_somebody_elses_server_a_client_behind_a_door_stays_in_the_database_of_the_answer()
    {
        await AskAsync(_server.Address, "SET", "precious", "0");
        await using var engine = new RedisEngine(new RedisProviders([Provider(Text)]).StartAsync);
        await using (var scratch = await engine.ScratchAsync(default))
        {
            scratch.Database.ShouldNotBe(0);
            using var client = await ConnectionMultiplexer.ConnectAsync(scratch.OpenDoor().ConnectionString);
            var transaction = client.GetDatabase().CreateTransaction();
            var count = transaction.StringIncrementAsync("calls");
            _ = transaction.ExecuteAsync("EXPIRE", (RedisKey)"calls", "60", "NX");

            (await transaction.ExecuteAsync()).ShouldBeTrue();
            (await count).ShouldBe(1);
            (await scratch.KeysAsync(10)).Select(key => (string)key!).ShouldBe(["calls"]);
            ((string?)await client.GetDatabase(0).StringGetAsync("precious")).ShouldBeNull("Redis refuses the choice, and the client stays where it is.");
        }

        (await AskAsync(_server.Address, "KEYS", "*")).ShouldBe("precious");
    }

    [Test]
    public async Task What_a_dead_run_has_left_is_taken_over()
    {
        await AskAsync(_server.Address, "SET", "dbkatas:database:3", "dbkatas_r42");
        await AskAsync(_server.Address, "ACL", "SETUSER", "dbkatas_r42_1", "on");
        await InDatabaseAsync(3, "SET", "left", "behind");
        foreach (var database in Enumerable.Range(1, 15).Where(number => number != 3))
            await InDatabaseAsync(database, "SET", "somebody", "elses");
        await using var engine = new RedisEngine(new RedisProviders([Provider(Text)]).StartAsync);

        await using (var scratch = await engine.ScratchAsync(default))
        {
            scratch.Database.ShouldBe(3);
            (await scratch.KeysAsync(10)).ShouldBeEmpty();
            (await AskAsync(_server.Address, "ACL", "USERS")).ShouldNotBe("dbkatas_r42_1");
            var full = await Should.ThrowAsync<TroubleException>(SecondRunAsync);
            full.Message.ShouldStartWith($"No database of the Redis on {_server.Address.Place} is free for grading: it has 16, number 0 is left alone");
        }

        await AskAsync(_server.Address, "FLUSHALL");
    }

    [Test]
    public async Task An_endless_script_is_stopped_on_somebody_elses_server_too()
    {
        using var library = new TinyLibrary().WithRedisKata("", "SET b 2", "\"limits\": { \"seconds\": 1 }");
        await using var grader = new Grader.Grading.Grader([new RedisKataGrader(new RedisEngine(new RedisProviders([Provider(Text)]).StartAsync), new SolutionFolders(library.Library.Solutions))]);
        var kata = library.Catalog.Katas[0];

        var endless = await grader.GradeAsync(kata, library.Write("endless.redis", "EVAL \"while true do end\" 0"));
        var right = await grader.GradeAsync(kata, library.Write("right.redis", "SET b 2"));

        endless.Outcome.ShouldBe(Outcome.DidNotRun);
        right.Outcome.ShouldBe(Outcome.Right, right.Sentence ?? right.Failure?.Sentence);
    }

    private async Task SecondRunAsync()
    {
        await using var engine = new RedisEngine(new RedisProviders([Provider(Text)]).StartAsync);
        await using var scratch = await engine.ScratchAsync(default);
    }

    private async Task<string> InDatabaseAsync(int database, params string[] words)
    {
        await using var connection = await RespConnection.OpenAsync(_server.Address, default);
        await connection.DemandAsync(default, "SELECT", $"{database}");
        return (await connection.DemandAsync(default, words)).Text;
    }

    private static RedisConnectionStringProvider Provider(string? text) => new(text, TimeSpan.FromSeconds(10));

    private static Task<RedisServer?> AskForAsync(string? text) => Provider(text).TryStartAsync(default);

    private static async Task<string> TroubleAsync(string text) =>
        (await Should.ThrowAsync<TroubleException>(() => new RedisConnectionStringProvider(text, TimeSpan.FromSeconds(0.3)).TryStartAsync(default))).Message;
}
