using System.CommandLine;
using DbKatas.Cli.Commands;
using DbKatas.Cli.Daemon;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Grading;

namespace DbKatas.Cli;

/// <summary>The `kata` command: every sub-command, and what happens when one fails.</summary>
public static class CommandLine
{
    /// <summary>Every sub-command with its arguments and options.</summary>
    public static RootCommand Create() => new("Learn databases by doing: katas for SQL and NoSQL, judged on real servers.")
    {
        ListCommand.Create(), NextCommand.Create(), ShowCommand.Create(), HintCommand.Create(), GradeCommand.Create(), WatchCommand.Create(),
        ResetCommand.Create(), DatabaseCommand.Create(), SetupCommand.Create(), DoctorCommand.Create(), DemoCommand.Create(), TestCommand.Create(),
        NewCommand.Create(), VerifyCommand.Create(), ClassCommand.Create(), PackCommand.Create(), StopCommand.Create(), DaemonCommand.Create(),
    };

    public static Task<int> RunAsync(string[] args) => GuardAsync(async () =>
    {
        CheckFolder();
        return await DaemonClient.TryGradeAsync(args) ?? await InvokeAsync(args);
    });

    /// <summary>Tells a person what kept a command from its work.</summary>
    /// <returns>The command's exit code, or that of what kept it.</returns>
    internal static async Task<int> GuardAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (TroubleException trouble)
        {
            await Console.Error.WriteLineAsync(trouble.Message);
            return ExitCode.Trouble;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return ExitCode.Stopped;
        }
        catch (Exception unforeseen)
        {
            await Console.Error.WriteLineAsync(
                $"Something in DbKatas itself went wrong: {unforeseen.Message} Your files are as they were. " +
                await ErrorReport.WriteAsync(unforeseen));
            return ExitCode.Trouble;
        }
    }

    private static void CheckFolder()
    {
        try
        {
            _ = Environment.CurrentDirectory;
        }
        catch (FileNotFoundException removed)
        {
            throw new TroubleException("The folder that you are in is not there any more. Go to another, as by: cd ~", removed);
        }
    }

    private static Task<int> InvokeAsync(string[] args)
    {
        // Long enough for a server to be stopped after Ctrl-C.
        var settings = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
        return Create().Parse(args).InvokeAsync(settings);
    }
}
