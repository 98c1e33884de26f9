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
public sealed class DaemonEndTests : DaemonFixture
{
    [Test]
    public async Task Ends_with_its_servers_when_it_is_asked_to()
    {
        await Clone.KataAsync("grade", DaemonClone.First);
        var started = Clone.Started();
        started.ShouldContain(process => process.Command.Contains("postgres", StringComparison.Ordinal));

        (await Clone.KataAsync("stop")).Output.ShouldBe("The grader that waited has ended.\n");

        Clone.Sockets.ShouldBeEmpty();
        await UntilAsync(() => !started.Any(process => Directory.Exists($"/proc/{process.Id}")));
        Clone.Daemons().ShouldBeEmpty();
        (await Clone.KataAsync("stop")).Output.ShouldBe("No grader was waiting.\n");
    }

    [Test]
    public async Task Ends_by_itself_when_nobody_asks_it()
    {
        var daemon = await Clone.KataAsync("daemon", "--idle", "1");

        daemon.ShouldBe(new CommandRun(0, "ready\n", ""));
        Clone.Sockets.ShouldBeEmpty();
    }

    [Test]
    public async Task A_second_one_in_the_same_place_ends_at_once()
    {
        await Clone.KataAsync("grade", DaemonClone.First);

        (await Clone.KataAsync("daemon")).ShouldBe(new CommandRun(0, "", ""));
    }

    [TestCase(9)]
    [TestCase(15)]
    public async Task When_it_was_ended_another_begins(int signal)
    {
        await Clone.KataAsync("grade", DaemonClone.First);
        var (key, former) = (Clone.Key, Clone.Daemons().Single());
        Libc.Signal(former, signal);
        await UntilAsync(() => !Clone.Daemons().Contains(former));

        var run = await Clone.KataAsync("grade", DaemonClone.First);

        run.ShouldBe(new CommandRun(0, run.Output, ""), run.Errors);
        Clone.Key.ShouldNotBe(key);
    }

    [Test]
    public async Task When_its_server_was_ended_the_next_run_notices_nothing()
    {
        await Clone.KataAsync("grade", DaemonClone.First);
        var started = Clone.Started();
        foreach (var (process, _) in started)
            Libc.Signal(process, Libc.KillSignal);
        await UntilAsync(() => !Clone.Started().Intersect(started).Any());

        var run = await Clone.KataAsync("grade", DaemonClone.First);

        run.ExitCode.ShouldBe(0, run.Output);
        Clone.Daemons().Count.ShouldBe(1);
    }

    [TestCase(2)]
    [TestCase(15)]
    public async Task A_run_that_is_stopped_says_so_and_the_daemon_stays(int signal)
    {
        var run = await BeginLongAnswerAsync(seconds: 250);
        var errors = run.StandardError.ReadToEndAsync();

        Libc.Signal(run.Id, signal);
        await run.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

        run.ExitCode.ShouldBe(130, await errors);
        (await errors).ShouldBe("Stopped: 1 of 1 answers was not judged.\n");
        var key = Clone.Key;
        (await Clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);
        Clone.Key.ShouldBe(key);
    }

    [Test]
    public async Task One_of_another_build_is_asked_to_end_and_another_begins()
    {
        await Clone.KataAsync("grade", DaemonClone.First);
        var socket = Clone.Sockets.Single();
        await Clone.KataAsync("stop");
        await File.WriteAllTextAsync(Path.ChangeExtension(socket, ".key"), "the key");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socket));
        listener.Listen();
        var alive = FileLock.TryTake(Path.ChangeExtension(socket, ".lock"));
        var grading = Clone.KataAsync("grade", DaemonClone.First);
        await HelloAsync(listener);

        (await (await HelloAsync(listener)).ReceiveAsync()).ShouldBe([DaemonMessages.Stop, "the key"]);
        grading.IsCompleted.ShouldBeFalse();
        alive!.Dispose();
        (await grading).ExitCode.ShouldBe(0);
        Clone.Daemons().Count.ShouldBe(1);
    }

    [Test]
    public async Task Its_end_is_waited_for_by_everybody_who_asks()
    {
        await BeginLongAnswerAsync(seconds: 1);

        var stops = await Task.WhenAll(Clone.KataAsync("stop"), Clone.KataAsync("stop"));

        stops.Select(stop => stop.Output).ShouldAllBe(said => said == "The grader that waited has ended.\n");
        Clone.Daemons().ShouldBeEmpty();
    }

    [Test]
    public async Task A_run_is_not_stopped_when_its_daemon_is()
    {
        var run = await BeginLongAnswerAsync(seconds: 1);
        Libc.Signal(Clone.Daemons().Single(), 15);

        (await run.StandardOutput.ReadToEndAsync()).ShouldContain("not yet");
        (await run.StandardError.ReadToEndAsync()).ShouldBeEmpty();
    }

    [Test]
    public async Task A_run_whose_daemon_stands_still_is_ended_by_the_second_signal()
    {
        var run = await BeginLongAnswerAsync(seconds: 250);
        Libc.Signal(Clone.Daemons().Single(), Libc.StopSignal);
        Libc.Signal(run.Id, 15);
        await Task.Delay(500);
        Libc.Signal(run.Id, 15);

        await run.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(5)).Token);
    }

    [Test]
    public async Task One_whose_folder_was_removed_leaves_the_next_one_alone()
    {
        await Clone.KataAsync("grade", DaemonClone.First);
        var former = Clone.Daemons().Single();
        Directory.Delete(Path.GetDirectoryName(Clone.Sockets.Single())!, recursive: true);
        await Clone.KataAsync("grade", DaemonClone.First);
        var key = Clone.Key;
        Libc.Signal(former, 15);
        await UntilAsync(() => !Clone.Daemons().Contains(former));

        (await Clone.KataAsync("grade", DaemonClone.First)).ExitCode.ShouldBe(0);

        Clone.Key.ShouldBe(key);
    }

    /// <returns>A run whose answer is at work in the daemon.</returns>
    private async Task<Process> BeginLongAnswerAsync(int seconds)
    {
        await Clone.KataAsync("grade", DaemonClone.First);
        Clone.Answer(DaemonClone.Second, $"select 1, pg_sleep({seconds})::text");
        var run = Clone.Begin("grade", DaemonClone.Second);
        await UntilAsync(Clone.IsAnswerAtWork);
        return run;
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
