using System.Diagnostics;
using System.Globalization;
using DbKatas.CSharp;
using DbKatas.Grader.Engines.Machine;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Machine;

/// <summary>What a process takes, asked while nobody knows for how long it lives, and its end with all that it has started.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ProcessTreeTests
{
    [Test]
    public void A_process_that_ends_while_it_is_asked_about_takes_nothing()
    {
        for (var i = 0; i < 100; i++)
        {
            using var process = Process.Start(new ProcessStartInfo(DotnetHost.Program, "--version") { RedirectStandardOutput = true })!;
            process.Kill();
            while (!process.HasExited)
            {
                ProcessTree.ResidentBytes(process).ShouldBeGreaterThanOrEqualTo(0);
                ProcessTree.ProcessorTime(process).ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero);
            }
            ProcessTree.ResidentBytes(process).ShouldBe(0);
            ProcessTree.ProcessorTime(process).ShouldBe(TimeSpan.Zero);
        }
    }

    [Test, Platform(Exclude = "Win")]
    public async Task A_process_ends_with_all_that_it_has_started()
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "sh -c 'sleep 600 & echo $!; echo $$; wait' & echo $!; wait"]) { RedirectStandardOutput = true })!;
        var ids = new List<int>();
        while (ids.Count < 3)
            ids.Add(int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
        var started = ids.Distinct().Select(Process.GetProcessById).ToList();

        ProcessTree.Kill(process);

        await process.WaitForExitAsync();
        started.Count.ShouldBe(2, "a shell and what it started, in turn");
        foreach (var child in started)
            await child.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(10)).Token);
        ProcessTree.Kill(process);
    }
}
