using System.Diagnostics;
using System.Text;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Hostile;

/// <summary>Ctrl-C in the middle of a run.</summary>
[Platform("Linux", Reason = "Signals are Unix's, and other processes' variables are shown by Linux alone.")]
[Parallelizable(ParallelScope.Self)]
public sealed class StoppedRunTests
{
    private const string Mark = "DBKATAS_TEST_MARK";

    [TestCase(2)]
    [TestCase(15)]
    public async Task Shows_what_was_judged_and_leaves_nothing_running(int signal)
    {
        using var library = new TinyLibrary().WithKata("sql/test/01-first").WithKata("sql/test/02-second", more: "\"order\": [\"id\"], \"limits\": { \"seconds\": 300 }");
        library.Write("DbKatas.sln", "");
        var right = library.Write("katas/sql/test/01-first/answer.sql", "select id, name from t order by id");
        library.Write("katas/sql/test/02-second/answer.sql", "select 1, pg_sleep(250)::text");
        var mark = Guid.NewGuid().ToString("n");
        using var run = Start(library, mark);
        // The first verdict is there as soon as it is remembered.
        var remembered = Path.Combine(library.Root, ".dbkatas/progress/sql/test/01-first.json");
        while (!File.Exists(remembered) && !run.HasExited)
            await Task.Delay(10);

        var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        Libc.Signal(run.Id, signal);
        await run.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);

        run.ExitCode.ShouldBe(130, await errors);
        (await output).ShouldContain("sql/test/01-first  A kata");
        (await output).ShouldContain("1 kata: 1 right");
        (await errors).ShouldBe("Stopped: 1 of 2 answers was not judged.\n");
        (await File.ReadAllTextAsync(right)).ShouldBe("select id, name from t order by id");
        await NoneIsLeftAsync(mark);
        (await CommandRun.KataAsync(library.Root, "grade", "01-first")).ExitCode.ShouldBe(0);
    }

    private static Process Start(TinyLibrary library, string mark)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "grade", "all"])
        {
            WorkingDirectory = library.Root, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment[Mark] = mark;
        return Process.Start(start)!;
    }

    /// <summary>Whatever the run has started has inherited its variables. A server that was asked to stop may need a moment.</summary>
    private static async Task NoneIsLeftAsync(string mark)
    {
        var watch = Stopwatch.StartNew();
        while (Marked(mark).Any() && watch.Elapsed < TimeSpan.FromSeconds(15))
            await Task.Delay(10);
        Marked(mark).ShouldBeEmpty();
    }

    private static IEnumerable<string> Marked(string mark) =>
        Directory.EnumerateDirectories("/proc").Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]) && Variables(process).Contains($"{Mark}={mark}", StringComparison.Ordinal));

    private static string Variables(string process)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(process + "/environ"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
