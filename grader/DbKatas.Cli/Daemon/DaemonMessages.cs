namespace DbKatas.Cli.Daemon;

/// <summary>The first text of each message between a run and its daemon, and what follows it.</summary>
internal static class DaemonMessages
{
    /// <summary>The most bytes in one text from a daemon.</summary>
    public const int LongestVerdict = 64 * 1024 * 1024;

    /// <summary>The most bytes in one text to a daemon, which anybody of this user may send.</summary>
    public const int LongestOrder = 8 * 1024;

    /// <summary>From the daemon, first of all: <see cref="DaemonPlace.Build"/>.</summary>
    public const string Hello = "hello";

    /// <summary>To the daemon: the key; the current folder; the kata; "json" or "text"; "colours" or "plain".</summary>
    public const string Grade = "grade";

    /// <summary>To the daemon: the key. It ends when it has nothing to do.</summary>
    public const string Stop = "stop";

    /// <summary>From the daemon: text for standard error.</summary>
    public const string Error = "error";

    /// <summary>From the daemon, last of all: the exit code; text for standard output.</summary>
    public const string Exit = "exit";

    /// <summary>From the daemon instead: a run must do this by itself, as where the daemon is at work for another.</summary>
    public const string NotHere = "not here";
}
