using System.Security.Cryptography;
using System.Text;

namespace DbKatas.Grader.Data;

/// <summary>
/// Random numbers that are the same on every machine, for ever: SplitMix64 (Steele, Lea and Flood 2014). The seed is a text, so that what
/// is made of a kata depends on the kata alone.
/// </summary>
internal sealed class Randomness
{
    private ulong _state;

    public Randomness(string seed) => _state = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));

    /// <summary>From 0 up to, not including, <paramref name="end"/>; 0 when that is not above 0.</summary>
    public int Below(int end) => end <= 0 ? 0 : (int)(Next() % (ulong)end);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>The same items in another order (Fisher and Yates).</summary>
    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
        return list;
    }

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
