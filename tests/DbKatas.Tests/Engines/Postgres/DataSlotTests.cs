using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Engines.Postgres.PrivateServers;

namespace DbKatas.Tests.Engines.Postgres;

/// <summary>What an earlier run left in a slot.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class DataSlotTests
{
    private const string CountKept = "SELECT count(*) FROM pg_database WHERE datname = 'kept'";

    private ScratchFolder _folder = null!;

    private string Data => _folder.At("data", "0", "data");

    private string Marker => _folder.At("data", "0", "made");

    [SetUp]
    public async Task RunOnce()
    {
        _folder = new ScratchFolder();
        await using var server = await StartAsync(_folder);
        await AskAsync(server.ConnectionString, "CREATE DATABASE kept");
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task A_half_made_slot_is_made_again()
    {
        File.Delete(Marker);
        File.Delete(Path.Combine(Data, "global", "pg_control"));

        (await DatabasesKeptAsync()).ShouldBe(0);
    }

    [Test]
    public async Task A_slot_of_another_PostgreSQL_is_made_again()
    {
        RewriteMarker(line: 0, "14.1-abcdef00");

        (await DatabasesKeptAsync()).ShouldBe(0);
    }

    [Test]
    public async Task A_slot_from_before_the_machine_was_restarted_is_made_again()
    {
        RewriteMarker(line: 1, "another-boot");

        (await DatabasesKeptAsync()).ShouldBe(0);
    }

    [Test]
    public async Task A_slot_that_does_not_start_is_made_again()
    {
        File.WriteAllText(Path.Combine(Data, "global", "pg_control"), "spoiled");

        (await DatabasesKeptAsync()).ShouldBe(0);
    }

    [Test]
    public async Task A_stale_pid_file_that_names_another_program_is_removed_and_the_program_lives()
    {
        using var bystander = System.Diagnostics.Process.Start("sleep", "60");
        File.WriteAllText(Path.Combine(Data, "postmaster.pid"), $"{bystander.Id}\n{Data}\n0\n1\n\n127.0.0.1\n\nready\n");

        (await DatabasesKeptAsync()).ShouldBe(1);
        bystander.HasExited.ShouldBeFalse();
        bystander.Kill();
    }

    private async Task<long> DatabasesKeptAsync()
    {
        await using var server = await StartAsync(_folder);
        return (long)(await AskAsync(server.ConnectionString, CountKept))!;
    }

    private void RewriteMarker(int line, string text)
    {
        var lines = File.ReadAllLines(Marker);
        lines[line] = text;
        File.WriteAllLines(Marker, lines);
    }
}
