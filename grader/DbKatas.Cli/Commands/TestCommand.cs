using System.CommandLine;
using System.Diagnostics;

namespace DbKatas.Cli.Commands;

internal static class TestCommand
{
    public static Command Create()
    {
        var command = new Command("test", "Set up, then run the project's whole test suite");
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var root = Workplace.WithSolutions(Workplace.Library()).Root;
        await SetupCommand.RunAsync(cancellation);
        var learners = await DotnetTestAsync(root, "--solution", "DbKatas.sln", cancellation);
        var project = await DotnetTestAsync(root, "--project", "tests/DbKatas.Tests", cancellation);
        return learners != 0 ? learners : project;
    }

    private static async Task<int> DotnetTestAsync(string root, string option, string path, CancellationToken cancellation)
    {
        Console.WriteLine($"\n> dotnet test {option} {path}");
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet", ["test", option, path]) { WorkingDirectory = root })!;
        await dotnet.WaitForExitAsync(cancellation);
        return dotnet.ExitCode;
    }
}
