namespace DbKatas.Hostile.Fuzzing;

/// <summary>Spoils texts as slips of the hand and ill will do. The same seed spoils them in the same way.</summary>
internal sealed class InputMutator(int seed)
{
    private const int MostChanges = 6;

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "(", ")", "\"", "'", "`", "\\", "\\u", "\\ud800", "$$", "$a$", "/*", "*/", "--", "//", "#", ";", ",", ":", ".", "..", "\0", "\r", "\n", "\r\n", "\t",
        "\uFEFF", "\ud83d\ude00", "\ud800", "\u202e", "é", "null", "true", "-", "-0", "1e999", "1e-999", "0x", "9223372036854775808", "123456789012345678901234567890",
        "begin atomic", "end", "case", "order by", "select", "e'", "u&\"", "$oid", "$date", "$numberLong", "__proto__", "\\x", "\\xz", "\"\"", " ", "                    ",
    ];

    private readonly Random _random = new(seed);

    /// <param name="text">A good text.</param>
    /// <param name="other">Another one, to take pieces from.</param>
    public string Spoil(string text, string other)
    {
        for (var change = _random.Next(1, MostChanges + 1); change > 0; change--)
            text = Change(text, other);
        return text;
    }

    private string Change(string text, string other)
    {
        var at = _random.Next(text.Length + 1);
        var length = _random.Next(Math.Min(40, text.Length - at) + 1);
        return _random.Next(8) switch
        {
            0 => text.Insert(at, Piece()),
            1 => text.Remove(at, length),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text[..at],
            4 => text[..at] + other[_random.Next(other.Length + 1)..],
            5 => text.Insert(at, string.Concat(Enumerable.Repeat(Piece(), _random.Next(1, 400)))),
            6 => text.Remove(at, length).Insert(at, Piece()),
            _ => text.Insert(at, ((char)_random.Next(0x10000)).ToString()),
        };
    }

    private string Piece() => Pieces[_random.Next(Pieces.Length)];
}
