namespace DbKatas.CSharp.Worker;

/// <summary>The first text of each message, and what follows it.</summary>
public static class MessageKinds
{
    /// <summary>From the worker, first of all: the token that it was given, so that the grader knows it from any other program of this machine.</summary>
    public const string Hello = "hello";

    /// <summary>To the worker, before its job: it has time to get warm for checks that use these engines. Their names. It says <see cref="End"/> when it is.</summary>
    public const string WarmUp = "warm-up";

    /// <summary>To the worker: the assembly of answer and checks, in base64; the answer's path.</summary>
    public const string Job = "job";

    /// <summary>From the worker: a check begins. Its name.</summary>
    public const string Started = "started";

    /// <summary>From the worker: a check has ended. The fields of <see cref="CheckResult"/>.</summary>
    public const string Finished = "finished";

    /// <summary>From the worker: a check needs a fresh copy of the kata's data. The engine's name.</summary>
    public const string Need = "need";

    /// <summary>To the worker: a connection string; inside a sandbox also the port that it names, and the socket that leads there.</summary>
    public const string Have = "have";

    /// <summary>From the worker: all checks have ended. Then it waits to be ended itself.</summary>
    public const string End = "end";

    /// <summary>From the worker: an exception that nobody can catch is about to end it. The exception as in <see cref="CheckResult"/>.</summary>
    public const string Crash = "crash";
}
