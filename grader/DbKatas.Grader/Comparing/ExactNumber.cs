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
internal readonly record struct ExactNumber(NumberForm Form, BigInteger Mantissa, int Exponent)
{
    // Beyond this no database prints a number; json text may, and its digits must never be written out.
    private const int LargestExponent = 1_000_000_000;

    // As many digits as always fit into a long.
    private const int LongDigits = 18;

    private static readonly double _lnTen = Math.Log(10);

    public int FractionDigits => Exponent < 0 ? -Exponent : 0;

    public bool IsZero => Form == NumberForm.Finite && Mantissa.IsZero;

    /// <summary>The natural logarithm of the absolute value; finite numbers other than zero only.</summary>
    public double LogMagnitude => BigInteger.Log(BigInteger.Abs(Mantissa)) + (Exponent * _lnTen);

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
        number = new ExactNumber(form, BigInteger.Zero, 0);
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
        BigInteger mantissa = whole.Length + fraction.Length <= LongDigits
            ? SmallMantissa(whole, fraction)
            : BigInteger.Parse(string.Concat(whole, fraction), NumberStyles.None, CultureInfo.InvariantCulture);
        return mantissa.IsZero
            ? new ExactNumber(NumberForm.Finite, BigInteger.Zero, 0)
            : new ExactNumber(NumberForm.Finite, negative ? -mantissa : mantissa, exponent - fraction.Length);
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
