namespace DbKatas.Grader.Comparing;

/// <summary>Rows, by their numbers in the pool, that agree by exact meaning in the given columns.</summary>
internal sealed class RowComparer(RowPool pool, int[] columns)
{
    public bool Same(int a, int b)
    {
        var (left, right) = (pool[a], pool[b]);
        foreach (int column in columns)
        {
            if (!ExactMeaning.Same(left[column], right[column]))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>One number for all rows that agree.</summary>
    public int Hash(int row)
    {
        var hash = new HashCode();
        foreach (int column in columns)
        {
            hash.Add(pool.Hash(row, column));
        }
        return hash.ToHashCode();
    }
}
