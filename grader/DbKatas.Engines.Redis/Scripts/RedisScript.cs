namespace DbKatas.Engines.Redis.Scripts;

/// <summary>Cuts a text into commands: one a line, words and quotes as redis-cli reads them, lines that begin with # and blank ones left out.</summary>
internal static class RedisScript
{
    /// <exception cref="RedisScriptException">A quote is not closed, or something stands right behind one.</exception>
    public static IReadOnlyList<RedisCommand> Parse(string text)
    {
        var commands = new List<RedisCommand>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found;
            var first = start;
            while (first < end && char.IsWhiteSpace(text[first]))
                first++;
            if (first < end && text[first] != '#')
                commands.Add(new RedisCommand(new WordReader(text, first, end).ReadAll(), first, text[first..end].TrimEnd()));
            start = end + 1;
        }
        return commands;
    }
}
