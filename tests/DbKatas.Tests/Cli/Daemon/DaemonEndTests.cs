using System.Diagnostics;
using System.Net.Sockets;
using DbKatas.Cli.Daemon;
using DbKatas.CSharp.Worker;
using DbKatas.Grader.Engines.Machine;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Cli.Daemon;

/// <summary>How a daemon ends, and what becomes of a run whose daemon or server does.</summary>
[Platform("Linux", Reason = "Other processes' variables are shown by Linux alone; on Windows there is no daemon.")]
[Parallelizable(ParallelScope.Self)]
public sealed class DaemonEndTests
{
    private DaemonClone _clone = null!;

    [SetUp]
    public async Task MakeAsync() => _clone = await DaemonClone.MakeAsync();

    [TearDown]
    public void Dispose() => _clone.Dispose();

    [Test]
    public async Task Ends_with_its_servers_when_it_is_asked_to()
    {
        await _clone.KataAsync("grade", DaemonClone.First);
        var started = _clone.Started();
        started.ShouldContain(process => process.Command.Contains("postgres", StringComparison.Ordinal));

        (await _clone.KataAsync("stop")).Output.ShouldBe("The grader that waited has ended.\n");

        _clone.Sockets.ShouldBeEmpty();
        await UntilAsync(() => !started.Any(process => Directory.Exists($"/proc/{process.Id}")));
        _clone.Daemons().ShouldBeEmpty();
        (await _clone.KataAsync("stop")).Output.ShouldBe("No grader was waiting.\n");
    }

    [Test]
    public async Task Ends_by_itself_when_nobody_asks_it()
    {
        var daemon = await _clone.KataAsync("daemon", "--idle", "1");

        daemon.ShouldBe(new CommandRun(0, "ready\n", ""));
        _clone.Sockets.ShouldBeEmpty();
    }

    [Test]
    public async Task A_second_one_in_the_same_place_ends_at_once()
    {
        await _clone.KataAsync("grade", DaemonClone.First);

        (await _clone.KataAsync("daemon")).ShouldBe(new CommandRun(0, "", ""));
    }

    [TestCase(9)]
    [TestCase(15)]
    public async Task When_it_was_ended_another_begins(int signal)
    {
        await _clone.KataAsync("grade", DaemonClone.First);
        var (key, former) = (_clone.Key, _clone.Daemons().Single());
        Libc.Signal(former, signal);
        await UntilAsync(() => !_clone.Daemons().Contains(former));

        var run = await _clone.KataAsync("grade", DaemonClone.First);

        run.ShouldBe(new CommandRun(0, run.Output, ""), run.Errors);
        _clone.Key.ShouldNotBe(key);
    }

    [Test]
    public async Task When_its_server_was_ended_the_next_run_notices_nothing()
    {
        await _clone.KataAsync("grade", DaemonClone.First);
        var started = _clone.Started();
        foreach (var (process, _) in started)
            Libc.Signal(process, Libc.KillSignal);
        await UntilAsync(() => !_clone.Started().Intersect(started).Any());

        var run = await _clone.KataAsync("grade", DaemonClone.First);

        run.ExitCode.ShouldBe(0, run.Output);
        _clone.Daemons().Count.ShouldBe(1);
    }

    [TestCase(2)]
    [TestCase(15)]
    public async Task A_run_that_is_stopped_says_so_and_the_daemon_stays(int signal)
    {
        await _clone.KataAsync("grade", DaemonClone.First);
        _clone.Answer(DaemonClone.Second, "select 1, pg_sleep(250)::text");
        var run = _clone.Begin("grade", DaemonClone.Second);
        var errors = run.StandardError.ReadToEndAsync();
        await UntilAsync(_clone.IsAnswerAtWork);

        Libc.Signal(run.Id, signal);
        await run.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

        run.ExitCode.ShouldBe(130, await errors);
        (await errors).ShouldBe("Stopped: 1 of 1 answers was not judged.\n");
        var key = _clone.Key;
        (await _clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
        _clone.Key.ShouldBe(key);
    }

    [Test]
    public async Task One_of_another_build_is_asked_to_end_and_another_begins()
    {
        await _clone.KataAsync("grade", DaemonClone.First);
        var socket = _clone.Sockets.Single();
        await _clone.KataAsync("stop");
        await File.WriteAllTextAsync(Path.ChangeExtension(socket, ".key"), "the key");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socket));
        listener.Listen();
        var grading = _clone.KataAsync("grade", DaemonClone.First);
        var caller = await listener.AcceptAsync();
        var messages = new MessageChannel(new NetworkStream(caller), 1_000);

        messages.Send(DaemonMessages.Hello, "of yesterday");

        (await messages.ReceiveAsync()).ShouldBe([DaemonMessages.Stop, "the key"]);
        grading.IsCompleted.ShouldBeFalse();
        caller.Dispose();
        (await grading).ExitCode.ShouldBe(0);
        _clone.Daemons().Count.ShouldBe(1);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(10))
            if (holds())
                return;
        Assert.Fail("It did not come to that within 30 s.");
    }
}
