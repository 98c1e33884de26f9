namespace DbKatas.Grader.Comparing;

/// <summary>Whether an actual value counts as the expected one: the same by exact meaning, or near enough, or the text that was asked for.</summary>
internal static class LooseMeaning
{
    public static bool Same(in Value expected, in Value actual, NumberTolerance tolerance)
    {
        if (expected.IsNumeric && actual.IsNumeric)
        {
            return expected.Text == actual.Text || Near(expected, actual, tolerance);
        }
        if (ExactMeaning.Same(expected, actual))
        {
            return true;
        }
        return (expected.Kind, actual.Kind) switch
        {
            (ValueKind.Text, ValueKind.Number or ValueKind.Float or ValueKind.Instant) => expected.Text == actual.Text,
            (ValueKind.Json, ValueKind.Json) => JsonMeaning.Same(expected.Text!, actual.Text!, tolerance),
            (ValueKind.Array, ValueKind.Array) => SameItems(expected.Items ?? [], actual.Items ?? [], tolerance),
            _ => false,
        };
    }

    public static bool Same(Value[] expected, Value[] actual, NumberTolerance[] tolerances)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (!Same(expected[i], actual[i], tolerances[i]))
            {
                return false;
            }
        }
        return true;
    }

    private static bool Near(in Value expected, in Value actual, NumberTolerance tolerance)
    {
        bool floating = expected.Kind == ValueKind.Float || actual.Kind == ValueKind.Float;
        return ExactNumber.TryParse(expected.Text, out var left)
            && ExactNumber.TryParse(actual.Text, out var right)
            && tolerance.Near(left, right, floating);
    }

    private static bool SameItems(IReadOnlyList<Value> expected, IReadOnlyList<Value> actual, NumberTolerance tolerance)
    {
        if (expected.Count != actual.Count)
        {
            return false;
        }
        for (int i = 0; i < expected.Count; i++)
        {
            if (!Same(expected[i], actual[i], tolerance))
            {
                return false;
            }
        }
        return true;
    }
}
