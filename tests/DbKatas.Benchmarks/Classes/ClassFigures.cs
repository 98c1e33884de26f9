using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks.Classes;

/// <summary>
/// Grades a class with the real command: a third of it, two thirds, all of it; and all of it again in parts, which are merged. Prints what that costs, beside
/// the time that psql takes for the same statements.
/// </summary>
internal sealed partial class ClassFigures(string root, ClassPlan plan) : IDisposable
{
    private readonly DirectoryInfo _folder = plan.Folder is { } kept ? Directory.CreateDirectory(kept) : Directory.CreateTempSubdirectory("dbkatas-class-figures-");
    private readonly string _program = Path.Combine(root, "artifacts", "publish", "DbKatas.Cli", "release", "DbKatas.Cli.dll");

    /// <returns>True when the parts, merged, are the whole.</returns>
    public async Task<bool> MeasureAsync(CancellationToken cancellation)
    {
        var catalog = KataCatalog.Load(KataLibrary.At(root).Katas);
        var katas = catalog.Syllabus.InOrder([.. plan.Katas.SelectMany(catalog.Find).Distinct()]);
        var made = new MadeClass(new AnswerPool(root, katas), katas, plan.Shares);
        Console.WriteLine($"{plan.Students} students × {katas.Count} katas; {plan.Shares.Personal:P0} of the answers are personal, {plan.Shares.Hostile:P0} hostile");
        // Builds it, where something has changed, and leaves the servers' data in the cache.
        await MeasuredCommand.RunAsync(Path.Combine(root, "kata"), ["grade", katas[0].Id, "--answers", "solutions"], root);
        foreach (var students in plan.Sizes)
            await GradeAsync(made, students, katas);
        foreach (var reading in FloorReading.All)
            if (await ClassFloor.MeasureAsync(made.Answers, KataLibrary.At(root), reading, cancellation) is { } psql)
                Console.WriteLine($"  psql, one script: {psql.Answers} {reading.Words}, at most {psql.Runs} runs: {psql.Milliseconds / 1000:0.0} s");
        return plan.Shards == 0 || await InPartsAsync();
    }

    public void Dispose()
    {
        if (plan.Folder is null)
            _folder.Delete(recursive: true);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string Whole => At($"out-{plan.Students}");

    private async Task GradeAsync(MadeClass made, int students, IReadOnlyList<Kata> katas)
    {
        made.Write(students, At($"class-{students}"));
        File.WriteAllText(At($"class-{students}/class.json"), JsonSerializer.Serialize(new { katas = plan.Katas }));
        var distinct = made.Answers.DistinctBy(answer => (answer.Kata.Id, answer.Text)).Count();
        var measured = await KataAsync("class", "grade", At($"class-{students}"), "--out", At($"out-{students}"));
        var (verdicts, seconds) = (students * katas.Count, measured.Time.TotalSeconds);
        Console.WriteLine($"  {students} students: {verdicts} verdicts, {made.Answers.Count} answers, {distinct} different, in {seconds:0.0} s: {verdicts / seconds:0.0} verdicts and "
            + $"{distinct / seconds:0.0} different answers a second; {measured.Megabytes} MB at most");
        Console.WriteLine($"    {Outcomes(At($"out-{students}"))}");
        var again = await KataAsync("class", "grade", At($"class-{students}"), "--out", At($"out-{students}"));
        Console.WriteLine($"    again, nothing changed: {again.Time.TotalSeconds:0.0} s, {again.Megabytes} MB; report.html {new FileInfo(Path.Combine(At($"out-{students}"), "report.html")).Length / 1024} KB");
    }

    private async Task<bool> InPartsAsync()
    {
        var parts = Enumerable.Range(1, plan.Shards).ToList();
        var times = new List<TimeSpan>();
        foreach (var part in parts)
            times.Add((await KataAsync("class", "grade", At($"class-{plan.Students}"), "--shard", $"{part}/{plan.Shards}", "--out", At($"part-{part}"))).Time);
        var merge = await KataAsync(["class", "merge", .. parts.Select(part => At($"part-{part}")), "--out", At("merged")]);
        var same = Told(Whole) == Told(At("merged"));
        Console.WriteLine($"  in {plan.Shards} parts, one after the other: {times.Sum(time => time.TotalSeconds):0.0} s, the longest {times.Max().TotalSeconds:0.0} s; merged in {merge.Time.TotalSeconds:0.0} s, {merge.Megabytes} MB; "
            + $"results.json, milliseconds aside: {(same ? "the same, byte for byte" : "DIFFERENT")}");
        if (!same)
            foreach (var difference in ClassDifferences.Between(Whole, At("merged")).Take(20))
                Console.WriteLine($"    {difference}");
        return same;
    }

    // Ends with 2 when an answer could not be judged; the outcomes below tell how many.
    private Task<Measured> KataAsync(params string[] arguments) => MeasuredCommand.RunAsync("dotnet", [_program, .. arguments], root, 2);

    /// <summary>The time that an answer took is in its verdict, and is never twice the same.</summary>
    private static string Told(string results) => Milliseconds().Replace(File.ReadAllText(Path.Combine(results, "results.json")), "\"milliseconds\": 0");

    private static string Outcomes(string results)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(results, "results.json")));
        var outcomes = json.RootElement.GetProperty("students").EnumerateArray().SelectMany(student => student.GetProperty("verdicts").EnumerateArray())
            .CountBy(verdict => verdict.GetProperty("outcome").GetString()!).OrderByDescending(outcome => outcome.Value);
        return string.Join(", ", outcomes.Select(outcome => string.Create(CultureInfo.InvariantCulture, $"{outcome.Key} {outcome.Value}")));
    }

    [GeneratedRegex("\"milliseconds\": [0-9]+")]
    private static partial Regex Milliseconds();
}
