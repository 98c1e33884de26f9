namespace DbKatas.Engines.Redis.Scripts;

/// <summary>What became of a script.</summary>
/// <param name="Failure">Why it did not run to its end; null when it did.</param>
/// <param name="LeftTransactionOpen">True when it began a MULTI and never ended it, so that nothing queued was run.</param>
internal sealed record RedisScriptRun(RedisFailure? Failure = null, bool LeftTransactionOpen = false);
