using DbKatas.Engines.Redis;
using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Tests.Engines.Postgres;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Redis;

[Parallelizable(ParallelScope.Self)]
[Platform(Exclude = "Win", Reason = "Redis has no server for Windows.")]
public sealed class LocalRedisTests
{
    private static readonly RedisPrograms Programs = RedisPrograms.OfThisMachine(CacheFolder.OfThisUser());

    private ScratchFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new ScratchFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task A_fresh_server_answers_its_administrator_and_keeps_nothing()
    {
        await using (var first = await StartAsync())
        {
            first.Origin.ShouldBe("private server");
            first.IsOurs.ShouldBeTrue();
            (await AskAsync(first.Address, "SET", "a", "1")).ShouldBe("OK");
            (await AskAsync(first.Address, "BGSAVE")).ShouldNotBeEmpty();
        }

        await using var second = await StartAsync();

        (await AskAsync(second.Address, "EXISTS", "a")).ShouldBe("0");
    }

    [Test]
    public async Task Nobody_gets_in_without_the_password_or_from_another_machine()
    {
        await using var server = await StartAsync();

        (await Should.ThrowAsync<RespException>(() => AskAsync(server.Address with { Password = null }, "PING"))).Message.ShouldStartWith("NOAUTH");
        (await Should.ThrowAsync<RespException>(() => AskAsync(server.Address with { Password = "guessed" }, "PING"))).Message.ShouldStartWith("WRONGPASS");
        (await AskAsync(server.Address, "CONFIG", "GET", "bind")).ShouldBe("127.0.0.1");
    }

    [Test]
    public async Task The_password_stands_in_no_process_list()
    {
        await using var server = await StartAsync();

        RunningProcesses.Naming(_folder.Path).ShouldNotBeEmpty();
        RunningProcesses.Naming(server.Address.Password!).ShouldBeEmpty();
    }

    [Test]
    public async Task Roots_server_runs_as_an_unprivileged_user()
    {
        await using var server = await StartAsync();

        var owner = Libc.OwnerOf(_folder.At("run", "0", "run", "server.log"));

        (owner ?? 1).ShouldNotBe(0u);
    }

    [Test]
    public async Task Two_runs_at_once_have_servers_of_their_own()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        await AskAsync(first.Address, "SET", "a", "1");

