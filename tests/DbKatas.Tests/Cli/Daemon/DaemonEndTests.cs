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
        var alive = FileLock.TryTake(Path.ChangeExtension(socket, ".lock"));
        var grading = _clone.KataAsync("grade", DaemonClone.First);
        await HelloAsync(listener);

        (await (await HelloAsync(listener)).ReceiveAsync()).ShouldBe([DaemonMessages.Stop, "the key"]);
        grading.IsCompleted.ShouldBeFalse();
        alive!.Dispose();
        (await grading).ExitCode.ShouldBe(0);
        _clone.Daemons().Count.ShouldBe(1);
    }

    [Test]
    public async Task Its_end_is_waited_for_by_everybody_who_asks()
    {
        await _clone.KataAsync("grade", DaemonClone.First);
        _clone.Answer(DaemonClone.Second, "select 1, pg_sleep(1)::text");
        _clone.Begin("grade", DaemonClone.Second);
        await UntilAsync(_clone.IsAnswerAtWork);

        var stops = await Task.WhenAll(_clone.KataAsync("stop"), _clone.KataAsync("stop"));

        stops.Select(stop => stop.Output).ShouldAllBe(said => said == "The grader that waited has ended.\n");
        _clone.Daemons().ShouldBeEmpty();
    }

    [Test]
    public async Task A_run_is_not_stopped_when_its_daemon_is()
    {
        await _clone.KataAsync("grade", DaemonClone.First);
        _clone.Answer(DaemonClone.Second, "select 1, pg_sleep(1)::text");
        var run = _clone.Begin("grade", DaemonClone.Second);
        await UntilAsync(_clone.IsAnswerAtWork);
        Libc.Signal(_clone.Daemons().Single(), 15);

        (await run.StandardOutput.ReadToEndAsync()).ShouldContain("not yet");
        (await run.StandardError.ReadToEndAsync()).ShouldBeEmpty();
    }

    [Test]
    public async Task A_run_whose_daemon_stands_still_is_ended_by_the_second_signal()
    {
        await _clone.KataAsync("grade", DaemonClone.First);
        _clone.Answer(DaemonClone.Second, "select 1, pg_sleep(250)::text");
        var run = _clone.Begin("grade", DaemonClone.Second);
        await UntilAsync(_clone.IsAnswerAtWork);
        Libc.Signal(_clone.Daemons().Single(), Libc.StopSignal);
        Libc.Signal(run.Id, 15);
        await Task.Delay(500);
        Libc.Signal(run.Id, 15);

        await run.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(5)).Token);
    }

    [Test]
    public async Task One_whose_folder_was_removed_leaves_the_next_one_alone()
    {
        await _clone.KataAsync("grade", DaemonClone.First);
        var former = _clone.Daemons().Single();
        Directory.Delete(Path.GetDirectoryName(_clone.Sockets.Single())!, recursive: true);
        await _clone.KataAsync("grade", DaemonClone.First);
        var key = _clone.Key;
        Libc.Signal(former, 15);
        await UntilAsync(() => !_clone.Daemons().Contains(former));

        (await _clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);

        _clone.Key.ShouldBe(key);
    }

    private static async Task<MessageChannel> HelloAsync(Socket listener)
    {
        var messages = new MessageChannel(new NetworkStream(await listener.AcceptAsync(), ownsSocket: true), 1_000);
        messages.Send(DaemonMessages.Hello, "of yesterday");
        return messages;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(10))
            if (holds())
                return;
        Assert.Fail("It did not come to that within 30 s.");
    }
}
