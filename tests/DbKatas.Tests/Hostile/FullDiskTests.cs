using System.Runtime.Versioning;
using DbKatas.Tests.Cli;
using DbKatas.Tests.Engines.Postgres;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Hostile;

/// <summary>A disk without space. Where no small one can be made, a folder that is not there takes its place.</summary>
[UnsupportedOSPlatform("windows")]
[Platform("Linux", Reason = "Where a small disk can be made of memory.")]
[Parallelizable(ParallelScope.Self)]
public sealed class FullDiskTests
{
    private const string Right = "select id, name from t order by id";

    private TinyLibrary _library = null!;
    private TemporaryFolder _folders = null!;
    private string _cache = null!;
    private string _temporary = null!;

    [SetUp]
    public void MakeFolders()
    {
        _library = new TinyLibrary().WithKata("sql/test/01-first").WithCodeKata(id: "sql/test/02-code");
        _library.Write("DbKatas.sln", "");
        _library.Write("katas/sql/test/01-first/answer.sql", Right);
        _library.Write("katas/sql/test/02-code/Answer.cs", "public class Numbers { public int Double(int number) => 2 * number; }");
        _folders = new TemporaryFolder();
        _cache = Directory.CreateDirectory(Path.Combine(_folders.Path, "cache")).FullName;
        _temporary = Directory.CreateDirectory(Path.Combine(_folders.Path, "temporary")).FullName;
        // A server of root's runs as somebody else, who must get through.
        File.SetUnixFileMode(_folders.Path, (UnixFileMode)0b111_101_101);
    }

    [TearDown]
    public void RemoveFolders()
    {
        _library.Dispose();
        _folders.Dispose();
    }

    [Test]
    public async Task No_space_for_temporary_files_is_trouble_for_who_needs_it_and_for_nobody_else()
    {
        var run = await GradeAsync(_temporary, 0);

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("2 katas: 1 right, 1 trouble");
        Joined(run).ShouldContain(SmallDisk.IsHere ? $"The disk that holds {_temporary}/ is full. Free some space there, or use another folder: export TMPDIR=" : $"The grader can't write to {_temporary}/: ");
        run.Errors.ShouldBeEmpty();
        await TheNextRunIsCleanAsync();
    }

    [Test]
    public async Task No_space_for_the_cache_is_trouble_for_whoever_needs_a_server()
    {
        if (!SmallDisk.IsHere)
            return;

        var run = await GradeAsync(_cache, 0);

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("2 katas: 2 trouble");
        Joined(run).ShouldContain("export DBKATAS_CACHE=");
        await TheNextRunIsCleanAsync();
    }

    [Test]
    public async Task An_answer_that_fills_the_disk_costs_nobody_elses_verdict()
    {
        if (!SmallDisk.IsHere)
            return;
        _library.WithKata("sql/test/00-fills", kind: "state", reference: "delete from t", more: "\"limits\": { \"seconds\": 60 }");
        _library.Write("katas/sql/test/00-fills/answer.sql", "insert into t select g, repeat(md5(g::text), 30) from generate_series(3, 3000000) g");

        var run = await GradeAsync(_cache, 200);

        run.ExitCode.ShouldBe(1, run.Output);
        run.Output.ShouldContain("Your answer did not run: it fills the disk of the server.");
        run.Output.ShouldContain("3 katas: 2 right, 1 did not run");
        run.Errors.ShouldNotContain("unfinished");
        await RunningProcesses.NoneNamingAsync(_folders.Path);
    }

    private async Task<CommandRun> GradeAsync(string disk, int megabytes, params (string, string)[] more)
    {
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "grade", "all"];
        var programs = (await PrivateServers.Programs.FindAsync(default))!;
        (string, string)[] variables =
        [
            ("DBKATAS_POSTGRES", ""), ("DBKATAS_CONTAINERS", "off"), ("DBKATAS_POSTGRES_BIN", programs.Folder), ("DBKATAS_CACHE", _cache), ("TMPDIR", _temporary), ("DOTNET_EnableDiagnostics", "0"), .. more,
        ];
        // Too small for the servers' data, which go to the cache then.
        if (SmallDisk.IsHere)
            return await SmallDisk.RunAsync([(disk, megabytes), ("/dev/shm", 64)], _library.Root, variables, command);
        Directory.Delete(disk);
        return await CommandRun.RunAsync(_library.Root, variables, command[0], command[1..]);
    }

    private async Task TheNextRunIsCleanAsync()
    {
        await RunningProcesses.NoneNamingAsync(_folders.Path);
        var next = await CommandRun.KataAsync(_library.Root, "grade", "all");
        next.ExitCode.ShouldBe(0, next.Output);
        Directory.EnumerateFiles(_library.Root, "*", SearchOption.AllDirectories).Where(file => file.Contains(".json.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>As it was before the lines were broken.</summary>
    private static string Joined(CommandRun run) => run.Output.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal);
}
