using System.Collections.Concurrent;

namespace DbKatas.Grader.Comparing;

/// <summary>
/// The rows of two tables under one numbering, the expected ones first, and the hash of each of their cells by exact meaning. A cell is hashed
/// when it is first asked for, and once: reading numbers and instants out of texts is most of the work of comparing many rows.
/// </summary>
internal sealed class RowPool
{
    // Fewer rows are done sooner than other threads begin.
    private const int ManyRows = 10_000;

    private readonly IReadOnlyList<Value[]> _expected;
    private readonly IReadOnlyList<Value[]> _actual;
    private readonly int[]?[] _hashes;

    public RowPool(IReadOnlyList<Value[]> expected, IReadOnlyList<Value[]> actual, int columns)
    {
        (_expected, _actual) = (expected, actual);
        _hashes = new int[columns][];
        AllColumns = [.. Enumerable.Range(0, columns)];
    }

    public int[] AllColumns { get; }

    public int ExpectedCount => _expected.Count;

    public int ActualCount => _actual.Count;

    /// <summary>The numbers of the expected rows, which are their positions.</summary>
    public IReadOnlyList<int> Expected => field ??= [.. Enumerable.Range(0, ExpectedCount)];

    /// <summary>The numbers of the actual rows.</summary>
    public IReadOnlyList<int> Actual => field ??= [.. Enumerable.Range(ExpectedCount, ActualCount)];

    public Value[] this[int number] => number < _expected.Count ? _expected[number] : _actual[number - _expected.Count];

    /// <summary>The number of an actual row.</summary>
    public int OfActual(int position) => ExpectedCount + position;

    /// <summary>The hash of a cell; see <see cref="ExactMeaning.Hash(in Value)"/>.</summary>
    public int Hash(int number, int column)
    {
        ref int hash = ref Column(column)[number];
        // 0 stands for "not yet". Two threads may reckon the same cell; they find the same.
        return hash != 0 ? hash : hash = Reckoned(this[number][column]);
    }

    /// <summary>What is found for each of many rows; see <see cref="ForAll"/>.</summary>
    public static int[] OfAll(IReadOnlyList<int> numbers, Func<int, int> find)
    {
        int[] found = new int[numbers.Count];
        ForAll(found.Length, i => found[i] = find(numbers[i]));
        return found;
    }

    /// <summary>Does something with each of so many rows, on all processors where there are many. It must not matter in which order.</summary>
    public static void ForAll(int rows, Action<int> act)
    {
        if (rows < ManyRows)
        {
            ForEach(0, rows, act);
        }
        else
        {
            OnAllProcessors(rows, act);
        }
    }

    // By itself, so that nothing of it is loaded for a few rows.
    private static void OnAllProcessors(int rows, Action<int> act) =>
        Parallel.ForEach(Partitioner.Create(0, rows), part => ForEach(part.Item1, part.Item2, act));

    private static void ForEach(int start, int end, Action<int> act)
    {
        for (int i = start; i < end; i++)
        {
            act(i);
        }
    }

    private int[] Column(int column) => _hashes[column] ?? Made(column);

    // Of two threads that make it, both take the first one's.
    private int[] Made(int column)
    {
        int[] made = new int[ExpectedCount + ActualCount];
        return Interlocked.CompareExchange(ref _hashes[column], made, null) ?? made;
    }

    private static int Reckoned(in Value cell) => ExactMeaning.Hash(cell) is not 0 and var hash ? hash : 1;
}
