namespace DbKatas.Engines.Redis.Scripts;

/// <summary>Why a command of a script did not run.</summary>
/// <param name="Reason">Who said no.</param>
/// <param name="Message">The server's words, or the grader's half sentence.</param>
/// <param name="Command">The command at fault.</param>
/// <param name="IsInTransaction">True when EXEC ran it.</param>
internal sealed record RedisFailure(RefusalReason Reason, string Message, RedisCommand Command, bool IsInTransaction = false);

internal enum RefusalReason
{
    /// <summary>The server's error.</summary>
    Server,

    /// <summary>The grader did not even send it.</summary>
    Unsent,

    /// <summary>The time was over.</summary>
    Time,

    /// <summary>The server closed this connection and lives on, or its reply was of no use.</summary>
    Connection,
}
