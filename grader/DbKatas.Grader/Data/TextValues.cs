namespace DbKatas.Grader.Data;

/// <summary>Texts for a column: the seed's, the constants', and what fits or nearly fits the reference's patterns.</summary>
internal static class TextValues
{
    public static ValuePool Of(ColumnShape column, IReadOnlyList<string> seed, IReadOnlyList<Constant> constants, ColumnDomain? rules)
    {
        if (rules?.Values is { } closed)
            return ValuePool.Of(closed, Strange(closed));
        string[] asked = [.. constants.Where(c => !c.IsNumber && c.Text.Length > 0).Select(c => c.Text)];
        string[] patterns = [.. asked.Where(IsPattern)];
        // A constant belongs to the columns that hold it in the seed; one that no column holds may be a word of the answer's own.
        string[] words = [.. asked.Where(text => !IsPattern(text) && seed.Contains(text))];
        var usual = words.Concat(patterns.SelectMany(Around)).Concat(seed).Concat(Neighbours(seed));
        if (seed.Count == 0)
            usual = usual.Concat(asked).Concat(["a", "b", "c"]);
        var pool = ValuePool.Of(Cut(usual, column), Cut(Strange([.. asked.Concat(seed)]), column), rules?.Pattern is null ? Cut(Rare(words, seed, !column.NotNull), column) : []);
        return column.Allowed is { } allowed ? pool with { Wide = allowed } : pool;
    }

    // One that begins like another, of several words and with a comma in it, and one behind all others in the alphabet.
    private static IEnumerable<string> Rare(string[] words, IReadOnlyList<string> seed, bool mayBeEmpty)
    {
        string[] plain = [.. words.Concat(seed).Where(text => text.Length > 0 && text.All(letter => char.IsLetter(letter) || letter is ' ' or '-')).Distinct().Take(4)];
        return plain.Zip(plain.Skip(1).Concat(plain), (one, other) => one == other ? $"{one} again" : $"{one} and {other}")
            .Concat(plain.Zip(plain.Skip(1), (one, other) => $"{other}, {one}").Take(1)).Concat(plain.Length > 0 ? ["Zuri"] : []).Concat(mayBeEmpty ? [""] : []);
    }

    /// <summary>A value that is not among those that are taken: "Lamp 2".</summary>
    public static string Fresh(string text, int number, ColumnShape column)
    {
        var tail = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (column.Length is { } most && text.Length + tail.Length + 1 > most)
            return text[..Math.Max(0, most - tail.Length)] + tail;
        return $"{text} {tail}";
    }

    private static bool IsPattern(string text) => text.Contains('%') || text.Contains('_');

    // The letters of a pattern at the start, in the middle and at the end, as a word and within one, in both cases, and all but right.
    private static IEnumerable<string> Around(string pattern)
    {
        var core = pattern.Replace("%", "", StringComparison.Ordinal).Replace("_", "x", StringComparison.Ordinal);
        if (core.Length == 0)
            return [];
        var capital = char.ToUpperInvariant(core[0]) + core[1..];
        return [core, $"{capital} one", $"One {core}", $"One {core} two", "Over" + core, capital + "er", core.ToUpperInvariant(), Mixed(core), core[..^1], core[1..]];
    }

    private static string Mixed(string text) => string.Concat(text.Select((letter, i) => i % 2 == 0 ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));

    // Texts that nobody has seen yet and that look like those of the seed: a letter further on at the end. A closed vocabulary is the author's to state.
    private static IEnumerable<string> Neighbours(IReadOnlyList<string> seed) =>
        seed.Where(text => text.Length > 0 && char.IsAsciiLetterOrDigit(text[^1])).Select(text => text[..^1] + text[^1] switch { 'z' => 'a', 'Z' => 'A', '9' => '1', var letter => (char)(letter + 1) })
            .Except(seed).Take(3);

    private static IEnumerable<string> Strange(IReadOnlyList<string> known) =>
        known.SelectMany(text => new[] { text.ToUpperInvariant(), text + " ", " " + text, text.ToLowerInvariant() }).Concat(["", " ", "%", "é", "O'Neil", "Z", "a"]);

    private static IEnumerable<string> Cut(IEnumerable<string> texts, ColumnShape column) =>
        texts.Where(text => column.Length is not { } most || text.Length <= most);
}
