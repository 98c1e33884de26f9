using DbKatas.Grader.Engines.Containers;
using DbKatas.Grader.Engines.Machine;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Containers;

[Parallelizable(ParallelScope.Self)]
[Platform(Exclude = "Win", Reason = "The engines here are Unix sockets.")]
public sealed class DockerEngineTests
{
    [TestCase(200, true)]
    [TestCase(404, false)]
    public async Task Knows_whether_an_image_is_there(int status, bool isThere)
    {
        using var docker = new FakeDocker(_ => FakeDocker.Answer("{}", status));
        using var engine = new DockerEngine(new DockerAddress(docker.Uri));

        (await engine.HasImageAsync("pgvector/pgvector:1.2.3", default)).ShouldBe(isThere);

        docker.Requests.ShouldBe(["GET /images/pgvector/pgvector:1.2.3/json HTTP/1.1"]);
    }

    [TestCase("""{"State":{"Running":true}}""", 200, true)]
    [TestCase("""{"State":{"Running":false}}""", 200, false)]
    [TestCase("""{"message":"No such container: c0"}""", 404, false)]
    public async Task Knows_whether_a_container_runs(string answer, int status, bool runs)
    {
        using var docker = new FakeDocker(_ => FakeDocker.Answer(answer, status));
        using var engine = new DockerEngine(new DockerAddress(docker.Uri));

        (await engine.IsRunningAsync("c0", default)).ShouldBe(runs);
    }

    [Test]
    public async Task Removes_what_ended_runs_have_left_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        using var living = ContainerRun.Begin(new CacheFolder(folder.Path));
        var ended = folder.Write("ended", "");
        var containers = Containers(
            ("of-a-living-run", living.Labels[ContainerRun.OwnerLabel], Environment.MachineName),
            ("of-an-ended-run", ended, Environment.MachineName),
            ("of-a-run-whose-file-is-gone", Path.Combine(folder.Path, "gone"), Environment.MachineName),
            ("of-another-machine", ended, "elsewhere"));
        using var docker = new FakeDocker(line => FakeDocker.Answer(line.StartsWith("GET", StringComparison.Ordinal) ? containers : ""));
        using var engine = new DockerEngine(new DockerAddress(docker.Uri));

        await ContainerRun.RemoveLeftoversAsync(engine, default);

        docker.Requests.Where(line => line.StartsWith("DELETE", StringComparison.Ordinal)).ShouldBe(
        [
            "DELETE /containers/of-an-ended-run?force=true&v=true HTTP/1.1",
            "DELETE /containers/of-a-run-whose-file-is-gone?force=true&v=true HTTP/1.1",
        ]);
        File.Exists(ended).ShouldBeFalse();
        File.Exists(living.Labels[ContainerRun.OwnerLabel]).ShouldBeTrue();
    }

    [Test]
    public void A_run_that_has_ended_leaves_no_file()
    {
        using var folder = new TemporaryFolder();

        ContainerRun.Begin(new CacheFolder(folder.Path)).Dispose();

        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Test]
    public void The_kept_password_is_the_same_for_every_run()
    {
        using var folder = new TemporaryFolder();
        var cache = new CacheFolder(folder.Path);

        ContainerSecret.Kept(cache).ShouldBe(ContainerSecret.Kept(cache));
        ContainerSecret.New().ShouldNotBe(ContainerSecret.New());
    }

    private static string Containers(params (string Id, string Owner, string Machine)[] containers) => System.Text.Json.JsonSerializer.Serialize(
        containers.Select(container => new
        {
            container.Id,
            Labels = new Dictionary<string, string> { [ContainerRun.OwnerLabel] = container.Owner, [ContainerRun.MachineLabel] = container.Machine },
        }));
}
