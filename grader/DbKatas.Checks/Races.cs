using NUnit.Framework;

namespace DbKatas.Checks;

/// <summary>For numbers that hang on who comes first, and are another one in each run: a verdict says the same every time.</summary>
public static class Races
{
    /// <summary>Fails with "There should be 5, and there are more.", and does not say how many.</summary>
    /// <param name="number">What came of it.</param>
    /// <param name="expected">What always comes of an answer that is right.</param>
    /// <param name="what">What is counted, as a sentence: "Calls that were let through."</param>
    public static void ShouldCount(this int number, int expected, string what) => ShouldCount((long)number, expected, what);

    /// <inheritdoc cref="ShouldCount(int, int, string)"/>
    public static void ShouldCount(this long number, long expected, string what)
    {
        if (number != expected)
            Assert.Fail($"{what}\nThere should be {(expected == 0 ? "none, and there are some" : $"{expected:N0}, and there are {(number > expected ? "more" : "fewer")}")}.");
    }
}
