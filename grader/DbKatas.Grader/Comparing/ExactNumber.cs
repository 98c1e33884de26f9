using System.Globalization;
using System.Numerics;

namespace DbKatas.Grader.Comparing;

internal enum NumberForm
{
    Finite,
    NaN,
    PositiveInfinity,
    NegativeInfinity,
}

/// <summary>
/// A decimal of any size in normal form, mantissa × 10^exponent with no trailing zero in the mantissa, so that 1, 1.00 and 1e0 are one
/// value and -0 is 0. A decimal of the platform would stop at 28 digits where PostgreSQL's numeric goes on.
/// </summary>
internal readonly record struct ExactNumber
{
    // Beyond this no database prints a number; json text may, and its digits must never be written out.
    private const int LargestExponent = 1_000_000_000;

    // As many digits as always fit into a long.
    private const int LongDigits = 18;

    private static readonly double _lnTen = Math.Log(10);

    // The mantissa of most numbers is short, and costs no memory of its own; the other one is null then.
    private readonly long _short;
    private readonly BigInteger? _long;

    private ExactNumber(NumberForm form, long mantissa, int exponent) => (Form, _short, Exponent) = (form, mantissa, exponent);

    private ExactNumber(BigInteger mantissa, int exponent) => (_long, Exponent) = (mantissa, exponent);

    public NumberForm Form { get; }

    public int Exponent { get; }

    public BigInteger Mantissa => _long ?? _short;

    public int FractionDigits => Exponent < 0 ? -Exponent : 0;

    /// <summary>-1, 0 or 1; 0 also for what is not finite.</summary>
    public int Sign => _long?.Sign ?? Math.Sign(_short);

    public bool IsZero => Form == NumberForm.Finite && Sign == 0;

    /// <summary>The natural logarithm of the absolute value; finite numbers other than zero only.</summary>
    public double LogMagnitude => (_long is { } mantissa ? BigInteger.Log(BigInteger.Abs(mantissa)) : Math.Log(Math.Abs(_short))) + (Exponent * _lnTen);

    // Not by the compiler: what hashes as texts do cannot be made to collide from outside.
    public override int GetHashCode() => HashCode.Combine(Form, _short, _long, Exponent);

    /// <summary>Reads what servers print: <c>-2.50</c>, <c>1e+20</c>, <c>NaN</c>, <c>-Infinity</c>. No spaces, no thousands.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ExactNumber number)
    {
        if (TryParseSpecial(text, out number))
        {
            return true;
        }
        bool negative = text is ['-', ..];
        text = text is ['-' or '+', ..] ? text[1..] : text;
        if (!TrySplitExponent(ref text, out int exponent))
        {
            return false;
        }
        int point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        bool digitsOnly = !whole.ContainsAnyExceptInRange('0', '9') && !fraction.ContainsAnyExceptInRange('0', '9');
        if (!digitsOnly || whole.Length + fraction.Length == 0)
        {
            return false;
        }
        number = Normal(negative, whole, fraction.TrimEnd('0'), exponent);
        return true;
    }

    private static bool TryParseSpecial(ReadOnlySpan<char> text, out ExactNumber number)
    {
        NumberForm form = text switch
        {
            "NaN" => NumberForm.NaN,
            "Infinity" or "+Infinity" => NumberForm.PositiveInfinity,
            "-Infinity" => NumberForm.NegativeInfinity,
            _ => NumberForm.Finite,
        };
        number = new ExactNumber(form, 0, 0);
        return form != NumberForm.Finite;
    }

    private static bool TrySplitExponent(ref ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        int e = text.IndexOfAny('e', 'E');
        if (e < 0)
        {
            return true;
        }
        var digits = text[(e + 1)..];
        text = text[..e];
        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            && Math.Abs((long)exponent) <= LargestExponent;
    }

    private static ExactNumber Normal(bool negative, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, int exponent)
    {
        if (fraction.IsEmpty)
        {
            var significant = whole.TrimEnd('0');
            exponent += whole.Length - significant.Length;
            whole = significant;
        }
        whole = whole.TrimStart('0');
        exponent -= fraction.Length;
        if (whole.IsEmpty)
        {
            fraction = fraction.TrimStart('0');
        }
        if (whole.Length + fraction.Length > LongDigits)
        {
            var mantissa = BigInteger.Parse(string.Concat(whole, fraction), NumberStyles.None, CultureInfo.InvariantCulture);
            return new ExactNumber(negative ? -mantissa : mantissa, exponent);
        }
        long small = SmallMantissa(whole, fraction);
        return new ExactNumber(NumberForm.Finite, negative ? -small : small, small == 0 ? 0 : exponent);
    }

    private static long SmallMantissa(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        long mantissa = 0;
        foreach (char digit in whole)
        {
            mantissa = (mantissa * 10) + (digit - '0');
        }
        foreach (char digit in fraction)
        {
            mantissa = (mantissa * 10) + (digit - '0');
        }
        return mantissa;
    }
}
