using System.Globalization;

namespace DbKatas.Benchmarks;

/// <summary>Times of one thing, and how they are written.</summary>
/// <param name="Name">What was timed.</param>
/// <param name="Milliseconds">One for each round.</param>
internal sealed record Figures(string Name, IReadOnlyList<double> Milliseconds)
{
    public double Median => At(0.5);

    /// <summary>The time that this part of the rounds stayed within.</summary>
    public double At(double part)
    {
        var sorted = Milliseconds.Order().ToList();
        return sorted[(int)Math.Round((sorted.Count - 1) * part)];
    }

    /// <summary>Prints a table: the first row is the floor that the others are compared with.</summary>
    public static void Print(string title, params IReadOnlyList<Figures> rows)
    {
        Console.WriteLine($"\n{title}");
        foreach (var row in rows)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {row.Name,-46} median {row.Median,9:0.00} ms   95 % {row.At(0.95),9:0.00} ms   of {row.Milliseconds.Count,3}   {row.Median / rows[0].Median,7:0.00} ×"));
    }
}
