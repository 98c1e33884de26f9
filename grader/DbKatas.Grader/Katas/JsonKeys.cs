using System.Text.Json;
using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Katas;

/// <summary>
/// The keys of one JSON object, read one by one. A wrong or missing key adds a fault and gives a harmless value, so that reading
/// goes on and an author sees every fault in one run.
/// </summary>
internal sealed class JsonKeys
{
    private readonly Dictionary<string, JsonElement> _values = [];
    private readonly HashSet<string> _known = [];
    private readonly string _path;
    private readonly List<string> _faults;

    public JsonKeys(JsonElement json, string path, List<string> faults)
    {
        (_path, _faults) = (path, faults);
        foreach (var property in json.EnumerateObject())
            if (!_values.TryAdd(property.Name, property.Value))
                Fault(property.Name, "is given twice. Keep one of the two.");
    }

    public void Ignore(string key) => _known.Add(key);

    public string RequiredText(string key) => Text(Required(key), key) ?? "";

    public string OptionalText(string key, string standard, string[] choices)
    {
        if (Optional(key) is not { } value)
            return standard;
        var text = Text(value, key);
        if (text is null || choices.Contains(text))
            return text ?? standard;
        Fault(key, $"holds \"{text}\". Write one of: {string.Join(", ", choices)}.");
        return standard;
    }

