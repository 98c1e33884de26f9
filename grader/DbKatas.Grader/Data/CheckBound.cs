namespace DbKatas.Grader.Data;

/// <summary>One end of the values that a CHECK lets in: "ms >= 0".</summary>
/// <param name="IsLeast">True for the lower end.</param>
/// <param name="IsIncluded">True when the value itself is let in.</param>
/// <param name="Value">The value, as the CHECK writes it.</param>
public sealed record CheckBound(bool IsLeast, bool IsIncluded, string Value)
{
    /// <summary>Whether a number, or a moment, lies on the right side of it.</summary>
    internal bool Admits<T>(T value, T bound) where T : IComparable<T> =>
        value.CompareTo(bound) is var side && (side == 0 ? IsIncluded : side > 0 == IsLeast);
}
