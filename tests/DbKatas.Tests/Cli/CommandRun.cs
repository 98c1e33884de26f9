using System.Diagnostics;

namespace DbKatas.Tests.Cli;

/// <summary>A whole process, run as a person would run it, and what it said.</summary>
public sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The `kata` command, built beside these tests.</summary>
    public static Task<CommandRun> KataAsync(string folder, params string[] arguments) =>
        RunAsync(folder, [], "dotnet", [Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), .. arguments]);

    public static async Task<CommandRun> RunAsync(string folder, (string Name, string Value)[] variables, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new CommandRun(process.ExitCode, await output, await errors);
    }
}
