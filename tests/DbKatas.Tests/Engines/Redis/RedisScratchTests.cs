using System.Diagnostics;
using System.Net;
using DbKatas.Engines.Redis;
using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines;
using NUnit.Framework;
using Shouldly;
using StackExchange.Redis;

namespace DbKatas.Tests.Engines.Redis;

public sealed class RedisScratchTests
{
    [Test]
    public async Task A_scratch_begins_empty_whatever_the_one_before_left()
    {
        string script;
        await using (var first = await TestServers.Redis.ScratchAsync(default))
        {
            await using var connection = await first.ConnectAsync(default);
            await connection.DemandAsync(default, "SET", "left", "behind");
            script = (await connection.DemandAsync(default, "SCRIPT", "LOAD", "return 7")).Text;
            (await connection.DemandAsync(default, "EVALSHA", script, "0")).Text.ShouldBe("7");
        }

        await using var second = await TestServers.Redis.ScratchAsync(default);

        (await second.KeysAsync(10)).ShouldBeEmpty();
        var users = (RedisResult[])(await second.Administrator.ExecuteAsync("ACL", "USERS"))!;
        users.Length.ShouldBe(2, "the default user and this scratch's");
        var scripts = (RedisResult[])(await second.Administrator.ExecuteAsync("SCRIPT", "EXISTS", script))!;
        ((int)scripts[0]).ShouldBe(0);
    }

    [Test]
    public async Task Answers_beside_each_other_have_a_server_each()
    {
        await using var engine = new RedisEngine(new RedisProviders([LocalRedisProvider.OfThisUser()]).StartAsync);
        var first = await engine.ScratchBesideAsync(default);
        var second = await engine.ScratchBesideAsync(default);
        var third = engine.ScratchBesideAsync(default);

        second.Session.Address.Port.ShouldNotBe(first.Session.Address.Port);
        third.IsCompleted.ShouldBeFalse("there are two servers, and each has one answer at a time");
        await second.Administrator.ExecuteAsync("SET", "left", "behind");
        await first.DisposeAsync();
        await second.DisposeAsync();
        await using var waited = await third;
        waited.Session.Address.Port.ShouldBeOneOf(first.Session.Address.Port, second.Session.Address.Port);
        (await waited.KeysAsync(10)).ShouldBeEmpty();
    }

    [Test]
    public async Task Where_there_is_room_for_one_server_answers_take_turns_on_it()
    {
        var started = 0;
        var providers = new RedisProviders([LocalRedisProvider.OfThisUser()]);
        await using var engine = new RedisEngine(cancellation => started++ == 0 ? providers.StartAsync(cancellation) : throw new TroubleException("There is room for one."));
        var first = await engine.ScratchBesideAsync(default);
        var second = engine.ScratchBesideAsync(default);

        second.IsCompleted.ShouldBeFalse();
        await first.DisposeAsync();
        await using var waited = await second;
        waited.Session.ShouldBe(first.Session);
    }

    [Test]
    public async Task A_connection_that_outlives_its_scratch_is_closed()
    {
        RespConnection left;
        await using (var scratch = await TestServers.Redis.ScratchAsync(default))
            left = await scratch.ConnectAsync(default);

        await Should.ThrowAsync<IOException>(async () => await left.DemandAsync(default, "PING"));
        await left.DisposeAsync();
    }

    [Test]
    public async Task Clients_go_straight_to_a_server_of_this_machine_where_they_can_log_in_as_its_user()
    {
        await using var scratch = await TestServers.Redis.ScratchAsync(default);

        var (text, place) = scratch.OpenForClients();

        (place.Host, place.Port == scratch.Session.Address.Port).ShouldBe((RedisDoor.Host, RedisAddress.ClientsHaveUsers));
        ConfigurationOptions.Parse(text).EndPoints.ShouldBe([new IPEndPoint(IPAddress.Loopback, place.Port)]);
    }

