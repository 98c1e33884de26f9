using DbKatas.Grader.Engines.Containers;
using DbKatas.Grader.Engines.Postgres;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines;

public sealed class DockerComposeTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Folder, "docker-compose.yml"));

    [Test]
    public void Docker_brings_the_pinned_major_version() =>
        Images().Single(image => image.Contains("pgvector", StringComparison.Ordinal)).ShouldEndWith($"-pg{PostgresVersion.Pinned}");

    [Test]
    public void Every_image_is_pinned_to_the_letter() =>
        Images().ShouldAllBe(image => System.Text.RegularExpressions.Regex.IsMatch(image, @":\d+\.\d+\.\d+"));

    [Test]
    public void Every_port_is_open_to_this_machine_alone() =>
        Lines.Where(line => line.Contains("ports:", StringComparison.Ordinal)).ShouldAllBe(line => line.Contains("\"127.0.0.1:", StringComparison.Ordinal));

    [Test]
    public void The_graders_own_container_of_PostgreSQL_is_the_same()
    {
        var recipe = ContainerRecipes.Postgres("dbkatas");
        var service = Service("postgres");

        service.ShouldContain($"image: {recipe.Image}");
        service.ShouldContain($"ports: [\"127.0.0.1:{recipe.Port}:{recipe.Port}\"]");
        service.ShouldContain($"tmpfs: [{string.Join(", ", recipe.Memory)}]");
        service.ShouldContain($"shm_size: {recipe.SharedMemory / (1 << 20)}mb");
        service.Where(line => line.StartsWith("POSTGRES_", StringComparison.Ordinal))
            .ShouldBe(recipe.Environment.Select(variable => $"{variable.Key}: {variable.Value}"));
        var command = service.SkipWhile(line => line != "command: >-").Skip(1).TakeWhile(line => line == "postgres" || line.StartsWith("-c ", StringComparison.Ordinal));
        string.Join(' ', command).ShouldBe(string.Join(' ', recipe.Command));
    }

    [Test]
    public void The_graders_own_container_of_Redis_is_the_same()
    {
        var recipe = ContainerRecipes.Redis;
        var service = Service("redis");

        service.ShouldContain($"image: {recipe.Image}");
        service.ShouldContain($"ports: [\"127.0.0.1:{recipe.Port}:{recipe.Port}\"]");
        service.ShouldContain($"tmpfs: [{string.Join(", ", recipe.Memory)}]");
        // YAML takes an empty word and a no for something else unless they stand in quotes.
        service.ShouldContain($"command: [{string.Join(", ", recipe.Command.Select(word => word is "" or "no" ? $"\"{word}\"" : word))}]");
    }

    [Test]
    public void The_graders_own_container_of_MongoDB_is_the_same()
    {
        var recipe = ContainerRecipes.MongoDb;
        var service = Service("mongo");

        service.ShouldContain($"image: {recipe.Image}");
        service.ShouldContain($"ports: [\"127.0.0.1:{recipe.Port}:{recipe.Port}\"]");
        service.ShouldContain($"tmpfs: [{string.Join(", ", recipe.Memory)}]");
        service.ShouldContain($"command: [{string.Join(", ", recipe.Command.Select(word => word is "0.5" ? $"\"{word}\"" : word))}]");
        service.ShouldContain(line => line.Contains($"rs.initiate({{ _id: \"{ContainerRecipes.MongoDbReplicaSet}\"", StringComparison.Ordinal));
    }

    private static List<string> Service(string name) =>
        [.. Lines.SkipWhile(line => line != $"  {name}:").Skip(1).TakeWhile(line => line.Length == 0 || line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim())];

    private static IEnumerable<string> Images() => Lines.Where(line => line.TrimStart().StartsWith("image:", StringComparison.Ordinal));
}
