namespace DbKatas.Grader.Comparing;

/// <summary>One cell of a result. A struct, so that a row of a million is one array and not an object for each cell.</summary>
/// <param name="Kind">How it compares.</param>
/// <param name="Text">What the server prints for it in its canonical form; null only for <see cref="ValueKind.Null"/>.</param>
/// <param name="Items">The items of a <see cref="ValueKind.Array"/>; null for every other kind.</param>
public readonly record struct Value(ValueKind Kind, string? Text, IReadOnlyList<Value>? Items = null)
{
    public static readonly Value Null;

    internal bool IsNumeric => Kind is ValueKind.Number or ValueKind.Float;
}
