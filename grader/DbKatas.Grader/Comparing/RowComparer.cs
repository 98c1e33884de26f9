namespace DbKatas.Grader.Comparing;

/// <summary>Rows that agree by exact meaning in the given columns.</summary>
internal sealed class RowComparer(IReadOnlyList<int> columns) : IEqualityComparer<Value[]>
{
    public static RowComparer OfAll(int columns) => new([.. Enumerable.Range(0, columns)]);

    public bool Equals(Value[]? x, Value[]? y)
    {
        foreach (int column in columns)
        {
            if (!ExactMeaning.Same(x![column], y![column]))
            {
                return false;
            }
        }
        return true;
    }

    public int GetHashCode(Value[] obj)
    {
        var hash = new HashCode();
        foreach (int column in columns)
        {
            hash.Add(ExactMeaning.Hash(obj[column]));
        }
        return hash.ToHashCode();
    }
}
