namespace DbKatas.Engines.Redis.Scripts;

/// <summary>A line that can't be cut into words. The message is half a sentence.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="position">Index into the text of the place at fault.</param>
internal sealed class RedisScriptException(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}
