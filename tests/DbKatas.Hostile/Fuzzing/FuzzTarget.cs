namespace DbKatas.Hostile.Fuzzing;

/// <summary>Something that reads texts which people write.</summary>
/// <param name="Name">What it reads.</param>
/// <param name="Pattern">The files of the library that are spoilt.</param>
/// <param name="Read">Reads a text as the grader does, up to the words for its faults. What it throws, the grader would not catch.</param>
internal sealed record FuzzTarget(string Name, string Pattern, Action<string> Read)
{
    public override string ToString() => Name;
}
