using Spectre.Console;

namespace DbKatas.Cli;

/// <summary>Work that takes minutes, with a bar on standard error where a person watches.</summary>
internal static class LongWork
{
    /// <param name="title">What is done.</param>
    /// <param name="steps">Of how many steps it consists.</param>
    /// <param name="work">Does it, and says how many steps were done.</param>
    public static async Task WatchedAsync(string title, int steps, Func<Action<int>, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(_ => { });
            return;
        }
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await screen.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask(title, maxValue: steps);
                await work(done => bar.Increment(done));
            });
    }
}
