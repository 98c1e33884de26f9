using System.Text.RegularExpressions;
using DbKatas.Tests.Cli;
using DbKatas.Tests.Engines.Postgres;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Hostile;

/// <summary>Several runs on one clone, from the first moment on: nothing is prepared yet, and each of them would prepare it.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed partial class RunsAtOnceTests
{
    private const int Runs = 3;

    [Test]
    public async Task Say_the_same_and_leave_nothing()
    {
        using var folder = new TemporaryFolder();
        using var library = new TinyLibrary().WithKata("sql/test/01-first").WithKata("sql/test/02-second").WithCodeKata(id: "sql/test/03-code");
        library.Write("DbKatas.sln", "");
        library.Write("katas/sql/test/01-first/answer.sql", "select id, name from t order by id");
        library.Write("katas/sql/test/02-second/answer.sql", "select id, name from t where id = 1");
        library.Write("katas/sql/test/03-code/Answer.cs", "public class Numbers { public int Double(int number) => 2 * number; }");
        var programs = (await PrivateServers.Programs.FindAsync(default))!;
        (string, string)[] variables =
            [("DBKATAS_POSTGRES", ""), ("DBKATAS_CONTAINERS", "off"), ("DBKATAS_POSTGRES_BIN", programs.Folder), ("DBKATAS_CACHE", Path.Combine(folder.Path, "cache"))];
        // A server of root's runs as somebody else, who must get through.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);

        var runs = await Task.WhenAll(Enumerable.Range(0, Runs).Select(_ =>
            CommandRun.RunAsync(library.Root, variables, "dotnet", [Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "grade", "all", "--json"])));

        runs.Select(run => run.ExitCode).ShouldAllBe(code => code == 1, runs[0].Output + runs[0].Errors);
        runs.Select(run => Milliseconds().Replace(run.Output, "")).Distinct().Count().ShouldBe(1);
        runs[0].Output.ShouldContain("\"right\"");
        runs[0].Output.ShouldContain("\"not-yet\"");
        runs.ShouldAllBe(run => run.Errors == "");
        await RunningProcesses.NoneNamingAsync(folder.Path);
    }

    [GeneratedRegex("\"milliseconds\": *[0-9.]+")]
    private static partial Regex Milliseconds();
}
