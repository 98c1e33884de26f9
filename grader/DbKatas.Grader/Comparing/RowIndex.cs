using System.Numerics;

namespace DbKatas.Grader.Comparing;

/// <summary>A chained hash table of so many rows, which are numbered from 0: three numbers a row, whatever the rows hold.</summary>
/// <remarks>Rows of one hash need not be equal: whoever asks compares them.</remarks>
internal sealed class RowIndex
{
    /// <summary>In place of a row where there is none.</summary>
    public const int None = -1;

    private readonly int[] _first;
    private readonly int[] _next;
    private readonly int[] _hashes;

    /// <param name="rows">As many as there may be.</param>
    public RowIndex(int rows)
    {
        _first = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(rows, 1))];
        _next = new int[rows];
        _hashes = new int[rows];
        Clear();
    }

    /// <summary>Forgets all rows.</summary>
    public void Clear() => Array.Fill(_first, None);

    /// <summary>Adds a row, which comes before those of the same hash that are there already.</summary>
    public void Add(int row, int hash)
    {
        ref int first = ref Chain(hash);
        (_next[row], _hashes[row], first) = (first, hash, row);
    }

    /// <summary>The first row of a hash, or <see cref="None"/>.</summary>
    public int First(int hash) => OfHash(Chain(hash), hash);

    /// <summary>The next row of the same hash, or <see cref="None"/>.</summary>
    public int Next(int row) => OfHash(_next[row], _hashes[row]);

    /// <summary>Forgets a row that is there.</summary>
    public void Remove(int row)
    {
        ref int link = ref Chain(_hashes[row]);
        while (link != row)
        {
            link = ref _next[link];
        }
        link = _next[row];
    }

    private ref int Chain(int hash) => ref _first[hash & (_first.Length - 1)];

    private int OfHash(int row, int hash)
    {
        while (row != None && _hashes[row] != hash)
        {
            row = _next[row];
        }
        return row;
    }
}
