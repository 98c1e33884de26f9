using System.Buffers;
using System.Text;
using DbKatas.Grader.Comparing;

namespace DbKatas.Engines.Redis;

/// <summary>Bytes as text, so that no two keys or values become the same: what is no UTF-8 becomes a lone surrogate, which no UTF-8 text can hold.</summary>
/// <remarks>After Python's "surrogateescape" (PEP 383): the byte FF is shown as \udcff.</remarks>
internal static class RedisText
{
    private const int FirstSurrogate = 0xDC00;

    public static string Shown(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var left = bytes.AsSpan(); left.Length > 0;)
        {
            if (Rune.DecodeFromUtf8(left, out var rune, out var consumed) == OperationStatus.Done)
            {
                text.Append(rune);
            }
            else
            {
                text.Append((char)(FirstSurrogate + left[0]));
                consumed = 1;
            }
            left = left[consumed..];
        }
        return text.ToString();
    }

    public static Value Cell(byte[]? bytes) => bytes is null ? Value.Null : new Value(ValueKind.Text, Shown(bytes));
}
