namespace DbKatas.Grader.Katas;

/// <summary>Something wrong with a kata folder, told to its author.</summary>
/// <param name="Id">The kata's id, so that the fault is shown where its verdict would stand.</param>
/// <param name="File">The file at fault, as the author would type it: "katas/sql/joins/04-x/kata.json".</param>
/// <param name="Message">What is wrong and what to write instead, in one or two sentences.</param>
public sealed record KataFault(string Id, string File, string Message)
{
    public override string ToString() => $"{File}: {Message}";
}
