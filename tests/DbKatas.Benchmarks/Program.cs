using DbKatas.Benchmarks;
using DbKatas.Benchmarks.Classes;
using DbKatas.Benchmarks.Pictures;

// Usage: dotnet run -c Release --project tests/DbKatas.Benchmarks -- NAME [number …]
var root = CommandTimer.RootAbove(AppContext.BaseDirectory);
var benchmarks = new Dictionary<string, (string What, Func<Task<bool>> Run)>
{
    ["commands"] = ("whole commands, from start to exit [rounds]", () => Measured(new CommandFigures(root).MeasureAsync(Number(1, 9)))),
    ["verify"] = ("kata verify of each kata, one after the other [katas …]", () => Measured(new VerifyFigures(root).MeasureAsync(args.Skip(1)))),
    ["watch"] = ("kata watch, from saving to the verdict [rounds [katas …]]", () => Measured(new WatchFigures(root).MeasureAsync(Number(1, 20), args.Skip(2), default))),
    ["datasets"] = ("one more dataset, and a fresh database [rounds]", () => Measured(new DatasetFigures(root).MeasureAsync(Number(1, 30), default))),
    ["library"] = ("all SQL answers on all datasets, beside psql", () => Measured(new LibraryFigures(root).MeasureAsync(default))),
    ["class"] = ("a class made for it, in three sizes and in parts: ends with 1 when the parts say something else [students [katas …]]", ClassAsync),
    ["pictures"] = ("makes the pictures of the README anew", PicturesAsync),
    ["comparing"] = ("two results of a million rows", () => Measured(ComparingBenchmark.RunAsync(default))),
    ["judgement"] = ("wrong answers accepted and right ones refused", () => Measured(new JudgementFigures(root).MeasureAsync(default))),
    ["quality"] = ("answers and mutants a second, counterexamples", () => Measured(new QualityFigures(root).MeasureAsync(default))),
    ["hostile"] = ("hostile answers: ends with 1 when one is not contained", () => new HostileFigures(root).MeasureAsync(default)),
    ["soak"] = ("round after round with faults: ends with 1 when a verdict changed or something was left [rounds [every nth kata]]",
        () => new SoakFigures(root).MeasureAsync(Number(1, 20), Number(2, 1), default)),
    ["fuzz"] = ("hostile files: ends with 1 when one was not told in words [inputs]", () => Task.FromResult(new FuzzFigures(root).Measure(Number(1, 100_000)))),
};

if (args is [var name, ..] && benchmarks.TryGetValue(name, out var benchmark))
    return await benchmark.Run() ? 0 : 1;
Console.Error.WriteLine("Which benchmark?\n" + string.Join('\n', benchmarks.Select(one => $"  {one.Key,-10} {one.Value.What}")));
return 2;

int Number(int place, int usual) => args.Length > place ? int.Parse(args[place]) : usual;

async Task<bool> PicturesAsync()
{
    using var pictures = new ReadmePictures(root);
    await pictures.MakeAsync();
    return true;
}

async Task<bool> ClassAsync()
{
    using var figures = new ClassFigures(root, ClassPlan.Parse(args[1..]));
    return await figures.MeasureAsync(default);
}

static async Task<bool> Measured(Task measuring)
{
    await measuring;
    return true;
}
