using System.Globalization;
using System.Text;

namespace DbKatas.Engines.Redis.Scripts;

/// <summary>Reads the words of one line by the rules of redis-cli (sdssplitargs in Redis's sources).</summary>
internal sealed class WordReader(string text, int start, int end)
{
    private readonly List<byte> _word = [];
    private int _at = start;

    public IReadOnlyList<byte[]> ReadAll()
    {
        var words = new List<byte[]>();
        while (SkipSpaces())
            words.Add(ReadWord());
        return words;
    }

    private bool SkipSpaces()
    {
        while (_at < end && char.IsWhiteSpace(text[_at]))
            _at++;
        return _at < end;
    }

    private byte[] ReadWord()
    {
        _word.Clear();
        while (_at < end && !char.IsWhiteSpace(text[_at]))
        {
            if (text[_at] is '"' or '\'')
                ReadQuoted(text[_at]);
            else
                AppendCharacter();
        }
        return [.. _word];
    }

    private void ReadQuoted(char quote)
    {
        var opening = _at++;
        while (_at < end && text[_at] != quote)
        {
            if (text[_at] != '\\' || _at + 1 >= end)
                AppendCharacter();
            else if (quote == '"')
                ReadEscape();
            else
                ReadApostrophe();
        }
        if (_at >= end)
            throw new RedisScriptException($"the quote {quote} that opens here is not closed on this line", opening);
        _at++;
        if (_at < end && !char.IsWhiteSpace(text[_at]))
            throw new RedisScriptException($"a space must follow the closing quote; a quote inside a text is written \\{quote}", _at);
    }

    private void ReadEscape()
    {
        var sign = text[_at + 1];
        if (sign == 'x' && _at + 3 < end && byte.TryParse(text.AsSpan(_at + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex))
        {
            _word.Add(hex);
            _at += 4;
            return;
        }
        _at++;
        if (sign is 'n' or 'r' or 't' or 'b' or 'a')
        {
            _word.Add((byte)(sign switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', _ => '\a' }));
            _at++;
        }
        else
        {
            AppendCharacter();
        }
    }

    // Between single quotes only the quote itself can be escaped.
    private void ReadApostrophe()
    {
        if (text[_at + 1] == '\'')
            _at++;
        AppendCharacter();
    }

    private void AppendCharacter()
    {
        var length = char.IsHighSurrogate(text[_at]) && _at + 1 < end ? 2 : 1;
        _word.AddRange(Encoding.UTF8.GetBytes(text, _at, length));
        _at += length;
    }
}
