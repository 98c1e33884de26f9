namespace DbKatas.Grader.Comparing;

/// <summary>
/// When a key expires, as far as it can be known without stopping the clock: the command that set it ran at some moment between the begin
/// and the end of the script, so the time to live that it asked for lies between two bounds. A slow machine widens them and never moves them.
/// </summary>
/// <param name="At">The instant of expiry, in milliseconds since 1970 by the server's clock; null for a key that never expires.</param>
/// <param name="Begin">The server's clock before the data were loaded.</param>
/// <param name="End">The server's clock after the script had ended.</param>
public sealed record KeyExpiry(long? At, long Begin, long End)
{
    /// <summary>The shortest time to live, in milliseconds, that can have been asked for.</summary>
    public long Least => At is { } at ? at - End : 0;

    /// <summary>The longest.</summary>
    public long Most => At is { } at ? at - Begin : 0;

    /// <summary>The roundest time between the bounds, in milliseconds: people ask for whole days, hours, minutes or seconds.</summary>
    public long Likely
    {
        get
        {
            foreach (var unit in (long[])[86_400_000, 3_600_000, 60_000, 1000])
                if (Most / unit * unit is var round && round >= Least && round > 0)
                    return round;
            return Most;
        }
    }

    /// <param name="other">The expiry of the same key after another script.</param>
    /// <param name="toleranceSeconds">How far apart the times may lie beyond what the bounds leave open.</param>
    public bool Agrees(KeyExpiry other, int toleranceSeconds)
    {
        if (At is null || other.At is null)
            return At is null && other.At is null;
        var tolerance = toleranceSeconds * 1000L;
        // The same instant: both scripts named it with EXPIREAT.
        return At == other.At || (Least - tolerance <= other.Most && other.Least - tolerance <= Most);
    }
}
