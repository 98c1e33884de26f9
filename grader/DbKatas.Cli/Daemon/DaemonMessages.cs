namespace DbKatas.Cli.Daemon;

/// <summary>The first text of each message between a run and its daemon, and what follows it.</summary>
internal static class DaemonMessages
{
    /// <summary>The most bytes in one text.</summary>
    public const int LongestText = 64 * 1024 * 1024;

    /// <summary>From the daemon, first of all: <see cref="DaemonPlace.Build"/>.</summary>
    public const string Hello = "hello";

    /// <summary>To the daemon: the key; the current folder; the kata; "json" or "text"; "colours" or "plain".</summary>
    public const string Grade = "grade";

    /// <summary>To the daemon: the key. It ends when it has nothing to do, and the connection with it.</summary>
    public const string Stop = "stop";

    /// <summary>From the daemon: text for standard output.</summary>
    public const string Output = "output";

    /// <summary>From the daemon: text for standard error.</summary>
    public const string Error = "error";

    /// <summary>From the daemon, last of all: the exit code.</summary>
    public const string Exit = "exit";

    /// <summary>From the daemon instead: a run must do this by itself, as where the daemon is at work for another.</summary>
    public const string NotHere = "not here";
}
