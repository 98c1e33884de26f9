using System.Diagnostics;
using System.Text.RegularExpressions;
using DbKatas.Grader.Katas;
using DbKatas.Tests.Feedback;
using NUnit.Framework;

namespace DbKatas.Tests.Cli;

/// <summary>What <c>kata db</c> and the last of the hints say fits the engine and the kind of the kata.</summary>
public partial class EngineWordsTests
{
    private static readonly string Root = KataLibrary.Around(AppContext.BaseDirectory)!.Root;

    [TestCase("sql/joins/10-join-fan-out")]
    [TestCase("sql/crud/02-update-where")]
    [TestCase("families/concepts/01-which-database")]
    [TestCase("dotnet/08-n-plus-one")]
    [TestCase("mongodb/aggregation/02-group-totals")]
    [TestCase("mongodb/crud/03-update-operators")]
    [TestCase("redis/structures/06-expire-and-ttl")]
    public async Task The_last_hint_says_what_else_can_be_done(string id)
    {
        using var library = new TinyLibrary();
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "katas", id)))
            library.Write($"katas/{id}/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file));
        library.Write("DbKatas.sln", "");
        var hints = KataCatalog.Load(library.Library.Katas).Katas[0].Hints.Count;

        CommandRun? last = null;
        for (var i = 0; i < hints; i++)
            last = await CommandRun.KataAsync(library.Root, "hint", id);

        last!.Output[last.Output.IndexOf("That was the last hint.", StringComparison.Ordinal)..].ShouldBeApprovedAs($"Cli/approved/last-hint/{id.Replace('/', '.')}");
    }

    [TestCase("sql/joins/10-join-fan-out")]
    [TestCase("families/concepts/01-which-database")]
    [TestCase("mongodb/aggregation/02-group-totals")]
    [TestCase("redis/structures/06-expire-and-ttl")]
    [TestCase("redis/patterns/02-fixed-window-limit")]
    public async Task Opens_the_database_of_each_engine_or_says_why_not(string id)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "db", id])
        {
            WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // The stand-in is what is tested, also where a server is at hand.
        start.Environment.Remove("DBKATAS_MONGODB");
        start.Environment["DBKATAS_CONTAINERS"] = "off";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            text += line + "\n";
            if (line.StartsWith("Ctrl-C", StringComparison.Ordinal))
                Process.Start("kill", ["-INT", process.Id.ToString()]).WaitForExit();
        }
        await process.WaitForExitAsync();

        (Anonymous(text) + await errors).ShouldBeApprovedAs($"Cli/approved/db/{id.Replace('/', '.')}");
    }

    /// <summary>Without what differs from run to run and from machine to machine.</summary>
    private static string Anonymous(string text) =>
        Origin().Replace(Number().Replace(Port().Replace(Password().Replace(Name().Replace(text, "NAME"), "PASSWORD"), "PORT"), "NUMBER"), "(SERVER)");

    [GeneratedRegex(@"dbkatas_r\d+(_\d+)?")]
    private static partial Regex Name();

    [GeneratedRegex("[0-9A-F]{32}")]
    private static partial Regex Password();

    [GeneratedRegex(@"(?<=127\.0\.0\.1:|Port=|-p )\d+")]
    private static partial Regex Port();

    [GeneratedRegex(@"(?<=(PostgreSQL|Redis) )\d+(\.\d+)+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\((private server|DBKATAS_\w+)\)")]
    private static partial Regex Origin();
}
