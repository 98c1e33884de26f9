using System.Diagnostics;
using DbKatas.CSharp;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.CSharp;

/// <summary>What a process takes, asked while nobody knows for how long it lives.</summary>
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
}
