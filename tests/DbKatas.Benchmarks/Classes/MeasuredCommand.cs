using System.Diagnostics;

namespace DbKatas.Benchmarks.Classes;

/// <summary>Runs a program to its end, and says how long it took and how much memory it held at most; that of programs that it starts is not counted.</summary>
internal static class MeasuredCommand
{
    /// <exception cref="InvalidOperationException">It did not end with 0 or with one of <paramref name="alsoGood"/>.</exception>
    public static async Task<Measured> RunAsync(string program, IEnumerable<string> arguments, string folder, params int[] alsoGood)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors, peak) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), 0L);
        for (var end = process.WaitForExitAsync(); !end.IsCompleted; await Task.WhenAny(end, Task.Delay(50)))
            peak = Math.Max(peak, PeakOf(process.Id));
        return process.ExitCode == 0 || alsoGood.Contains(process.ExitCode)
            ? new Measured(clock.Elapsed, peak)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}, so its time means nothing:\n{await output}{await errors}");
    }

    /// <summary>Kept by the kernel, so that no peak between two looks is lost; 0 where there is no /proc.</summary>
    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

/// <param name="Time">From start to exit.</param>
/// <param name="Megabytes">The most memory that was held at a time.</param>
internal sealed record Measured(TimeSpan Time, long Megabytes);
