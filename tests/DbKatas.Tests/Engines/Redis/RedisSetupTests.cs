using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Tests.Engines.Postgres;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Redis;

/// <summary>apt-get and the package's program are played by shell scripts.</summary>
[Parallelizable(ParallelScope.Self)]
[Platform(Exclude = "Win", Reason = "apt-get is played by shell scripts.")]
public sealed class RedisSetupTests
{
    private const string Version = "echo 'Redis server v=7.0.15 sha=0'";

    private readonly List<string> _said = [];
    private ScratchFolder _folder = null!;

    private CacheFolder Cache => new(_folder.At("cache"));

    private string Packaged => _folder.At("redis-check-rdb");

    [SetUp]
    public void MakeFolder()
    {
        _folder = new ScratchFolder();
        _said.Clear();
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task The_first_setup_brings_the_package_that_starts_no_service_and_the_second_does_nothing()
    {
        var setup = Setup(FakeRedis.Script(_folder.At("apt-get"), $"echo \"$@\" >> {_folder.At("asked")}; printf '#!/bin/sh\\n%s\\n' \"{Version}\" > {Packaged}; chmod 755 {Packaged}"));

        var brought = await setup.EnsureAsync(_said.Add, default);
        await setup.EnsureAsync(_said.Add, default);

        (await File.ReadAllLinesAsync(_folder.At("asked"))).ShouldBe(["install -y -qq --no-install-recommends redis-tools"]);
        brought.File.ShouldBe(Cache.At("redis", "bin", "redis-server"));
        _said.ShouldBe([
            "Bringing Redis (Debian package redis-tools; it starts no service)",
            $"Redis 7.0.15 is ready: {brought.File}",
            $"Redis 7.0.15 is here: {brought.File}",
        ]);
    }

    [Test]
    public async Task Without_package_lists_they_are_fetched_first()
    {
        var setup = Setup(FakeRedis.Script(_folder.At("apt-get"), $"""
            echo "$1" >> {_folder.At("asked")}
            [ "$1" = update ] && exit 0
            [ -f {_folder.At("tried")} ] || {'{'} touch {_folder.At("tried")}; exit 100; {'}'}
            printf '#!/bin/sh\n%s\n' "{Version}" > {Packaged}; chmod 755 {Packaged}
            """));

        await setup.EnsureAsync(_said.Add, default);

        (await File.ReadAllLinesAsync(_folder.At("asked"))).ShouldBe(["install", "update", "install"]);
    }

    [Test]
    public async Task A_Redis_that_is_there_suffices()
    {
        var there = FakeRedis.Script(_folder.At("redis-server"), Version);

        await new RedisSetup(new RedisPrograms([there]), Cache) { Installer = null }.EnsureAsync(_said.Add, default);

        _said.ShouldBe([$"Redis 7.0.15 is here: {there}"]);
        Directory.Exists(Cache.Path).ShouldBeFalse();
    }

    [Test]
    public async Task Where_it_can_not_be_brought_the_other_ways_are_named() =>
        (await Should.ThrowAsync<TroubleException>(() => Setup(null).EnsureAsync(_said.Add, default))).Message.ShouldBe(
            "Redis is not here, and the setup brings it only as root on Debian or Ubuntu. The katas in redis/ need it: Debian and Ubuntu: "
            + "apt-get install redis-server; macOS: brew install redis; or use Docker: docker compose up -d redis");

    [Test]
    public async Task A_failing_installer_is_told_with_its_own_words()
    {
        var setup = Setup(FakeRedis.Script(_folder.At("apt-get"), "echo 'E: Unable to fetch some archives' >&2; exit 100"));

        var trouble = await Should.ThrowAsync<TroubleException>(() => setup.EnsureAsync(_said.Add, default));

        trouble.Message.ShouldStartWith("apt-get could not bring Redis. Is the network there?");
        trouble.Message.ShouldEndWith("apt-get's last words:\nE: Unable to fetch some archives");
    }

    private RedisSetup Setup(string? installer) =>
        new(new RedisPrograms([RedisPrograms.BroughtIn(Cache)]), Cache) { Installer = installer, Packaged = Packaged };
}
