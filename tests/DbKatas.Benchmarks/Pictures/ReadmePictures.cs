using DbKatas.Benchmarks.Classes;
using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks.Pictures;

/// <summary>The README's pictures, made from real runs: docs/pictures. Needs <c>script</c> and Chromium.</summary>
internal sealed class ReadmePictures(string root) : IDisposable
{
    private const string Kata = "sql/joins/02-left-join-missing";
    private const string Wrong = "inner-join.sql";

    private readonly DirectoryInfo _clone = Directory.CreateTempSubdirectory("dbkatas-pictures-");

    private string Pictures => Path.Combine(root, "docs", "pictures");

    private string Program => Path.Combine(root, "artifacts", "bin", "DbKatas.Cli", "release", "DbKatas.Cli.dll");

    public async Task MakeAsync()
    {
        Directory.CreateDirectory(Pictures);
        CopyLibrary();
        // Builds it, where something has changed.
        await MeasuredCommand.RunAsync(Path.Combine(root, "kata"), ["list"], root);
        var terminal = new Terminal(Program, _clone.FullName);
        await VerdictAsync(terminal);
        await WatchAsync(terminal);
        await ReportAsync();
    }

    public void Dispose() => _clone.Delete(recursive: true);

    private async Task VerdictAsync(Terminal terminal)
    {
        Answer(Path.Combine("wrong", Wrong));
        var wrong = await terminal.RunAsync($"grade {Kata}");
        Answer("answer.sql");
        var right = await terminal.RunAsync($"grade {Kata}");
        Write("verdict.svg", "a wrong answer, and the right one", $"\e[2m$\e[0m ./kata grade {Kata}\n{wrong}\n\e[2m$\e[0m ./kata grade {Kata}\n{right}");
    }

    private async Task WatchAsync(Terminal terminal)
    {
        Answer("answer.sql");
        var screen = await terminal.RunAsync($"watch {Kata}", "q quit",
        [
            // An editor would save it so.
            (_ => Answer(Path.Combine("wrong", "last-day-lost.sql")), "next kata"),
            (keys => { keys.Write('h'); keys.Flush(); }, "next kata"),
        ], 'q');
        Write("watch.svg", "kata watch", screen);
    }

    private async Task ReportAsync()
    {
        var catalog = KataCatalog.Load(KataLibrary.At(root).Katas);
        string[] topics = ["sql/joins", "sql/windows"];
        var katas = catalog.Syllabus.InOrder([.. topics.SelectMany(catalog.Find)]);
        var (handedIn, results) = (Path.Combine(_clone.FullName, "class"), Path.Combine(_clone.FullName, "results"));
        new MadeClass(new AnswerPool(root, katas), katas, new ClassShares(Personal: 0)).Write(12, handedIn);
        File.WriteAllText(Path.Combine(handedIn, "class.json"), System.Text.Json.JsonSerializer.Serialize(new { katas = topics }));
        await MeasuredCommand.RunAsync("dotnet", [Program, "class", "grade", handedIn, "--out", results], root);
        await MeasuredCommand.RunAsync("chromium",
            ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1020,1080", $"--screenshot={Path.Combine(Pictures, "report.png")}", new Uri(Path.Combine(results, "report.html")).AbsoluteUri], root);
        Console.WriteLine($"docs/pictures/report.png  {new FileInfo(Path.Combine(Pictures, "report.png")).Length / 1024} KB");
    }

    private void CopyLibrary()
    {
        File.WriteAllText(Path.Combine(_clone.FullName, "DbKatas.sln"), "");
        foreach (var file in ((string[])["katas", "solutions"]).SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)))
        {
            var copy = Path.Combine(_clone.FullName, Path.GetRelativePath(root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private void Answer(string solution) => File.Copy(Path.Combine(_clone.FullName, "solutions", Kata, solution), Path.Combine(_clone.FullName, "katas", Kata, "answer.sql"), overwrite: true);

    private void Write(string name, string title, string output)
    {
        File.WriteAllText(Path.Combine(Pictures, name), TerminalPicture.Svg(title, output));
        Console.WriteLine($"docs/pictures/{name}  {new FileInfo(Path.Combine(Pictures, name)).Length / 1024} KB");
    }
}
