using System.Collections.Concurrent;

namespace DbKatas.Checks;

/// <summary>
/// A thread that is kept for the next call. To make one takes longer than most calls, and some checks make fifty calls in each of twenty rounds.
/// </summary>
internal sealed class CallerThread
{
    private static readonly ConcurrentStack<CallerThread> Idle = [];

    // An object, because a Lock knows no Wait.
    private readonly object _door = new();
    private Action? _call;

    private CallerThread() => new Thread(Work) { IsBackground = true }.Start();

    /// <summary>Runs a call on a thread of its own. One that never comes back keeps its thread.</summary>
    public static void Run(Action call) => (Idle.TryPop(out var idle) ? idle : new CallerThread()).Begin(call);

    private void Begin(Action call)
    {
        lock (_door)
        {
            _call = call;
            Monitor.Pulse(_door);
        }
    }

    private void Work()
    {
        while (true)
        {
            Next()();
            Idle.Push(this);
        }
    }

    private Action Next()
    {
        lock (_door)
        {
            while (_call is null)
                Monitor.Wait(_door);
            var call = _call;
            _call = null;
            return call;
        }
    }
}
