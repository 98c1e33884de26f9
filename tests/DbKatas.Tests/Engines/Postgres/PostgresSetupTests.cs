using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Engines.Postgres.Local;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Postgres;

[Parallelizable(ParallelScope.Self)]
[Platform(Exclude = "Win", Reason = "npm is played by shell scripts.")]
public sealed class PostgresSetupTests
{
    private readonly List<string> _said = [];
    private ScratchFolder _folder = null!;

    private CacheFolder Cache => new(_folder.At("cache"));

    [SetUp]
    public void MakeFolder()
    {
        _folder = new ScratchFolder();
        _said.Clear();
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task The_first_setup_brings_the_pinned_version_and_the_second_does_nothing()
    {
        var setup = new PostgresSetup(new PostgresPrograms([PostgresPackage.BinIn(Cache)]), Cache);

        var brought = await setup.EnsureAsync(_said.Add, default);
        brought.Major.ShouldBe(PostgresVersion.Pinned);
        await using (var server = await new LocalServerProvider(new PostgresPrograms([brought.Folder]), Cache, _folder.At("data")).TryStartAsync(default))
        {
            (await PrivateServers.AskAsync(server!.ConnectionString, "SELECT current_setting('server_version_num')::int / 10000")).ShouldBe(PostgresVersion.Pinned);
            server.Note.ShouldBeNull();
        }

        _said.Count.ShouldBe(2);
        await setup.EnsureAsync(_said.Add, default);
        _said[2].ShouldBe($"PostgreSQL {brought.Number} is here: {brought.Folder}");
        _said.Count.ShouldBe(3);
    }

    [Test]
    public async Task Programs_of_the_pinned_version_that_are_there_suffice()
    {
        var there = FakePrograms.Folder(_folder.At("bin"), PostgresVersion.Pinned);

        await new PostgresSetup(new PostgresPrograms([there]), Cache) { Npm = null }.EnsureAsync(_said.Add, default);

        _said.ShouldBe([$"PostgreSQL 17.0 is here: {there}"]);
        Directory.Exists(Cache.Path).ShouldBeFalse();
    }

    [Test]
    public async Task Without_npm_the_other_ways_are_named() => (await TroubleAsync(npm: null)).ShouldBe(
        "Bringing PostgreSQL 17 needs npm, which is not here. Install Node.js, or instead: "
        + "Debian: apt-get install postgresql; or use Docker: docker compose up -d postgres");

    [Test]
    public async Task A_failing_npm_is_told_with_its_own_words_and_leaves_nothing()
    {
        var message = await TroubleAsync(Script("echo 'network is unreachable' >&2; exit 1"));

        message.ShouldStartWith("npm could not bring PostgreSQL. Is the network there?");
        message.ShouldEndWith("npm's last words:\nnetwork is unreachable");
        Directory.EnumerateDirectories(Cache.At("npm")).ShouldBeEmpty();
    }

    [Test]
    public async Task Programs_that_npm_brought_and_do_not_run_here_are_not_kept()
    {
        var bin = PostgresPackage.BinIn(new CacheFolder("$3")).Replace($"$3/npm/postgres-{PostgresVersion.Pinned}", "$3", StringComparison.Ordinal);
        var programs = FakePrograms.Broken(_folder.At("broken"));

        var message = await TroubleAsync(Script($"mkdir -p {bin} && cp {programs}/* {bin}/"));

        message.ShouldContain("is there but does not run");
        Directory.EnumerateDirectories(Cache.At("npm")).ShouldBeEmpty();
    }

    private async Task<string> TroubleAsync(string? npm)
    {
        var setup = new PostgresSetup(new PostgresPrograms([]), Cache) { Npm = npm };
        return (await Should.ThrowAsync<TroubleException>(() => setup.EnsureAsync(_said.Add, default))).Message;
    }

    private string Script(string text)
    {
        var npm = _folder.At("npm");
        File.WriteAllText(npm, $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return npm;
    }
}
