namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>Comments in JSON: from // to the line's end, and from /* to */.</summary>
internal static class JsonComments
{
    /// <summary>True for a text with nothing in it but comments and white space.</summary>
    public static bool IsAll(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var rest = text.AsSpan(i);
            if (char.IsWhiteSpace(rest[0]))
                i++;
            else if (rest.StartsWith("//"))
                i = EndOf(text, "\n", i);
            else if (rest.StartsWith("/*"))
                i = EndOf(text, "*/", i + 2);
            else
                return false;
        }
        return true;
    }

    private static int EndOf(string text, string mark, int from) =>
        text.IndexOf(mark, from, StringComparison.Ordinal) is var at && at < 0 ? text.Length : at + mark.Length;
}
