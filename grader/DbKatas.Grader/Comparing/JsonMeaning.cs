using System.Text.Json;

namespace DbKatas.Grader.Comparing;

/// <summary>
/// JSON texts compared by meaning: the order of keys and the spelling of numbers do not matter, the order of an array's items does, and
/// of a repeated key the last value counts. A text that is no JSON equals only the same text.
/// </summary>
internal static class JsonMeaning
{
    // PostgreSQL nests about as deep before its own stack limit; the platform's default is 64.
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 1000 };

    /// <summary>True when both mean the same; with a tolerance, numbers need only be near.</summary>
    public static bool Same(string a, string b, NumberTolerance? tolerance)
    {
        if (string.Equals(a, b, StringComparison.Ordinal))
        {
            return true;
        }
        using var left = TryParse(a);
        using var right = TryParse(b);
        return left is not null && right is not null && Same(left.RootElement, right.RootElement, tolerance);
    }

    /// <summary>A hash that agrees for texts of the same meaning, when <paramref name="hashNumber"/> agrees for their numbers.</summary>
    public static int Hash(string text, Func<ExactNumber, int> hashNumber)
    {
        using var document = TryParse(text);
        return document is null ? string.GetHashCode(text, StringComparison.Ordinal) : Hash(document.RootElement, hashNumber);
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, _options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Same(JsonElement a, JsonElement b, NumberTolerance? tolerance)
    {
        if (a.ValueKind != b.ValueKind)
        {
            return false;
        }
        return a.ValueKind switch
        {
            JsonValueKind.Object => SameObject(a, b, tolerance),
            JsonValueKind.Array => SameArray(a, b, tolerance),
            JsonValueKind.Number => SameNumber(a, b, tolerance),
            JsonValueKind.String => string.Equals(Text(a), Text(b), StringComparison.Ordinal),
            _ => true,
        };
    }

    private static bool SameObject(JsonElement a, JsonElement b, NumberTolerance? tolerance)
    {
        var left = Members(a);
        var right = Members(b);
        return left.Count == right.Count
            && left.All(member => right.TryGetValue(member.Key, out var other) && Same(member.Value, other, tolerance));
    }

    private static bool SameArray(JsonElement a, JsonElement b, NumberTolerance? tolerance) =>
        a.GetArrayLength() == b.GetArrayLength()
        && a.EnumerateArray().Zip(b.EnumerateArray()).All(pair => Same(pair.First, pair.Second, tolerance));

    private static bool SameNumber(JsonElement a, JsonElement b, NumberTolerance? tolerance)
    {
        bool read = ExactNumber.TryParse(a.GetRawText(), out var left) & ExactNumber.TryParse(b.GetRawText(), out var right);
        return read
            ? tolerance?.Near(left, right, floating: false) ?? left == right
            : a.GetRawText() == b.GetRawText();
    }

    private static int Hash(JsonElement element, Func<ExactNumber, int> hashNumber)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                // Added up, so that the order of the keys does not matter.
                return Members(element).Sum(member => (long)HashCode.Combine(member.Key, Hash(member.Value, hashNumber))).GetHashCode();
            case JsonValueKind.Array:
                var hash = new HashCode();
                foreach (var item in element.EnumerateArray())
                {
                    hash.Add(Hash(item, hashNumber));
                }
                return hash.ToHashCode();
            case JsonValueKind.Number:
                return ExactNumber.TryParse(element.GetRawText(), out var number) ? hashNumber(number) : element.GetRawText().GetHashCode(StringComparison.Ordinal);
            case JsonValueKind.String:
                return Text(element).GetHashCode(StringComparison.Ordinal);
            default:
                return element.ValueKind.GetHashCode();
        }
    }

    private static Dictionary<string, JsonElement> Members(JsonElement element)
    {
        var members = new Dictionary<string, JsonElement>();
        foreach (var property in element.EnumerateObject())
        {
            members[Name(property)] = property.Value;
        }
        return members;
    }

    // A lone surrogate ("\ud800") is valid JSON that no string can hold; its raw spelling stands for it.
    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText();
        }
    }

    private static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return property.ToString();
        }
    }
}
