namespace DbKatas.Grader.Comparing;

/// <summary>
/// Reads the ISO texts of dates and timestamps as microseconds since 2000-01-01 UTC: <c>2026-03-01</c>, <c>2026-03-01 10:00:00.5</c>,
/// <c>2026-03-01T10:00:00Z</c>, <c>2026-03-01 10:00:00+05:30</c>. A text without an offset is in UTC. What it cannot read (infinity,
/// years before Christ or after 9999, more than six digits of a second) is left to be compared as text.
/// </summary>
internal static class InstantText
{
    private const int MicrosecondDigits = 6;

    private static readonly DateOnly _epoch = new(2000, 1, 1);

    public static bool TryParse(ReadOnlySpan<char> text, out long microseconds)
    {
        microseconds = 0;
        if (!TryDate(text, out var date))
        {
            return false;
        }
        long seconds = (date.DayNumber - _epoch.DayNumber) * 86_400L;
        var rest = text[10..];
        if (rest.IsEmpty)
        {
            microseconds = seconds * 1_000_000;
            return true;
        }
        if (rest[0] is not (' ' or 'T') || !TryClock(rest[1..], out int clock, out rest)
            || !TryFraction(ref rest, out int fraction) || !TryOffset(rest, out int offset))
        {
            return false;
        }
        microseconds = ((seconds + clock - offset) * 1_000_000) + fraction;
        return true;
    }

    private static bool TryDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || !TryDigits(text[..4], out int year) || !TryDigits(text[5..7], out int month) || !TryDigits(text[8..10], out int day))
        {
            return false;
        }
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }
        date = new DateOnly(year, month, day);
        return true;
    }

    // HH:MM or HH:MM:SS, as seconds.
    private static bool TryClock(ReadOnlySpan<char> text, out int seconds, out ReadOnlySpan<char> rest)
    {
        seconds = 0;
        rest = text;
        if (text.Length < 5 || text[2] != ':' || !TryDigits(text[..2], out int hours) || !TryDigits(text[3..5], out int minutes))
        {
            return false;
        }
        int second = 0;
        rest = text[5..];
        if (rest.Length >= 3 && rest[0] == ':')
        {
            if (!TryDigits(rest[1..3], out second))
            {
                return false;
            }
            rest = rest[3..];
        }
        seconds = (((hours * 60) + minutes) * 60) + second;
        return hours <= 24 && minutes < 60 && second <= 60;
    }

    private static bool TryFraction(ref ReadOnlySpan<char> text, out int microseconds)
    {
        microseconds = 0;
        if (text is not ['.', ..])
        {
            return true;
        }
        int end = text[1..].IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text[1..] : text[1..(end + 1)];
        text = text[(digits.Length + 1)..];
        digits = digits.TrimEnd('0');
        if (digits.Length > MicrosecondDigits)
        {
            return false;
        }
        for (int i = 0; i < MicrosecondDigits; i++)
        {
            microseconds = (microseconds * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }
        return true;
    }

    // Nothing, Z, ±HH, ±HH:MM or ±HH:MM:SS, as seconds east of Greenwich.
    private static bool TryOffset(ReadOnlySpan<char> text, out int seconds)
    {
        seconds = 0;
        if (text is "" or "Z")
        {
            return true;
        }
        if (text[0] is not ('+' or '-') || text.Length is not (3 or 6 or 9) || !TryDigits(text[1..3], out int hours))
        {
            return false;
        }
        var rest = text[3..];
        int minutes = 0, second = 0;
        bool good = (rest.Length < 3 || (rest[0] == ':' && TryDigits(rest[1..3], out minutes)))
            && (rest.Length < 6 || (rest[3] == ':' && TryDigits(rest[4..6], out second)));
        seconds = (text[0] == '-' ? -1 : 1) * ((((hours * 60) + minutes) * 60) + second);
        return good;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
            number = (number * 10) + (c - '0');
        }
        return true;
    }
}
