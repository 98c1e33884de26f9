using System.Diagnostics;
using System.Globalization;

namespace DbKatas.Grader.Engines.Machine;

/// <summary>
/// Measures the time that a program had, which on a crowded machine is less than what has passed: a right answer must not run out of
/// time because the neighbours are busy. It asks Linux how much of the time some process waited for a processor (pressure stall
/// information, kernel.org/doc/html/latest/accounting/psi.html); elsewhere it goes like any clock.
/// </summary>
/// <param name="now">The time since some beginning.</param>
/// <param name="stalled">For how long some process has waited since some beginning; null where nobody knows.</param>
internal sealed class PatientClock(Func<TimeSpan> now, Func<TimeSpan?> stalled)
{
    /// <summary>A machine that is busy is no reason for patience; one on which somebody waits more than half of the time is.</summary>
    private const double Crowded = 0.5;

    /// <summary>An answer may be what crowds the machine: it gets no more than this many times its time.</summary>
    private const double MostPatience = 6;

    private TimeSpan _counted;
    private TimeSpan _readAt;
    private TimeSpan? _stalledAt;
    private bool _runs;

    /// <summary>On this machine; stands still until it is started.</summary>
    public static PatientClock OfThisMachine()
    {
        var clock = Stopwatch.StartNew();
        return new PatientClock(() => clock.Elapsed, Stalled);
    }

    public TimeSpan Elapsed
    {
        get
        {
            Count();
            return _counted;
        }
    }

    public void Start()
    {
        (_readAt, _stalledAt) = (now(), stalled());
        _runs = true;
    }

    public void Stop()
    {
        Count();
        _runs = false;
    }

    private void Count()
    {
        if (!_runs)
            return;
        var (at, waited) = (now(), stalled());
        var passed = at - _readAt;
        if (passed <= TimeSpan.Zero)
            return;
        var pressure = waited is { } w && _stalledAt is { } before ? Math.Clamp((w - before) / passed, 0, 1) : 0;
        var excess = Math.Max(0, pressure - Crowded) / (1 - Crowded);
        _counted += passed / (1 + excess * (MostPatience - 1));
        (_readAt, _stalledAt) = (at, waited);
    }

    /// <summary>"some avg10=… total=3658689757": microseconds.</summary>
    private static TimeSpan? Stalled()
    {
        try
        {
            var line = File.ReadLines("/proc/pressure/cpu").First();
            return TimeSpan.FromMicroseconds(long.Parse(line[(line.LastIndexOf('=') + 1)..], CultureInfo.InvariantCulture));
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}
