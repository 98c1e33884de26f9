using DbKatas.Grader.Engines;
using DbKatas.Grader.Feedback;

namespace DbKatas.Cli.Doctoring;

/// <summary>A diagnosis for a person: each engine with the ways to it, the machine, and what mends what.</summary>
internal static class DoctorText
{
    private const int Indent = 4;

    public static string Write(Diagnosis diagnosis, Ink ink)
    {
        var lines = new List<string>();
        foreach (var engine in diagnosis.Engines)
        {
            lines.Add($"{ink.Bold(engine.Title)}: {(engine.CanGrade ? ink.Good("graded by " + engine.Ways[^1].Way) : ink.Bad("can't be graded"))}");
            lines.AddRange(engine.Ways.Select(way => Line($"{Mark(way.State, ink)} {way.Way}: {Printable.Text(way.Words)}")));
            if (engine.Mend is { } mend)
                lines.Add(Line($"  → {mend}"));
            lines.Add("");
        }
        lines.Add(ink.Bold("This machine"));
        foreach (var part in diagnosis.Machine)
        {
            lines.Add(Line($"{Mark(part.IsHere ? WayState.Open : WayState.Closed, ink)} {part.Name}: {Printable.Text(part.Words)}"));
            if (part.Mend is { } mend)
                lines.Add(Line($"  → {mend}"));
        }
        lines.Add("");
        lines.Add(Verdict(diagnosis));
        return string.Join('\n', lines);
    }

    private static string Verdict(Diagnosis diagnosis) => diagnosis.Engines.Where(engine => !engine.CanGrade).Select(engine => engine.Title).ToList() switch
    {
        [] => "Every engine's katas can be graded here.",
        [var one] => $"The katas on {one} can't be graded here yet.",
        var some => $"The katas on {string.Join(", ", some.SkipLast(1))} and {some[^1]} can't be graded here yet.",
    };

    private static string Mark(WayState state, Ink ink) => state switch
    {
        WayState.Open => ink.Good("✓"),
        WayState.Broken => ink.Bad("✗"),
        _ => ink.Faint("·"),
    };

    private static string Line(string text) => new string(' ', Indent - 2) + VerdictText.Wrap(text).Replace("\n", "\n" + new string(' ', Indent), StringComparison.Ordinal);
}
