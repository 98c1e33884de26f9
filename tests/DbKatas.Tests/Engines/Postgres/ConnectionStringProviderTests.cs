using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Engines.Postgres.Local;
using Npgsql;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Engines.Postgres.PrivateServers;

namespace DbKatas.Tests.Engines.Postgres;

/// <summary>DBKATAS_POSTGRES, played by a private server.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ConnectionStringProviderTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    private ScratchFolder _folder = null!;
    private PostgresServer _server = null!;

    private NpgsqlConnectionStringBuilder Address => new(_server.ConnectionString);

    [OneTimeSetUp]
    public async Task StartServer()
    {
        _folder = new ScratchFolder();
        _server = await StartAsync(_folder);
    }

    [OneTimeTearDown]
    public async Task StopServer()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    public async Task Without_a_string_this_way_is_not_open(string? none) =>
        (await new ConnectionStringProvider(none, Patience).TryStartAsync(default)).ShouldBeNull();

    [Test]
    public async Task A_server_that_answers_is_used_and_left_running()
    {
        await using (var server = await AskForAsync(_server.ConnectionString))
        {
            server!.Origin.ShouldBe("DBKATAS_POSTGRES");
            (await AskAsync(server.ConnectionString, "SELECT 1")).ShouldBe(1);
        }

        (await AskAsync(_server.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Test]
    public async Task A_URI_is_used_as_well()
    {
        var uri = $"postgresql://{Address.Username}:{Address.Password}@127.0.0.1:{Address.Port}/postgres?sslmode=disable";

        await using var server = await AskForAsync(uri);

        (await AskAsync(server!.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Test]
    public async Task A_wrong_password_is_told_at_once()
    {
        var wrong = Address;
        wrong.Password = "s3cret";

        (await TroubleWithAsync(wrong.ConnectionString, TimeSpan.FromMinutes(1))).ShouldBe(
            $"PostgreSQL on 127.0.0.1:{Address.Port} (from DBKATAS_POSTGRES) refused the connection: the password for user dbkatas is wrong. "
            + "Correct the password in DBKATAS_POSTGRES. Or unset DBKATAS_POSTGRES to grade on a private server.");
    }

    [Test]
    public async Task A_forgotten_password_is_told_at_once()
    {
        var without = Address;
        without.Remove("Password");

        (await TroubleWithAsync(without.ConnectionString, TimeSpan.FromMinutes(1)))
            .ShouldContain("it wants a password for user dbkatas. Add Password=… to DBKATAS_POSTGRES.");
    }

    [Test]
    public async Task A_database_that_is_not_there_is_told_at_once()
    {
        var elsewhere = Address;
        elsewhere.Database = "nowhere";

        (await TroubleWithAsync(elsewhere.ConnectionString, TimeSpan.FromMinutes(1)))
            .ShouldContain("there is no database nowhere. Use Database=postgres in DBKATAS_POSTGRES;");
    }

    [Test]
    public async Task A_user_who_may_not_create_databases_is_told_what_to_ask_for()
    {
        await AskAsync(_server.ConnectionString, "CREATE ROLE guest LOGIN PASSWORD 'p'");
        var guest = Address;
        (guest.Username, guest.Password) = ("guest", "p");

        (await TroubleWithAsync(guest.ConnectionString, Patience))
            .ShouldContain("An administrator of that server allows it with: ALTER ROLE \"guest\" CREATEDB CREATEROLE.");
    }

    [Test]
    public async Task A_server_that_does_not_answer_is_asked_until_patience_ends()
    {
        var port = FreePort.Any();

        (await TroubleWithAsync($"postgres://postgres:s3cret@localhost:{port}/postgres", Patience)).ShouldBe(
            $"PostgreSQL did not answer on localhost:{port} (from DBKATAS_POSTGRES) within 0.5 s (nothing listens there). "
            + "Is it running, and are host and port right? Or unset DBKATAS_POSTGRES to grade on a private server.");
    }

    [Test]
    public async Task A_server_that_accepts_and_says_nothing_is_asked_until_patience_ends()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        var watch = Stopwatch.StartNew();

        (await TroubleWithAsync($"Host=127.0.0.1;Port={port};Password=s3cret", Patience)).ShouldContain("within 0.5 s");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Test]
    public async Task A_server_that_is_still_starting_is_waited_for()
    {
        var port = FreePort.Any();
        var late = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "dbkatas", Password = Address.Password };
        var asked = new ConnectionStringProvider(late.ConnectionString, TimeSpan.FromSeconds(20)).TryStartAsync(default);
        var provider = new LocalServerProvider(Programs, Cache, _folder.At("data")) { ChoosePort = () => port };

        await using var started = await provider.TryStartAsync(default);

        (await asked).ShouldNotBeNull();
    }

    private static Task<PostgresServer?> AskForAsync(string text) => new ConnectionStringProvider(text, Patience).TryStartAsync(default);

    private static async Task<string> TroubleWithAsync(string text, TimeSpan patience)
    {
        var trouble = await Should.ThrowAsync<TroubleException>(() => new ConnectionStringProvider(text, patience).TryStartAsync(default));
        trouble.ToString().ShouldNotContain("s3cret");
        return trouble.Message;
    }
}
