using System.Globalization;
using System.Numerics;

namespace DbKatas.Grader.Comparing;

/// <summary>
/// How far apart two numbers of one column may be. Without an explicit tolerance only numbers that carry rounding of their own are
/// loosened: binary floats, and decimals with so long a fraction that a division must have made it.
/// </summary>
internal sealed class NumberTolerance
{
    private const double RelativeDefault = 1e-12;

    // A "real" has about seven digits.
    private const double RelativeReal = 1e-6;

    // Money has two digits, microseconds six; a division in PostgreSQL prints at least sixteen significant ones.
    private const int LongestExactFraction = 6;

    // More digits than PostgreSQL's numeric has. Such a gap is never within a tolerance, and scaling over it would not end.
    private const int WidestScaling = 200_000;

    private readonly ExactNumber? _absolute;
    private readonly double _relative;

    public NumberTolerance(decimal? absolute, bool isReal)
    {
        _relative = isReal ? RelativeReal : RelativeDefault;
        if (absolute is { } given && ExactNumber.TryParse(given.ToString(CultureInfo.InvariantCulture), out var number))
        {
            _absolute = number;
            Width = (double)given;
        }
        else
        {
            Width = _relative;
        }
    }

    /// <summary>The tolerance in the units of <see cref="Coordinate"/>.</summary>
    public double Width { get; }

    public bool IsAbsolute => _absolute is not null;

    /// <summary>One tolerance for each column; a "real" on either side loosens its column.</summary>
    public static NumberTolerance[] ForColumns(ResultTable expected, ResultTable actual, ComparisonRules rules) =>
        [.. expected.Columns.Zip(actual.Columns, (e, a) => new NumberTolerance(rules.Tolerance, IsReal(e) || IsReal(a)))];

    /// <summary>True when a number like this may equal another that is not exactly the same.</summary>
    public bool Loosens(in Value value)
    {
        if (_absolute is { } absolute)
        {
            return !absolute.IsZero;
        }
        return value.Kind == ValueKind.Float
            || (value.Text is { } text && MayHaveLongFraction(text) && ExactNumber.TryParse(text, out var number) && HasLongFraction(number));
    }

    /// <summary>True when the two are within the tolerance; exactly equal numbers always are.</summary>
    /// <param name="floating">True when one of the two is a binary float.</param>
    public bool Near(in ExactNumber a, in ExactNumber b, bool floating)
    {
        if (a == b)
        {
            return true;
        }
        if (a.Form != NumberForm.Finite || b.Form != NumberForm.Finite)
        {
            return false;
        }
        if (_absolute is { } absolute)
        {
            return IsWithin(a, b, absolute);
        }
        bool loosened = floating || HasLongFraction(a) || HasLongFraction(b);
        bool sameSign = a.Sign == b.Sign;
        return loosened && sameSign && Math.Abs(a.LogMagnitude - b.LogMagnitude) <= _relative;
    }

    /// <summary>
    /// Where a finite number lies on a line on which numbers within the tolerance are at most <see cref="Width"/> apart; null where
    /// there is no such place (zero, when the tolerance is relative).
    /// </summary>
    public double? Coordinate(in ExactNumber number)
    {
        if (IsAbsolute)
        {
            double mantissa = (double)number.Mantissa;
            return number.Exponent < 0 ? mantissa / Math.Pow(10, -number.Exponent) : mantissa * Math.Pow(10, number.Exponent);
        }
        return number.IsZero ? null : number.LogMagnitude;
    }

    // Most numbers are plainly short; they need no parsing.
    private static bool MayHaveLongFraction(ReadOnlySpan<char> text) =>
        text.Length > LongestExactFraction && (text[..^LongestExactFraction].Contains('.') || text.ContainsAny('e', 'E'));

    private static bool HasLongFraction(in ExactNumber number) => number.FractionDigits > LongestExactFraction;

    private static bool IsWithin(in ExactNumber a, in ExactNumber b, in ExactNumber tolerance)
    {
        int lowest = Math.Min(Math.Min(a.Exponent, b.Exponent), tolerance.Exponent);
        int highest = Math.Max(Math.Max(a.Exponent, b.Exponent), tolerance.Exponent);
        return highest - lowest <= WidestScaling
            && BigInteger.Abs(Scaled(a, lowest) - Scaled(b, lowest)) <= Scaled(tolerance, lowest);
    }

    private static BigInteger Scaled(in ExactNumber number, int exponent) =>
        number.Mantissa * BigInteger.Pow(10, number.Exponent - exponent);

    private static bool IsReal(Column column) =>
        column.TypeName.StartsWith("real", StringComparison.OrdinalIgnoreCase)
        || column.TypeName.StartsWith("float4", StringComparison.OrdinalIgnoreCase);
}
