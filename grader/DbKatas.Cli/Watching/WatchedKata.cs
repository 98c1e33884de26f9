using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Watching;

/// <summary>The kata on the screen, what was last said of it, and the page made from that.</summary>
internal sealed class WatchedKata(Kata kata, string answerPath)
{
    public Kata Kata { get; } = kata;

    public string AnswerPath { get; } = answerPath;

    /// <summary>Of the answer as it was saved last; null before the first.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>What the learner asked for with a key: a hint, a plan. Gone with the next verdict.</summary>
    public string? Aside { get; set; }

    public bool IsRight => Verdict?.Outcome == Outcome.Right;

    /// <param name="next">The kata that comes after this one; null when all are right.</param>
    /// <param name="ink">How to colour.</param>
    public string Page(Kata? next, Ink ink)
    {
        List<string> parts = [Verdict is { } verdict ? VerdictText.Write(verdict, ink) : Question(ink)];
        if (Aside is not null)
            parts.Add(Aside);
        if (IsRight)
            parts.Add(next is null ? "That was the last one: all are right." : $"Next: {next.Id}  {Printable.Text(next.Title)}  (press n)");
        parts.Add(Keys(ink));
        return string.Join("\n\n", parts);
    }

    private string Question(Ink ink)
    {
        return $"{Prompt()}\n\n{ink.Faint($"{Kata.Id}  ·  level {Kata.Level} of 5")}\nSave your answer, and it is graded: {TextFile.Shown(AnswerPath)}";
    }

    private string Prompt()
    {
        try
        {
            return string.Join('\n', TextFile.Read(Kata.PromptPath).TrimEnd().Split('\n').Select(line => Printable.Text(line.TrimEnd('\r'))));
        }
        catch (TextFileException unreadable)
        {
            return $"{TextFile.Shown(Kata.PromptPath)} {unreadable.Message}";
        }
    }

    private string Keys(Ink ink)
    {
        (char Key, string What)[] keys =
        [
            ('q', "quit"), ('o', Verdict is null ? "verdict" : "question"), ('e', "edit"), ('h', "hint"),
            .. Verdict?.Counterexample is null ? Array.Empty<(char, string)>() : [('c', "counterexample")],
            .. AnswerPlan.Has(Kata) ? [('p', "plan")] : Array.Empty<(char, string)>(),
            ('r', "reset"), ('n', "next kata"),
        ];
        return ink.Faint(string.Join("   ", keys.Select(key => $"{key.Key} {key.What}")));
    }
}
