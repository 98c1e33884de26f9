using DbKatas.Benchmarks;
using DbKatas.Benchmarks.Classes;
using DbKatas.Benchmarks.Pictures;

// Usage: dotnet run -c Release --project tests/DbKatas.Benchmarks [rounds | comparing | judgement | quality | hostile | soak [rounds [every]] | fuzz [inputs] | class [students] [katas…] | pictures]
// hostile, soak, fuzz and class end with 1 when something got through, changed or was left. soak 3 4 grades every fourth kata in three rounds.
// pictures makes those of the README.
if (args is ["comparing"])
{
    ComparingBenchmark.Run();
    return;
}
var root = CommandTimer.RootAbove(AppContext.BaseDirectory);
if (args is ["judgement"])
{
    await new JudgementFigures(root).MeasureAsync(default);
    return;
}
if (args is ["quality"])
{
    await new QualityFigures(root).MeasureAsync(default);
    return;
}
if (args is ["hostile"])
{
    Environment.ExitCode = await new HostileFigures(root).MeasureAsync(default) ? 0 : 1;
    return;
}
if (args is ["soak", ..])
{
    Environment.ExitCode = await new SoakFigures(root).MeasureAsync(args.Length > 1 ? int.Parse(args[1]) : 20, args.Length > 2 ? int.Parse(args[2]) : 1, default) ? 0 : 1;
    return;
}
if (args is ["fuzz", ..])
{
    Environment.ExitCode = new FuzzFigures(root).Measure(args.Length > 1 ? int.Parse(args[1]) : 100_000) ? 0 : 1;
    return;
}
if (args is ["pictures"])
{
    using var pictures = new ReadmePictures(root);
    await pictures.MakeAsync();
    return;
}
if (args is ["class", ..])
{
    using var figures = new ClassFigures(root, ClassPlan.Parse(args[1..]));
    Environment.ExitCode = await figures.MeasureAsync(default) ? 0 : 1;
    return;
}
var rounds = args.Length > 0 ? int.Parse(args[0]) : 9;
var commands = new CommandTimer(root);
const string kata = "sql/joins/10-join-fan-out";

await commands.MeasureAsync(rounds, "dotnet test, nothing to rebuild (answers from solutions/)",
[
    new("an empty NUnit project", "dotnet", ["test", "--project", "tests/DbKatas.Benchmarks.Floor"]),
    new("one kata", "dotnet", ["test", "--project", "grader/DbKatas.Grading", "--filter", $"Name={kata}"]),
    new("all katas", "dotnet", ["test", "--project", "grader/DbKatas.Grading"]),
]);
await commands.MeasureAsync(rounds, "kata grade, server to start, templates kept",
[
    new("dotnet --version", "dotnet", ["--version"]),
    new("kata grade, one kata", "./kata", ["grade", kata, "--answers", "solutions"]),
    new("kata grade all", "./kata", ["grade", "all", "--answers", "solutions"]),
]);
