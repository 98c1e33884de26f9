namespace DbKatas.Grader.Data;

/// <summary>Makes the numbers of a group come to what an answer may get wrong.</summary>
internal interface ISums
{
    /// <param name="rows">The group.</param>
    /// <param name="random">Decides how; some groups stay as they are.</param>
    void Steer(List<string?[]> rows, Randomness random);
}
