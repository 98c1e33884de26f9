using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Engines.Postgres.Local;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Engines.Postgres.PrivateServers;

namespace DbKatas.Tests.Engines.Postgres;

[Parallelizable(ParallelScope.Self)]
public sealed class LocalServerTests
{
    private ScratchFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new ScratchFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task A_fresh_server_answers_its_administrator()
    {
        await using var server = await StartAsync(_folder);

        (await AskAsync(server.ConnectionString, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).ShouldBe(true);
        server.Origin.ShouldBe("private server");
    }

    [Test]
    public async Task Nobody_gets_in_without_the_password()
    {
        await using var server = await StartAsync(_folder);
        var intruder = new Npgsql.NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guessed" };

        var refusal = await Should.ThrowAsync<Npgsql.PostgresException>(() => AskAsync(intruder.ConnectionString, "SELECT 1"));

        refusal.SqlState.ShouldBe("28P01");
    }

    [Test]
    public async Task Text_sorts_by_code_point_and_knows_the_letters_of_all_languages()
    {
        await using var server = await StartAsync(_folder);

        (await AskAsync(server.ConnectionString, "SELECT upper('é') || ('B' < 'a') || current_setting('server_encoding') || current_setting('timezone')"))
            .ShouldBe("ÉtrueUTF8UTC");
    }

    [Test]
    public async Task A_second_run_finds_the_databases_of_the_first()
    {
        await using (var first = await StartAsync(_folder))
        {
            await AskAsync(first.ConnectionString, "CREATE DATABASE kept");
        }

        await using var second = await StartAsync(_folder);

        (await AskAsync(second.ConnectionString, "SELECT count(*) FROM pg_database WHERE datname = 'kept'")).ShouldBe(1L);
    }

    [Test]
    public async Task Two_runs_at_once_have_data_of_their_own()
    {
        await using var first = await StartAsync(_folder);
        await using var second = await StartAsync(_folder);
        await AskAsync(first.ConnectionString, "CREATE DATABASE of_the_first");

        (await AskAsync(second.ConnectionString, "SELECT count(*) FROM pg_database WHERE datname = 'of_the_first'")).ShouldBe(0L);
        Directory.Exists(_folder.At("data", "1")).ShouldBeTrue();
    }

    [Test]
    public async Task Two_first_runs_at_once_prepare_one_template()
    {
        var cache = new Grader.Engines.Machine.CacheFolder(_folder.At("cache"));
        var starts = Enumerable.Range(0, 2).Select(_ => new LocalServerProvider(Programs, cache, _folder.At("data")).TryStartAsync(default));

        var servers = await Task.WhenAll(starts);

        servers.Select(server => server!.ConnectionString).ShouldBeUnique();
        Directory.EnumerateDirectories(cache.At("postgres")).Count().ShouldBe(1);
        await Task.WhenAll(servers.Select(server => server!.DisposeAsync().AsTask()));
    }

    [Test]
    public async Task Nothing_runs_after_the_end()
    {
        await using (await StartAsync(_folder))
        {
            RunningProcesses.Naming(_folder.Path).ShouldNotBeEmpty();
        }

        RunningProcesses.Naming(_folder.Path).ShouldBeEmpty();
    }

    [Test]
    public async Task The_note_names_both_versions_when_only_another_one_is_there()
    {
        var real = (await Programs.FindAsync(default))!.Folder;
        var other = FakePrograms.In(_folder.At("bin"), PostgresVersion.Oldest, real);

        await using var server = await new LocalServerProvider(other, Cache, _folder.At("data")).TryStartAsync(default);

        server!.Note.ShouldBe("graded on PostgreSQL 15; the katas are written for 17: `./kata setup` brings it");
        (await AskAsync(server.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Test]
    public async Task A_port_that_was_taken_meanwhile_is_replaced_by_another()
    {
        await using var occupant = await StartAsync(_folder);
        var taken = new Npgsql.NpgsqlConnectionStringBuilder(occupant.ConnectionString).Port;
        var ports = new Queue<int>([taken, FreePort.Any()]);
        var provider = new LocalServerProvider(Programs, Cache, _folder.At("data")) { ChoosePort = ports.Dequeue };

        await using var server = await provider.TryStartAsync(default);

        (await AskAsync(server!.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Test]
    public async Task A_port_that_is_taken_again_and_again_is_told()
    {
        await using var occupant = await StartAsync(_folder);
        var taken = new Npgsql.NpgsqlConnectionStringBuilder(occupant.ConnectionString).Port;
        var provider = new LocalServerProvider(Programs, Cache, _folder.At("data")) { ChoosePort = () => taken };

        var trouble = await Should.ThrowAsync<TroubleException>(() => provider.TryStartAsync(default));

        trouble.Message.ShouldContain($"in use 5 times in a row, last 127.0.0.1:{taken}");
    }
}
