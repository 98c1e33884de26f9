using System.Text;

namespace DbKatas.Engines.Redis;

/// <summary>What a server answers to one command.</summary>
/// <param name="Kind">The first byte of the protocol: '+' status, '-' error, ':' integer, '$' text, '*' list.</param>
/// <param name="Bytes">A text's bytes; null for "nil" and for lists.</param>
/// <param name="Items">A list's items; null for everything else.</param>
internal sealed record RespReply(char Kind, byte[]? Bytes, IReadOnlyList<RespReply>? Items = null)
{
    public string Text => Bytes is null ? "" : Encoding.UTF8.GetString(Bytes);

    /// <summary>The error's words, also when it stands inside the list that EXEC gives; null when all went well.</summary>
    public string? Error => Kind == '-' ? Text : Items?.Select(item => item.Error).FirstOrDefault(error => error is not null);
}
