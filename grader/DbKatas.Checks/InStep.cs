namespace DbKatas.Checks;

/// <summary>
/// Lets callers go step by step: none sends its next command before each of the others has its next one ready, or has ended. So of two commands
/// between which others may come, the first of every caller lies before the second of any, however busy the machine is.
/// </summary>
/// <param name="callers">How many there are, from 1.</param>
internal sealed class InStep(int callers)
{
    /// <summary>
    /// How long a caller waits for the others. One of them takes longer only when it waits for another itself, as at a lock of the answer's own.
    /// From then on all go as they like, and so do those of later checks.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private static readonly AsyncLocal<Caller?> Current = new();

    private readonly object _door = new();
    private readonly HashSet<Caller> _ready = [];
    private int _callers = callers;
    private int _step;
    private bool _isOver = KataServers.CallersWaitForEachOther;

    /// <summary>One caller's turn, from its first step to its end.</summary>
    public Caller Enter()
    {
        var caller = new Caller(this);
        Current.Value = caller;
        return caller;
    }

    /// <summary>To be called before each command, on the caller's way. Returns at once for commands that are no caller's.</summary>
    public static void BeforeCommand() => Current.Value?.WaitForTheOthers();

    private void Wait(Caller caller)
    {
        lock (_door)
        {
            var step = _step;
            // What a caller has begun and not waited for goes on after its end.
            if (_isOver || caller.HasLeft)
                return;
            _ready.Add(caller);
            GoWhenAllAreReady();
            while (step == _step && !_isOver)
            {
                if (!Monitor.Wait(_door, Patience) && step == _step)
                    GiveUp();
            }
        }
    }

    private void Leave(Caller caller)
    {
        lock (_door)
        {
            caller.HasLeft = true;
            _callers--;
            _ready.Remove(caller);
            GoWhenAllAreReady();
        }
    }

    private void GoWhenAllAreReady()
    {
        if (_ready.Count < _callers)
            return;
        _ready.Clear();
        _step++;
        Monitor.PulseAll(_door);
    }

    private void GiveUp()
    {
        _isOver = KataServers.CallersWaitForEachOther = true;
        Monitor.PulseAll(_door);
    }

    /// <summary>One of the callers. To dispose of it is its end.</summary>
    public sealed class Caller(InStep all) : IDisposable
    {
        internal bool HasLeft { get; set; }

        internal void WaitForTheOthers() => all.Wait(this);

        public void Dispose() => all.Leave(this);
    }
}
