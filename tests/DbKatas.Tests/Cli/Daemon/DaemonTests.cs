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
public sealed partial class DaemonTests : DaemonFixture
{
    [Test]
    public async Task Says_the_same_as_a_run_by_itself()
    {
        Clone.Answer(DaemonClone.Second, "select id, name from t where id = 1");
        string[][] all =
        [
            ["grade", DaemonClone.First], ["grade", DaemonClone.Second], ["grade", "second", "--json"], ["grade", "test"], ["grade", "sql/test/01-frist"], ["grade", "--help"],
            ["grade", DaemonClone.First, "--solutions", "elsewhere"],
        ];

        foreach (var arguments in all)
        {
            var (left, alone) = (await Clone.KataAsync(arguments), await Clone.KataAloneAsync(arguments));

            left.ExitCode.ShouldBe(alone.ExitCode, string.Join(' ', arguments));
            Milliseconds().Replace(left.Output, "").ShouldBe(Milliseconds().Replace(alone.Output, ""), string.Join(' ', arguments));
            left.Errors.ShouldBe(alone.Errors, string.Join(' ', arguments));
        }
        Clone.Daemons().Count.ShouldBe(1);
    }

    [Test]
    public async Task Asks_the_same_daemon_again_and_remembers_what_is_right()
    {
        (await Clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
        var key = Clone.Key;
        (await Clone.KataAsync("grade", DaemonClone.Second)).ExitCode.ShouldBe(0);

        Clone.Key.ShouldBe(key);
        Clone.Daemons().Count.ShouldBe(1);
        File.Exists(Path.Combine(Clone.Library.Root, ".dbkatas/progress", DaemonClone.Second + ".json")).ShouldBeTrue();
    }

    [Test]
    public async Task Sees_what_has_changed_in_the_kata()
    {
        (await Clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
        Clone.Library.WithKata(DaemonClone.First, "create table t (id int primary key, title text); insert into t values (3, 'A book');", "select id, title from t order by id");
        Clone.Answer(DaemonClone.First, DaemonClone.Right);

        var run = await Clone.KataAsync("grade", DaemonClone.First);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("did not run");
        run.ShouldBe(await Clone.KataAloneAsync("grade", DaemonClone.First));
        Clone.Answer(DaemonClone.First, "select id, title from t order by id");
        (await Clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
    }

    [Test]
    public async Task Runs_two_at_once_as_without_it()
    {
        (await Clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);

        var runs = await Task.WhenAll(Clone.KataAsync("grade", DaemonClone.First), Clone.KataAsync("grade", DaemonClone.Second), Clone.KataAsync("grade", DaemonClone.First));

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
        await Clone.KataAsync("grade", DaemonClone.First);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Clone.Sockets.Single()));
        var messages = new MessageChannel(new NetworkStream(socket), 1_000);
        (await messages.ReceiveAsync()).ShouldNotBeNull()[0].ShouldBe(DaemonMessages.Hello);

        messages.Send(DaemonMessages.Grade, new string('0', Clone.Key.Length), Clone.Library.Root, DaemonClone.First, "text", "plain");

        (await messages.ReceiveAsync()).ShouldBeNull();
        (await Clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
    }

    [Test]
    public async Task Is_not_waited_for_when_it_stands_still()
    {
        await Clone.KataAsync("grade", DaemonClone.First);
        Libc.Signal(Clone.Daemons().Single(), Libc.StopSignal);

        (await Clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
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
        (await Clone.RunAsync("", kata[0], kata[1..])).ExitCode.ShouldBe(0);
        Clone.Sockets.ShouldBeEmpty();

        (await Clone.RunAsync("", "script", ["-qec", string.Join(' ', kata), "/dev/null"])).Output.ShouldContain("\e[32mright");

        Clone.Sockets.Count.ShouldBe(1);
    }

    [Test]
    public async Task Says_what_the_variable_can_hold()
    {
        var run = await Clone.RunAsync("maybe", "dotnet", [Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "grade", DaemonClone.First]);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldBe("DBKATAS_DAEMON is \"maybe\". It can be on (a grader waits for the next answer, also where nobody is at a terminal) or off.\n");
    }

    [GeneratedRegex("\"milliseconds\": *[0-9.]+")]
    private static partial Regex Milliseconds();
}
