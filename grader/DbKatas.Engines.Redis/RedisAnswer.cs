using DbKatas.Engines.Redis.Scripts;
using DbKatas.Grader.Katas;

namespace DbKatas.Engines.Redis;

/// <summary>A file of commands: the learner's answer, the reference, or a seed.</summary>
/// <param name="Path">The file, as a full path.</param>
/// <param name="Text">Its content.</param>
/// <param name="Commands">None when it holds comments alone, or when there is a fault.</param>
/// <param name="Fault">The first line that can't be read; null when all can.</param>
internal sealed record RedisAnswer(string Path, string Text, IReadOnlyList<RedisCommand> Commands, RedisScriptException? Fault)
{
    /// <exception cref="TextFileException">The file can't be read as text.</exception>
    public static RedisAnswer Read(string path)
    {
        var text = TextFile.Read(path);
        try
        {
            return new RedisAnswer(path, text, RedisScript.Parse(text), null);
        }
        catch (RedisScriptException fault)
        {
            return new RedisAnswer(path, text, [], fault);
        }
    }
}
