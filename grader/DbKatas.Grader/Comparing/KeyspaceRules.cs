namespace DbKatas.Grader.Comparing;

/// <summary>What a kata about keys asks for beyond their plain content.</summary>
/// <param name="ExpirySeconds">How far apart two times to live may lie.</param>
/// <param name="ReadAs">For keys whose names match a pattern, with * for any characters: "bitmap" for a string's set bits, "places" for a sorted set's coordinates.</param>
public sealed record KeyspaceRules(int ExpirySeconds, IReadOnlyDictionary<string, string> ReadAs)
{
    public const string Bitmap = "bitmap";
    public const string Places = "places";

    public static readonly KeyspaceRules Plain = new(0, new Dictionary<string, string>());
}
