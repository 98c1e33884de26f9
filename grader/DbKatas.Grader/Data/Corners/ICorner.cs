namespace DbKatas.Grader.Data.Corners;

/// <summary>One way of leading answers astray that are right wherever nobody looks for the case.</summary>
internal interface ICorner
{
    /// <summary>False where the schema, the seed or the reference has no such case.</summary>
    bool Fits { get; }

    /// <param name="random">Decides all values.</param>
    /// <param name="turn">From 0: how many were made before.</param>
    RowDraft Make(Randomness random, int turn);
}
