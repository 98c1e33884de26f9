namespace DbKatas.Grader.Comparing;

/// <summary>Rows, by their numbers in the pool, that agree by exact meaning in the given columns.</summary>
internal sealed class RowComparer(RowPool pool, int[] columns) : IEqualityComparer<int>
{
    public bool Equals(int x, int y)
    {
        var (left, right) = (pool[x], pool[y]);
        foreach (int column in columns)
        {
            if (!ExactMeaning.Same(left[column], right[column]))
            {
                return false;
            }
        }
        return true;
    }

    public int GetHashCode(int obj)
    {
        var hash = new HashCode();
        foreach (int column in columns)
        {
            hash.Add(pool.Hash(obj, column));
        }
        return hash.ToHashCode();
    }
}
