using System.Diagnostics;

namespace DbKatas.Benchmarks;

/// <summary>A command line and what to call it in the table.</summary>
internal sealed record TimedCommand(string Name, string Program, string[] Arguments);

/// <summary>
/// Times whole processes, from start to exit. The commands take turns within each round, so that a slow moment of the machine falls on all
/// of them; the first is the floor that the others are compared with. One round before the first is not counted.
/// </summary>
internal sealed class CommandTimer(string root)
{
    public async Task MeasureAsync(int rounds, string title, IReadOnlyList<TimedCommand> commands)
    {
        var times = commands.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= rounds; round++)
            for (var i = 0; i < commands.Count; i++)
            {
                var seconds = await TimeAsync(commands[i]);
                if (round > 0)
                    times[i].Add(seconds);
            }
        var floor = Median(times[0]);
        Console.WriteLine($"\n{title}: seconds, median (least – most) of {rounds}, and as a multiple of the first");
        for (var i = 0; i < commands.Count; i++)
            Console.WriteLine($"  {commands[i].Name,-28} {Median(times[i]),7:0.000}  ({times[i].Min():0.000} – {times[i].Max():0.000})   {Median(times[i]) / floor,6:0.00} ×");
    }

    public static string RootAbove(string folder) =>
        File.Exists(Path.Combine(folder, "DbKatas.sln")) ? folder : RootAbove(Path.GetDirectoryName(folder)!);

    private async Task<double> TimeAsync(TimedCommand command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DBKATAS_ANSWERS"] = "solutions";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var seconds = clock.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? seconds
            : throw new InvalidOperationException($"{command.Name} ended with {process.ExitCode}, so its time means nothing:\n{await output}{await errors}");
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
