namespace DbKatas.Engines.Redis;

/// <summary>What the user of an answer may do: everything inside one database, nothing to the server or to others.</summary>
internal static class AnswerRights
{
    /// <summary>Rules for ACL SETUSER, in order.</summary>
    public static IReadOnlyList<string> Rules { get; } =
    [
        "~*", "&*", "+@all", "-@admin", "-@dangerous",

        // Called dangerous because they are slow on large data, or because they empty a database: here it is the answer's own.
        "+keys", "+sort", "+sort_ro", "+flushdb", "+info",

        // Ways into another database.
        "-select", "-move", "-copy",

        // What outlives the answer's connection, ends another's, or silences this one.
        "-function", "-script", "+script|load", "+script|exists",
        "-client", "+client|id", "+client|info", "+client|getname", "+client|setname",
    ];

    /// <summary>
    /// Commands that no rule can forbid, or that would leave a connection from which no reply comes; by what they do. They are refused before
    /// they are sent.
    /// </summary>
    public static string? RefusalOf(string command) => command.ToUpperInvariant() switch
    {
        "SUBSCRIBE" or "PSUBSCRIBE" or "SSUBSCRIBE" or "MONITOR" =>
            "waits for messages until its connection ends, and an answer runs one command after the other",
        "AUTH" or "HELLO" or "RESET" or "QUIT" => "changes or ends the connection, and an answer keeps the one that it has",
        _ => null,
    };
}
