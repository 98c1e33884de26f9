using DbKatas.Engines.Containers;
using DbKatas.Grader.Engines.Containers;
using DbKatas.Grader.Engines.Machine;
using DotNet.Testcontainers.Configurations;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Containers.WithTestcontainers;

/// <summary>What Testcontainers makes of an engine that fails. Built where the package feed has Testcontainers.</summary>
[Parallelizable(ParallelScope.Self)]
[Platform(Exclude = "Win", Reason = "The engines here are Unix sockets.")]
public sealed class ContainerStarterTests
{
    private const string Otherwise = " Grading goes on without containers; DBKATAS_CONTAINERS=off stops asking.";

    private readonly List<string> _said = [];
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        _said.Clear();
        _folder = new TemporaryFolder();
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task An_image_that_cannot_be_brought_is_told_and_the_next_way_is_open()
    {
        using var docker = new FakeDocker(line => line switch
        {
            _ when line.Contains("/images/create", StringComparison.Ordinal) => FakeDocker.Answer("""{"message":"lookup registry.example: no such host"}""", 500),
            _ when line.Contains("/images/", StringComparison.Ordinal) => FakeDocker.Answer("""{"message":"No such image"}""", 404),
            _ when line.Contains("/containers/json", StringComparison.Ordinal) => FakeDocker.Answer("[]"),
            _ => FakeDocker.Answer("{}"),
        });

        (await StartAsync(docker, ContainerMode.Run)).ShouldBeNull();

        var image = ContainerRecipes.Redis.Image;
        _said.ShouldBe(
        [
            $"Bringing the image {image} to Docker; this happens once.",
            $"Docker could not bring the image {image}: lookup registry.example: no such host.{Otherwise}",
        ]);
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Test]
    public async Task With_containers_off_Docker_is_not_asked()
    {
        using var docker = new FakeDocker(_ => FakeDocker.Answer("OK"));

        (await StartAsync(docker, ContainerMode.Off)).ShouldBeNull();

        docker.Requests.ShouldBeEmpty();
        _said.ShouldBeEmpty();
    }

    [Test]
    public async Task A_server_without_a_password_is_not_started_where_others_could_come_in()
    {
        using var docker = new FakeDocker(_ => FakeDocker.Answer("OK"));
        var before = TestcontainersSettings.DockerHostOverride;
        TestcontainersSettings.DockerHostOverride = "host.example";
        try
        {
            (await StartAsync(docker, ContainerMode.Run, ContainerRecipes.MongoDb)).ShouldBeNull();
        }
        finally
        {
            TestcontainersSettings.DockerHostOverride = before;
        }

        _said.ShouldBe([$"MongoDB asks for no password, and a container's port would be open to other machines here, so it is not started in one.{Otherwise}"]);
        docker.Requests.ShouldNotContain(request => request.Contains("/containers/create", StringComparison.Ordinal));
    }

    private Task<RunningContainer?> StartAsync(FakeDocker docker, ContainerMode mode, ContainerRecipe? recipe = null)
    {
        var lookup = new DockerLookup(() => [new DockerAddress(docker.Uri)], TimeSpan.FromSeconds(10), _said.Add);
        var starter = new ContainerStarter(lookup, mode, new CacheFolder(_folder.Path), _said.Add);
        return starter.TryStartAsync(_ => recipe ?? ContainerRecipes.Redis, (_, _) => Task.FromResult(true), default);
    }
}
