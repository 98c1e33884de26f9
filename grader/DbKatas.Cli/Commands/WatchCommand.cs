using System.CommandLine;
using System.Threading.Channels;
using DbKatas.Cli.Watching;
using DbKatas.Composition;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Commands;

internal static class WatchCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("id") { Description = "The kata to begin with [default: the next to do]", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("watch", "Grade each answer as it is saved, and go on to the next") { id };
        var folders = new LibraryOptions().AddTo(command);
        command.SetAction((arguments, cancellation) => WatchAsync(folders.Read(arguments), arguments.GetValue(id), cancellation));
        return command;
    }

    private static async Task<int> WatchAsync(KataLibrary library, string? pattern, CancellationToken cancellation)
    {
        var start = pattern is null ? null : Workplace.FindOne(library, pattern);
        var events = Channel.CreateUnbounded<WatchEvent>();
        await using var postgres = StandardGrader.Postgres(preparesAhead: true);
        await using var grader = StandardGrader.ForSession(library, postgres);
        using var keys = new WatchKeys(events.Writer);
        using var changes = new AnswerChanges(library.Answers, events.Writer);
        keys.Start();
        using var session = new WatchSession(library, grader, new WatchActions(library, postgres), new TerminalScreen(), events) { KeyIsDone = keys.Continue };
        await session.RunAsync(start, cancellation);
        return ExitCode.Good;
    }
}