    [Test]
    public async Task A_client_that_outlives_its_scratch_comes_in_no_more()
    {
        var scratch = await TestServers.Redis.ScratchAsync(default);
        var options = ConfigurationOptions.Parse(scratch.OpenForClients().ConnectionString);
        (options.SyncTimeout, options.ConnectTimeout, options.ConnectRetry) = (2_000, 2_000, 1);
        using var client = await ConnectionMultiplexer.ConnectAsync(options);
        await client.GetDatabase().StringSetAsync("left", "behind");

        await scratch.DisposeAsync();

        await Should.ThrowAsync<RedisException>(() => client.GetDatabase().StringGetAsync("left"));
        await Should.ThrowAsync<RedisException>(() => ConnectionMultiplexer.ConnectAsync(options));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_client_may_do_all_within_its_scratch_and_nothing_to_the_server(bool byDoor)
    {
        await using var scratch = await TestServers.Redis.ScratchAsync(default);
        // Newer clients refuse some commands themselves, unless they are told not to; what counts is that Redis does.
        using var client = await ConnectionMultiplexer.ConnectAsync($"{Way(scratch, byDoor)},allowAdmin=true");

        await client.GetDatabase().StringSetAsync("greeting", "hello", TimeSpan.FromMinutes(1));

        ((string?)await scratch.Administrator.StringGetAsync("greeting")).ShouldBe("hello");
        (await scratch.Administrator.KeyTimeToLiveAsync("greeting"))!.Value.TotalSeconds.ShouldBeInRange(30, 60);
        var refusal = await Should.ThrowAsync<RedisServerException>(() => client.GetDatabase().ExecuteAsync("CONFIG", "SET", "maxmemory", "0"));
        refusal.Message.ShouldStartWith("NOPERM");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_transaction_takes_any_command_that_the_client_has_no_method_for(bool byDoor)
    {
        await using var scratch = await TestServers.Redis.ScratchAsync(default);
        using var client = await ConnectionMultiplexer.ConnectAsync(Way(scratch, byDoor));

        var transaction = client.GetDatabase().CreateTransaction();
        var count = transaction.StringIncrementAsync("calls");
        var expiry = transaction.ExecuteAsync("EXPIRE", (RedisKey)"calls", "60", "NX");
        (await transaction.ExecuteAsync()).ShouldBeTrue();

        (await count).ShouldBe(1);
        ((int)await expiry).ShouldBe(1);
        (await scratch.Administrator.KeyTimeToLiveAsync("calls"))!.Value.TotalSeconds.ShouldBeInRange(30, 60);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Messages_are_published_and_received(bool byDoor)
    {
        await using var scratch = await TestServers.Redis.ScratchAsync(default);
        using var client = await ConnectionMultiplexer.ConnectAsync(Way(scratch, byDoor));
        var received = new TaskCompletionSource<string?>();
        var news = new RedisChannel("news", RedisChannel.PatternMode.Literal);
        await UntilItListensAsync(client.GetSubscriber());

        await client.GetSubscriber().SubscribeAsync(news, (_, message) => received.TrySetResult(message));
        await client.GetSubscriber().PublishAsync(news, "it works");

        (await received.Task.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe("it works");
    }

    private static string Way(RedisScratch scratch, bool byDoor) => byDoor ? scratch.OpenDoor().ConnectionString : scratch.OpenForClients().ConnectionString;

    /// <summary>The client makes its connection for messages in the background, and what is published before it is there is heard by nobody.</summary>
    private static async Task UntilItListensAsync(ISubscriber subscriber)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                await subscriber.PingAsync();
                return;
            }
            catch (RedisConnectionException) when (waited.Elapsed < TimeSpan.FromSeconds(10))
            {
                await Task.Yield();
            }
        }
    }

    [Test]
    public async Task Time_passes_for_keys_that_expire_and_for_no_other()
    {
        await using var scratch = await TestServers.Redis.ScratchAsync(default);
        await scratch.Administrator.StringSetAsync("short", "1", TimeSpan.FromMinutes(1));
        await scratch.Administrator.StringSetAsync("long", "1", TimeSpan.FromHours(1));
        await scratch.Administrator.StringSetAsync("for-ever", "1");

        await scratch.PassTimeAsync(TimeSpan.FromMinutes(2));

        (await scratch.KeysAsync(10)).Select(key => (string)key!).Order().ShouldBe(["for-ever", "long"]);
        (await scratch.Administrator.KeyTimeToLiveAsync("long"))!.Value.TotalMinutes.ShouldBeInRange(57, 58);
        (await scratch.Administrator.KeyTimeToLiveAsync("for-ever")).ShouldBeNull();
    }
}
