namespace DbKatas.Grader.Comparing;

/// <summary>
/// Equality of values by meaning without any tolerance: an equivalence relation with a hash that agrees, so that bags of rows can be
/// compared by hashing. <see cref="LooseMeaning"/> adds what is no equivalence.
/// </summary>
internal static class ExactMeaning
{
    public static bool Same(in Value a, in Value b)
    {
        if (a.IsNumeric && b.IsNumeric)
        {
            return a.Text == b.Text || SameNumber(a.Text!, b.Text!);
        }
        if (IsPlain(a.Kind) && IsPlain(b.Kind))
        {
            return a.Text == b.Text;
        }
        return a.Kind == b.Kind && a.Kind switch
        {
            ValueKind.Null => true,
            ValueKind.Boolean => IsTrue(a.Text) == IsTrue(b.Text),
            ValueKind.Instant => a.Text == b.Text || SameInstant(a.Text, b.Text),
            ValueKind.Json => JsonMeaning.Same(a.Text!, b.Text!, tolerance: null),
            _ => SameItems(a.Items ?? [], b.Items ?? []),
        };
    }

    public static int Hash(in Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                return 0;
            case ValueKind.Boolean:
                return IsTrue(value.Text) ? 1 : 2;
            case ValueKind.Number or ValueKind.Float:
                return ExactNumber.TryParse(value.Text, out var number) ? number.GetHashCode() : TextHash(value.Text);
            case ValueKind.Instant:
                return InstantText.TryParse(value.Text, out long instant) ? instant.GetHashCode() : TextHash(value.Text);
            case ValueKind.Json:
                return JsonMeaning.Hash(value.Text!, number => number.GetHashCode());
            case ValueKind.Array:
                var hash = new HashCode();
                foreach (var item in value.Items ?? [])
                {
                    hash.Add(Hash(item));
                }
                return hash.ToHashCode();
            default:
                return TextHash(value.Text);
        }
    }

    // An enum's label is the text that a learner may well write in its place.
    private static bool IsPlain(ValueKind kind) => kind is ValueKind.Text or ValueKind.Other;

    private static bool IsTrue(string? text) => text is "t" or "true" or "True";

    public static int TextHash(string? text) => string.GetHashCode(text, StringComparison.Ordinal);

    // Two texts of whole numbers that differ are different numbers; most numbers are such, and are told apart unread.
    private static bool SameNumber(string a, string b) =>
        !(IsPlainWhole(a) && IsPlainWhole(b))
        && ExactNumber.TryParse(a, out var left) && ExactNumber.TryParse(b, out var right) && left == right;

    private static bool IsPlainWhole(ReadOnlySpan<char> text) => text is [>= '1' and <= '9', ..] && !text.ContainsAnyExceptInRange('0', '9');

    private static bool SameInstant(string? a, string? b) =>
        InstantText.TryParse(a, out long left) && InstantText.TryParse(b, out long right) && left == right;

    private static bool SameItems(IReadOnlyList<Value> a, IReadOnlyList<Value> b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }
        for (int i = 0; i < a.Count; i++)
        {
            if (!Same(a[i], b[i]))
            {
                return false;
            }
        }
        return true;
    }
}