        (await AskAsync(second.Address, "EXISTS", "a")).ShouldBe("0");
    }

    [Test]
    public async Task Nothing_runs_after_the_end()
    {
        await using (await StartAsync())
            RunningProcesses.Naming(_folder.Path).ShouldNotBeEmpty();

        await RunningProcesses.NoneNamingAsync(_folder.Path);
    }

    [Test]
    public async Task A_port_that_was_taken_meanwhile_is_replaced_by_another()
    {
        await using var occupant = await StartAsync();
        var ports = new Queue<int>([occupant.Address.Port, FreePort.Any()]);
        var provider = new LocalRedisProvider(Programs, _folder.At("run")) { ChoosePort = ports.Dequeue };

        await using var server = await provider.TryStartAsync(default);

        (await AskAsync(server!.Address, "PING")).ShouldBe("PONG");
    }

    [Test]
    public async Task A_port_that_is_taken_again_and_again_is_told()
    {
        await using var occupant = await StartAsync();
        var provider = new LocalRedisProvider(Programs, _folder.At("run")) { ChoosePort = () => occupant.Address.Port };

        var trouble = await Should.ThrowAsync<TroubleException>(() => provider.TryStartAsync(default));

        trouble.Message.ShouldContain($"in use 5 times in a row, last 127.0.0.1:{occupant.Address.Port}");
    }

    [Test]
    public async Task Without_a_program_this_way_is_not_open() =>
        (await new LocalRedisProvider(new RedisPrograms([]), _folder.At("run")).TryStartAsync(default)).ShouldBeNull();

    [Test]
    public async Task A_program_that_does_not_run_is_told()
    {
        var program = FakeRedis.Script(_folder.At("redis-server"), "echo 'cannot open shared object file' >&2; exit 127");

        var trouble = await Should.ThrowAsync<TroubleException>(() => new LocalRedisProvider(new RedisPrograms([program]), _folder.At("run")).TryStartAsync(default));

        trouble.Message.ShouldStartWith($"{program} is there but does not run");
        trouble.Message.ShouldContain("cannot open shared object file");
    }

    [Test]
    public async Task A_program_that_is_too_old_is_told()
    {
        var program = FakeRedis.Script(_folder.At("redis-server"), "echo 'Redis server v=6.0.16 sha=00000000:0 bits=64'");

        var trouble = await Should.ThrowAsync<TroubleException>(() => new RedisPrograms([program]).FindAsync(default));

        trouble.Message.ShouldBe($"{program} is Redis 6.0.16; the katas need 7 or newer. Or use Docker: docker compose up -d redis");
    }

    [Test]
    public async Task A_server_that_ends_at_once_is_told_with_its_last_words()
    {
        var program = FakeRedis.Script(_folder.At("redis-server"), "[ \"$1\" = --version ] && echo 'Redis server v=7.9.9 x' && exit; echo 'Bad directive'; exit 1");

        var trouble = await Should.ThrowAsync<TroubleException>(() => new LocalRedisProvider(new RedisPrograms([program]), _folder.At("run")).TryStartAsync(default));

        trouble.Message.ShouldContain("ended at its start. Its last words");
        trouble.Message.ShouldEndWith("Bad directive");
        RunningProcesses.Naming(_folder.Path).ShouldBeEmpty();
    }

    [TestCase(2, TestName = "No_Redis_is_left_after_SIGINT")]
    [TestCase(15, TestName = "No_Redis_is_left_after_SIGTERM")]
    [TestCase(9, TestName = "No_Redis_is_left_after_SIGKILL")]
    public async Task No_Redis_is_left_after(int signal)
    {
        using var grader = await OtherGraderAsync();

        grader.Signal(signal);

        await RunningProcesses.NoneNamingAsync(_folder.At("run"));
    }

    [Test]
    public async Task A_server_inside_an_endless_script_is_ended_with_its_grader()
    {
        using var grader = await OtherGraderAsync();
        await using var connection = await RespConnection.OpenAsync(RedisConnectionText.Parse(grader.ConnectionString), default);
        var endless = connection.DemandAsync(default, "EVAL", "redis.call('SET', 'a', '1') while true do end", "0");

        grader.Signal(9);

        await RunningProcesses.NoneNamingAsync(_folder.At("run"));
        await Should.ThrowAsync<Exception>(() => endless);
    }

    [Test]
    public async Task A_server_whose_guard_was_killed_too_is_ended_by_the_next_run()
    {
        using var grader = await OtherGraderAsync();
        RunningProcesses.KillGuardsOf(_folder.At("run"));
        grader.Signal(9);
        var left = RedisConnectionText.Parse(grader.ConnectionString);
        (await AskAsync(left, "PING")).ShouldBe("PONG", "The server should have outlived both.");

        await using var next = await StartAsync();

        await Should.ThrowAsync<Exception>(() => AskAsync(left, "PING"));
        (await AskAsync(next.Address, "PING")).ShouldBe("PONG");
    }

    internal static async Task<string> AskAsync(RedisAddress address, params string[] words)
    {
        await using var connection = await RespConnection.OpenAsync(address, default);
        var reply = await connection.DemandAsync(default, words);
        return reply.Items is { Count: > 0 } items ? items[^1].Text : reply.Text;
    }

    private async Task<RedisServer> StartAsync() => (await new LocalRedisProvider(Programs, _folder.At("run")).TryStartAsync(default))!;

    private async Task<OtherGrader> OtherGraderAsync() =>
        await OtherGrader.StartAsync("redis", (await Programs.FindAsync(default))!.File, _folder.At("run"));
}