    public T RequiredChoice<T>(string key) where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).ToArray();
        var text = Text(Required(key), key);
        if (text is null)
            return default;
        if (names.Contains(text))
            return Enum.Parse<T>(text, ignoreCase: true);
        Fault(key, $"holds \"{text}\". Write one of: {string.Join(", ", names)}.{Spelling.DidYouMean(text, names)}");
        return default;
    }

    public int RequiredInteger(string key, int least, int most) => Required(key) is { } value ? Integer(value, key, least, least, most) : least;

    public int OptionalInteger(string key, int standard, int least, int most) =>
        Optional(key) is { } value ? Integer(value, key, standard, least, most) : standard;

    public decimal? OptionalDecimal(string key)
    {
        if (Optional(key) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= 0)
            return number;
        Fault(key, "must be a number, 0 or more, as in 0.01.");
        return null;
    }

    public IReadOnlyList<string> OptionalWords(string key, IReadOnlyList<string> choices) =>
        Optional(key) is null ? [] : RequiredWords(key, choices, mayBeEmpty: true);

    public IReadOnlyList<string> RequiredWords(string key, IReadOnlyList<string>? choices = null, bool mayBeEmpty = false)
    {
        var words = Required(key) is { } value ? Texts(value, key) : [];
        if (_values.ContainsKey(key) && words.Count == 0 && !mayBeEmpty)
            Fault(key, "must name at least one, as in [\"…\"].");
        foreach (var word in words.Where(w => choices?.Contains(w) == false))
            Fault(key, $"holds \"{word}\". Write one of: {string.Join(", ", choices!)}.{Spelling.DidYouMean(word, choices!)}");
        // Words become test categories, and a filter can't name one with a space in it.
        foreach (var word in words.Where(w => choices is null && !w.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
            Fault(key, $"holds \"{word}\". Use lower-case letters, digits and hyphens.");
        return words;
    }

    public IReadOnlyList<string> OptionalTexts(string key) => Optional(key) is { } value ? Texts(value, key) : [];

    public JsonKeys? OptionalObject(string key)
    {
        if (Optional(key) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return new JsonKeys(value, Path(key) + ".", _faults);
        Fault(key, "must be an object, as in { … }.");
        return null;
    }

    /// <summary>Reads every key as an object of one sort, by its name.</summary>
    public Dictionary<string, T> Objects<T>(Func<JsonKeys, T> read)
    {
        var objects = new Dictionary<string, T>();
        foreach (var name in _values.Keys.ToList())
            if (OptionalObject(name) is { } keys)
                objects[name] = read(keys);
        return objects;
    }

    public bool OptionalFlag(string key)
    {
        if (Optional(key) is not { } value)
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Fault(key, "must be true or false.");
        return value.ValueKind == JsonValueKind.True;
    }

    public string? OptionalText(string key) => Optional(key) is { } value ? Text(value, key) : null;

    /// <summary>A number or a text, as its text.</summary>
    public string? OptionalValue(string key)
    {
        if (Optional(key) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.Number or JsonValueKind.String)
            return value.ToString();
        Fault(key, "must be a number or a text, as in 1 or \"2026-01-31\".");
        return null;
    }

    /// <summary>A list of numbers and texts, as texts; null when absent.</summary>
    public IReadOnlyList<string>? OptionalValues(string key)
    {
        if (Optional(key) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0
            && value.EnumerateArray().All(e => e.ValueKind is JsonValueKind.Number or JsonValueKind.String))
            return [.. value.EnumerateArray().Select(e => e.ToString())];
        Fault(key, "must be a list of values, as in [\"open\", \"paid\"] or [1, 2].");
        return null;
    }

    /// <summary>A list of objects, each as its JSON text.</summary>
    public IReadOnlyList<string> OptionalObjectTexts(string key, string example)
    {
        if (Optional(key) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Object))
            return [.. value.EnumerateArray().Select(e => e.GetRawText())];
        Fault(key, $"must be a list of objects, as in [{example}].");
        return [];
    }

    /// <param name="key">The key.</param>
    /// <param name="what">What the inner lists hold, with an example.</param>
    public IReadOnlyList<IReadOnlyList<string>> OptionalListOfTexts(string key, string what)
    {
        if (Optional(key) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Array && e.GetArrayLength() > 0))
            return [.. value.EnumerateArray().Select(e => Texts(e, key))];
        Fault(key, $"must be a list of lists of {what}.");
        return [];
    }

    /// <summary>Adds a fault that the reader has found in a key's value.</summary>
    public void Report(string key, string message) => Fault(key, message);

    /// <summary>Reads every key as "engine: oldest major version".</summary>
    public IReadOnlyDictionary<string, int> Versions(IReadOnlyList<string> engines)
    {
        var versions = engines.Where(_values.ContainsKey).ToDictionary(e => e, e => RequiredInteger(e, 1, 1000));
        _known.UnionWith(engines);
        ReportUnknown();
        return versions;
    }

    /// <summary>Reads every key, whatever it is called, as one of the choices.</summary>
    public IReadOnlyDictionary<string, string> Choices(string[] choices) =>
        _values.Keys.ToDictionary(key => key, key => OptionalText(key, choices[0], choices));

    /// <returns>The sort keys; empty for "any"; null when the key is absent.</returns>
    public IReadOnlyList<OrderKey>? OptionalOrder(string key)
    {
        if (Optional(key) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() == "any")
            return [];
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            return [.. Texts(value, key).Select(text => ReadOrderKey(text, key))];
        Fault(key, "must be \"any\" or a list of columns, as in [\"balance desc\", \"order_id\"].");
        return [];
    }

    public void ReportUnknown()
    {
        foreach (var key in _values.Keys.Where(k => !_known.Contains(k)))
            _faults.Add($"unknown key \"{Path(key)}\".{Spelling.DidYouMean(key, _known)}");
    }

    private OrderKey ReadOrderKey(string text, string key)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var direction = string.Join(' ', words.Skip(1)).ToLowerInvariant();
        if (words.Length == 0 || direction is not ("" or "asc" or "desc" or "nulls first" or "nulls last" or "asc nulls first"
            or "asc nulls last" or "desc nulls first" or "desc nulls last"))
            Fault(key, $"holds \"{text}\". Write a column's name, then asc or desc and nulls first or nulls last where it matters.");
        return new OrderKey(words.FirstOrDefault() ?? "", direction.StartsWith("desc", StringComparison.Ordinal));
    }

    private JsonElement? Required(string key)
    {
        if (Optional(key) is { } value)
            return value;
        _faults.Add($"key \"{Path(key)}\" is missing.");
        return null;
    }

    private JsonElement? Optional(string key)
    {
        _known.Add(key);
        return _values.TryGetValue(key, out var value) ? value : null;
    }

    private string? Text(JsonElement? value, string key)
    {
        if (value is null)
            return null;
        if (value.Value.ValueKind == JsonValueKind.String && value.Value.GetString() is { } text && text.Trim().Length > 0)
            return text;
        Fault(key, "must be a text, as in \"…\".");
        return null;
    }

    private List<string> Texts(JsonElement value, string key)
    {
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(e => e.GetString()!)];
        Fault(key, "must be a list of texts, as in [\"…\", \"…\"].");
        return [];
    }

    private int Integer(JsonElement value, string key, int standard, int least, int most)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Fault(key, $"must be a whole number from {least} to {most}.");
        return standard;
    }

    private void Fault(string key, string message) => _faults.Add($"key \"{Path(key)}\" {message}");

    private string Path(string key) => _path + key;
}
