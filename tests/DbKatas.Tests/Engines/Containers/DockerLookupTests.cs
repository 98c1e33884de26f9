using System.Diagnostics;
using DbKatas.Grader.Engines.Containers;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Containers;

[Parallelizable(ParallelScope.Self)]
[Platform(Exclude = "Win", Reason = "The engines here are Unix sockets.")]
public sealed class DockerLookupTests
{
    private const string Otherwise = " Grading goes on without containers; DBKATAS_CONTAINERS=off stops asking.";
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    private readonly List<string> _said = [];

    [SetUp]
    public void Forget() => _said.Clear();

    [Test]
    public async Task Where_Docker_is_not_installed_nothing_is_said()
    {
        (await Lookup().FindAsync()).ShouldBeNull();

        _said.ShouldBeEmpty();
    }

    [Test]
    public async Task An_engine_that_answers_is_found()
    {
        using var docker = new FakeDocker(_ => FakeDocker.Answer("OK"));

        (await Lookup(docker.Uri).FindAsync())!.Address.Uri.ShouldBe(docker.Uri);

        docker.Requests.ShouldBe(["GET /_ping HTTP/1.1"]);
        _said.ShouldBeEmpty();
    }

    [Test]
    public async Task An_engine_that_hangs_costs_the_patience_and_one_sentence()
    {
        using var docker = new FakeDocker(_ => null);
        // What .NET does for the first socket of a process is not the engine's time.
        await Lookup(docker.Uri).FindAsync();
        _said.Clear();
        var watch = Stopwatch.StartNew();

        (await Lookup(docker.Uri).FindAsync()).ShouldBeNull();

        // 150 ms and a little; more than that only on a machine that is busy with other tests.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        _said.ShouldBe([$"Docker on {docker.Path} did not answer within 0.15 s.{Otherwise}"]);
    }

    [Test]
    public async Task A_socket_that_nobody_serves_any_more_is_told_as_that()
    {
        var docker = new FakeDocker(_ => null);
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "docker.sock");
        // A socket file outlives its server.
        File.Move(docker.Path, path);
        docker.Dispose();

        (await Lookup(new Uri("unix://" + path)).FindAsync()).ShouldBeNull();

        _said.ShouldBe([$"Docker is not running: nothing answers on {path}.{Otherwise}"]);
    }

    [Test]
    public async Task Somebody_else_on_the_socket_is_told_as_that()
    {
        using var other = new FakeDocker(_ => "SSH-2.0-OpenSSH_9.2 and so on\r\n");

        (await Lookup(other.Uri).FindAsync()).ShouldBeNull();

        _said.ShouldBe([$"What listens on {other.Path} does not answer as Docker does.{Otherwise}"]);
    }

    [TestCase("ssh://class.example/")]
    [TestCase("https://class.example:2376/")]
    public async Task An_address_that_cannot_be_asked_is_told_as_that(string address)
    {
        (await Lookup(new Uri(address)).FindAsync()).ShouldBeNull();

        _said.ShouldBe([$"Docker at {address} can be reached by TLS or ssh alone, which the grader does not use.{Otherwise}"]);
    }

    [Test]
    public async Task The_next_place_is_asked_when_one_does_not_answer()
    {
        using var silent = new FakeDocker(_ => null);
        using var docker = new FakeDocker(_ => FakeDocker.Answer("OK"));

        (await Lookup(silent.Uri, docker.Uri).FindAsync())!.Address.Uri.ShouldBe(docker.Uri);

        _said.ShouldBeEmpty();
    }

    [Test]
    public async Task However_many_ask_the_engine_is_asked_once_and_spoken_of_once()
    {
        using var docker = new FakeDocker(_ => null);
        var lookup = Lookup(docker.Uri);

        await Task.WhenAll(lookup.FindAsync(), lookup.FindAsync());
        await lookup.FindAsync();

        docker.Requests.Count.ShouldBe(1);
        _said.Count.ShouldBe(1);
    }

    private DockerLookup Lookup(params Uri[] places) => new(() => [.. places.Select(place => new DockerAddress(place))], Patience, _said.Add);
}
