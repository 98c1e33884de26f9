using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Engines.Postgres.PrivateServers;

namespace DbKatas.Tests.Engines.Postgres;

/// <summary>A grader that is ended from outside, in a process of its own.</summary>
[Parallelizable(ParallelScope.Self)]
[Platform(Exclude = "Win", Reason = "Signals are Unix's.")]
public sealed class KilledGraderTests
{
    private ScratchFolder _folder = null!;

    private string Data => _folder.At("data", "0", "data");

    [SetUp]
    public void MakeFolder() => _folder = new ScratchFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase(2, TestName = "No_server_is_left_after_SIGINT")]
    [TestCase(15, TestName = "No_server_is_left_after_SIGTERM")]
    [TestCase(9, TestName = "No_server_is_left_after_SIGKILL")]
    public async Task No_server_is_left_after(int signal)
    {
        using var grader = await OtherGrader.StartAsync(_folder);
        await AskAsync(grader.ConnectionString, "CREATE DATABASE kept");

        grader.Signal(signal);

        await RunningProcesses.NoneNamingAsync(_folder.Path);
        await using var next = await StartAsync(_folder);
        (await AskAsync(next.ConnectionString, "SELECT count(*) FROM pg_database WHERE datname = 'kept'")).ShouldBe(1L);
    }

    [Test]
    public async Task The_next_run_need_not_wait_until_the_server_of_a_killed_one_has_stopped()
    {
        using var grader = await OtherGrader.StartAsync(_folder);
        grader.Signal(9);

        await using var next = await StartAsync(_folder);

        (await AskAsync(next.ConnectionString, "SELECT current_setting('data_directory')")).ShouldBe(Data);
    }

    [Test]
    public async Task A_server_whose_guard_was_killed_too_is_ended_by_the_next_run()
    {
        using var grader = await OtherGrader.StartAsync(_folder);
        await AskAsync(grader.ConnectionString, "CREATE DATABASE kept");
        RunningProcesses.KillGuardsOf(_folder.Path);
        grader.Signal(9);
        (await AskAsync(grader.ConnectionString, "SELECT 1")).ShouldBe(1, "The server should have outlived both.");

        await using var next = await StartAsync(_folder);

        (await AskAsync(next.ConnectionString, "SELECT current_setting('data_directory')")).ShouldBe(Data);
        await Should.ThrowAsync<Npgsql.NpgsqlException>(() => AskAsync(grader.ConnectionString, "SELECT 1"));
    }

    [Test]
    public async Task A_busy_server_stops_as_well()
    {
        using var grader = await OtherGrader.StartAsync(_folder);
        var endless = AskAsync(grader.ConnectionString, "SELECT count(*) FROM generate_series(1, 1000000000000)");

        grader.Signal(9);

        await RunningProcesses.NoneNamingAsync(_folder.Path);
        await Should.ThrowAsync<Npgsql.NpgsqlException>(() => endless);
    }
}
