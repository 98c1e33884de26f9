using System.Net.Sockets;
using System.Text.RegularExpressions;
using DbKatas.Cli.Daemon;
using DbKatas.CSharp.Worker;
using DbKatas.Grader.Engines.Machine;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Cli.Daemon;

/// <summary>What a run that leaves its work to a daemon says and does: what it would say and do by itself.</summary>
[Platform("Linux", Reason = "Other processes' variables are shown by Linux alone; on Windows there is no daemon.")]
[Parallelizable(ParallelScope.Self)]
public sealed partial class DaemonTests
{
    private DaemonClone _clone = null!;

    [SetUp]
    public async Task MakeAsync() => _clone = await DaemonClone.MakeAsync();

    [TearDown]
    public void Dispose() => _clone.Dispose();

    [Test]
    public async Task Says_the_same_as_a_run_by_itself()
    {
        _clone.Answer(DaemonClone.Second, "select id, name from t where id = 1");
        string[][] all =
        [
            ["grade", DaemonClone.First], ["grade", DaemonClone.Second], ["grade", "second", "--json"], ["grade", "test"], ["grade", "sql/test/01-frist"], ["grade", "--help"],
            ["grade", DaemonClone.First, "--solutions", "elsewhere"],
        ];

        foreach (var arguments in all)
        {
            var (left, alone) = (await _clone.KataAsync(arguments), await _clone.KataAloneAsync(arguments));

            left.ExitCode.ShouldBe(alone.ExitCode, string.Join(' ', arguments));
            Milliseconds().Replace(left.Output, "").ShouldBe(Milliseconds().Replace(alone.Output, ""), string.Join(' ', arguments));
            left.Errors.ShouldBe(alone.Errors, string.Join(' ', arguments));
        }
        _clone.Daemons().Count.ShouldBe(1);
    }

    [Test]
    public async Task Asks_the_same_daemon_again_and_remembers_what_is_right()
    {
        (await _clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
        var key = _clone.Key;
        (await _clone.KataAsync("grade", DaemonClone.Second)).ExitCode.ShouldBe(0);

        _clone.Key.ShouldBe(key);
        _clone.Daemons().Count.ShouldBe(1);
        File.Exists(Path.Combine(_clone.Library.Root, ".dbkatas/progress", DaemonClone.Second + ".json")).ShouldBeTrue();
    }

    [Test]
    public async Task Sees_what_has_changed_in_the_kata()
    {
        (await _clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
        _clone.Library.WithKata(DaemonClone.First, "create table t (id int primary key, title text); insert into t values (3, 'A book');", "select id, title from t order by id");
        _clone.Answer(DaemonClone.First, DaemonClone.Right);

        var run = await _clone.KataAsync("grade", DaemonClone.First);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("did not run");
        run.ShouldBe(await _clone.KataAloneAsync("grade", DaemonClone.First));
        _clone.Answer(DaemonClone.First, "select id, title from t order by id");
        (await _clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
    }

    [Test]
    public async Task Runs_two_at_once_as_without_it()
    {
        (await _clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);

        var runs = await Task.WhenAll(_clone.KataAsync("grade", DaemonClone.First), _clone.KataAsync("grade", DaemonClone.Second), _clone.KataAsync("grade", DaemonClone.First));

        runs.ShouldAllBe(run => run.ExitCode == 0 && run.Errors == "");
    }

    [Test]
    public async Task Looks_again_for_a_server_that_was_not_there()
    {
        using var folder = new TemporaryFolder();
        var programs = Path.Combine(folder.Path, "programs");
        using var clone = await DaemonClone.MakeAsync(programs);
        (await clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(2);
        Directory.CreateSymbolicLink(programs, (await Engines.Postgres.PrivateServers.Programs.FindAsync(default))!.Folder);
        DaemonClone.LetThrough(folder);

        (await clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
    }

    [Test]
    public async Task Serves_nobody_who_does_not_know_its_key()
    {
        await _clone.KataAsync("grade", DaemonClone.First);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_clone.Sockets.Single()));
        var messages = new MessageChannel(new NetworkStream(socket), 1_000);
        (await messages.ReceiveAsync()).ShouldNotBeNull()[0].ShouldBe(DaemonMessages.Hello);

        messages.Send(DaemonMessages.Grade, new string('0', _clone.Key.Length), _clone.Library.Root, DaemonClone.First, "text", "plain");

        (await messages.ReceiveAsync()).ShouldBeNull();
        (await _clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
    }

    [Test]
    public async Task Is_not_waited_for_when_it_stands_still()
    {
        await _clone.KataAsync("grade", DaemonClone.First);
        Libc.Signal(_clone.Daemons().Single(), Libc.StopSignal);

        (await _clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
    }

    [Test]
    public async Task Is_done_without_where_a_socket_can_not_be()
    {
        using var clone = await DaemonClone.MakeAsync(cache: new string('c', 90));

        (await clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);

        clone.Daemons().ShouldBeEmpty();
    }

    [Test]
    public async Task Is_for_people_at_a_terminal()
    {
        string[] kata = ["dotnet", Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "grade", DaemonClone.First];
        (await _clone.RunAsync("", kata[0], kata[1..])).ExitCode.ShouldBe(0);
        _clone.Sockets.ShouldBeEmpty();

        (await _clone.RunAsync("", "script", ["-qec", string.Join(' ', kata), "/dev/null"])).Output.ShouldContain("\e[32mright");

        _clone.Sockets.Count.ShouldBe(1);
    }

    [Test]
    public async Task Says_what_the_variable_can_hold()
    {
        var run = await _clone.RunAsync("maybe", "dotnet", [Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "grade", DaemonClone.First]);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldBe("DBKATAS_DAEMON is \"maybe\". It can be on (a grader waits for the next answer, also where nobody is at a terminal) or off.\n");
    }

    [GeneratedRegex("\"milliseconds\": *[0-9.]+")]
    private static partial Regex Milliseconds();
}
