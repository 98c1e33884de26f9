namespace DbKatas.Grader.Feedback;

/// <summary>What an SQLSTATE, or a class of them, is called (manual, appendix A).</summary>
internal static class SqlStateWords
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["22"] = "bad data",
        ["23"] = "a broken constraint",
        ["42"] = "a missing right or name",
        ["22001"] = "a text that is too long",
        ["22003"] = "a number out of range",
        ["22P02"] = "a value that does not fit its type",
        ["23001"] = "a row that is still pointed to",
        ["23502"] = "a missing value (NOT NULL)",
        ["23503"] = "a broken foreign key",
        ["23505"] = "a duplicate key",
        ["23514"] = "a broken check",
        ["23P01"] = "a broken exclusion constraint",
        ["25006"] = "a change in a read-only transaction",
        ["40001"] = "a serialization failure",
        ["40P01"] = "a deadlock",
        ["42501"] = "a missing right",
        ["55P03"] = "a lock that is not to be had",
        ["57014"] = "a statement that was stopped",
    };

    /// <returns>"a broken foreign key (23503)"; several with "or" between them.</returns>
    public static string Of(IEnumerable<string> states) => string.Join(" or ", states.Select(Of));

    public static string Of(string state) => Known.TryGetValue(state, out var words) ? $"{words} ({state})" : $"SQLSTATE {state}";
}
