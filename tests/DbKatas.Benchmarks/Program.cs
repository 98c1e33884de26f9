using DbKatas.Benchmarks;

// Usage: dotnet run -c Release --project tests/DbKatas.Benchmarks [rounds | comparing | judgement | quality]
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
