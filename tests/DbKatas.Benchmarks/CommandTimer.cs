using System.Diagnostics;

namespace DbKatas.Benchmarks;

/// <summary>A command line and what to call it in the table.</summary>
internal sealed record TimedCommand(string Name, string Program, string[] Arguments)
{
    /// <summary>Variables of its environment, besides this program's.</summary>
    public IReadOnlyList<(string Name, string Value)> Variables { get; init; } = [];
}

/// <summary>
/// Times whole processes, from start to exit. The commands take turns within each round, so that a slow moment of the machine falls on all
/// of them; the first is the floor that the others are compared with. One round before the first is not counted.
/// </summary>
internal sealed class CommandTimer(string root)
{
    /// <param name="rounds">How often each is timed.</param>
    /// <param name="title">What the table is about.</param>
    /// <param name="commands">In the order of the table.</param>
    /// <param name="floor">Seconds to compare with; null to take the first command's.</param>
    /// <returns>The floor.</returns>
    public async Task<double> MeasureAsync(int rounds, string title, IReadOnlyList<TimedCommand> commands, double? floor = null)
    {
        var peaks = new double[commands.Count];
        var times = commands.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= rounds; round++)
            for (var i = 0; i < commands.Count; i++)
            {
                var (seconds, megabytes) = await TimeAsync(commands[i]);
                peaks[i] = Math.Max(peaks[i], megabytes);
                if (round > 0)
                    times[i].Add(seconds);
            }
        var least = floor ?? Median(times[0]);
        Console.WriteLine($"\n{title}: seconds, median (least – most) of {rounds}, as a multiple of the floor, and the most memory");
        for (var i = 0; i < commands.Count; i++)
            Console.WriteLine($"  {commands[i].Name,-28} {Median(times[i]),7:0.000}  ({times[i].Min():0.000} – {times[i].Max():0.000})   {Median(times[i]) / least,6:0.00} ×  {peaks[i],5:0} MB");
        return least;
    }

    public static string RootAbove(string folder) =>
        File.Exists(Path.Combine(folder, "DbKatas.sln")) ? folder : RootAbove(Path.GetDirectoryName(folder)!);

    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public async Task<(double Seconds, double Megabytes)> TimeAsync(TimedCommand command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DBKATAS_ANSWERS"] = "solutions";
        foreach (var (name, value) in command.Variables)
            start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var megabytes = 0.0;
        var ended = process.WaitForExitAsync();
        // Of this process alone: servers and workers have memory of their own.
        while (await Task.WhenAny(ended, Task.Delay(20)) != ended)
            megabytes = Math.Max(megabytes, PeakOf(process));
        var seconds = clock.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? (seconds, megabytes)
            : throw new InvalidOperationException($"{command.Name} ended with {process.ExitCode}, so its time means nothing:\n{await output}{await errors}");
    }

    private static double PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1e6;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
