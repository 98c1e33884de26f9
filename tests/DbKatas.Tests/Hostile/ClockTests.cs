using System.Text.RegularExpressions;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Hostile;

/// <summary>The machine's clock may jump, by an hour or by years: no limit and no verdict hangs on what time it is.</summary>
public sealed partial class ClockTests
{
    /// <summary>Tells one start of Windows from the next: a jump makes it look like another, which costs a warm start.</summary>
    private const string Boot = "grader/DbKatas.Grader/Engines/Machine/Boot.cs";

    /// <summary>A clock that checks move: it begins where they say, and nowhere else.</summary>
    private const string MovableClock = "grader/DbKatas.Checks/MovableClock.cs";

    /// <summary>Tells whether the clock was set while an answer was graded, which is then graded again.</summary>
    private const string Watch = "grader/DbKatas.Grader/Engines/Machine/ClockWatch.cs";

    /// <summary>The day that stands on a class's report.</summary>
    private const string Report = "grader/DbKatas.Cli/Commands/ClassCommand.cs";

    [Test]
    public void The_grader_measures_time_and_never_asks_what_time_it_is()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Folder, "grader"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).ToList();

        var asking = sources.Where(file => WallClock().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Repository.Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

        sources.Count.ShouldBeGreaterThan(100);
        asking.ShouldBe([MovableClock, Report, Boot, Watch]);
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bGet(Utc|Local)Now\b|\b(LastWriteTime|LastAccessTime|CreationTime)")]
    private static partial Regex WallClock();
}
