using System.CommandLine;
using DbKatas.Composition;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Commands;

internal static class DemoCommand
{
    /// <summary>One kata an engine, with the wrong answer that is shown first.</summary>
    private static readonly (string Id, string Wrong)[] Shown =
    [
        ("sql/joins/10-join-fan-out", "double-join.sql"),
        ("mongodb/aggregation/02-group-totals", "missing-as-zero.jsonc"),
        ("redis/structures/06-expire-and-ttl", "code-lives-for-ever.redis"),
    ];

    public static Command Create()
    {
        var command = new Command("demo", "Set up, then grade a wrong and a right answer to see what a learner sees");
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var library = Workplace.WithSolutions(Workplace.Library());
        var catalog = KataCatalog.Load(library.Katas);
        var here = await SetupCommand.RunAsync(cancellation);
        await using var grader = StandardGrader.For(library);
        var isAsItShouldBe = here.Count > 0;
        foreach (var (id, wrong) in Shown)
        {
            var kata = Workplace.FindOne(catalog, id);
            if (!kata.Engines.All(here.Contains))
                continue;
            Console.WriteLine();
            var solution = Path.Combine(library.Solutions, kata.Id);
            isAsItShouldBe &= await ShowAsync("A wrong answer", kata, Path.Combine(solution, "wrong", wrong)) == Outcome.NotYet;
            isAsItShouldBe &= await ShowAsync("The right one", kata, Path.Combine(solution, kata.AnswerFile)) == Outcome.Right;
        }
        Console.WriteLine("Now you: ./kata list shows the katas, ./kata show ID a question.");
        return isAsItShouldBe ? ExitCode.Good : ExitCode.Trouble;

        async Task<Outcome> ShowAsync(string title, Kata kata, string path)
        {
            Console.WriteLine($"{Workplace.Ink.Bold(title)} to {kata.Id}:\n\n{Indented(path)}\n");
            var verdict = await grader.GradeAsync(kata, path, cancellation);
            // A learner's answer stands in the kata's own folder.
            Console.WriteLine(VerdictText.Write(verdict with { AnswerPath = library.AnswerPath(kata) }, Workplace.Ink) + "\n");
            return verdict.Outcome;
        }
    }

    private static string Indented(string path) =>
        string.Join('\n', TextFile.Read(path).TrimEnd().Split('\n').Where(line => !IsComment(line)).Select(line => "    " + line));

    private static bool IsComment(string line) => line.StartsWith("--", StringComparison.Ordinal) || line.StartsWith('#') || line.StartsWith("//", StringComparison.Ordinal);
}
