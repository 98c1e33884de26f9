using System.Text;

namespace DbKatas.Engines.Redis.Scripts;

/// <summary>One line of an answer or a seed.</summary>
/// <param name="Words">The command and its arguments, as they are sent.</param>
/// <param name="Start">Index into the text of the first word.</param>
/// <param name="Text">The line as it was written, without the spaces around it.</param>
internal sealed record RedisCommand(IReadOnlyList<byte[]> Words, int Start, string Text)
{
    /// <summary>The command in capitals.</summary>
    public string Name { get; } = Encoding.UTF8.GetString(Words[0]).ToUpperInvariant();
}
