using DbKatas.Grader.Engines;

namespace DbKatas.Cli.Doctoring;

/// <summary>What `kata doctor` found.</summary>
/// <param name="Engines">Each engine, with the ways to a server of it.</param>
/// <param name="Machine">What else there is, or is not.</param>
internal sealed record Diagnosis(IReadOnlyList<EngineFinding> Engines, IReadOnlyList<MachinePart> Machine)
{
    public bool IsWell => Engines.All(engine => engine.CanGrade);
}

/// <summary>How an engine's katas will be graded.</summary>
/// <param name="Engine">Its name in kata.json.</param>
/// <param name="Title">Its name as people write it.</param>
/// <param name="Ways">The ways that a run would ask, in order; the last is the one that it would take, or fail at.</param>
/// <param name="Bring">The command that brings a way where there is none.</param>
internal sealed record EngineFinding(string Engine, string Title, IReadOnlyList<WayFinding> Ways, string Bring)
{
    public bool CanGrade => Ways is [.., { State: WayState.Open }];

    /// <summary>The one command that mends it; null where nothing is to be mended.</summary>
    public string? Mend => Ways switch
    {
        [.., { State: WayState.Open }] => null,
        [.., { State: WayState.Broken, Variable: { } variable }] => OperatingSystem.IsWindows() ? $"set {variable}=" : $"unset {variable}",
        _ => Bring,
    };
}

/// <summary>Something that grading may use.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Words">What was found, in a few words.</param>
/// <param name="IsHere">False when something is missing, wanted or not.</param>
/// <param name="Mend">The one command that brings what is missing; null where nothing is.</param>
internal sealed record MachinePart(string Name, string Words, bool IsHere = true, string? Mend = null);
