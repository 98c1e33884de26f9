using System.Globalization;

namespace DbKatas.Engines.Redis;

/// <summary>What the user of an answer may do: everything inside one database, nothing to the server or to others.</summary>
internal static class AnswerRights
{
    /// <summary>Rules for ACL SETUSER, in order.</summary>
    /// <param name="database">The answer's own.</param>
    public static IReadOnlyList<string> RulesFor(int database) =>
    [
        .. Everywhere,

        // After a command that it has no method for, StackExchange.Redis 1.2.6 selects its database again, also within a transaction.
        string.Create(CultureInfo.InvariantCulture, $"+select|{database}"),
    ];

    private static readonly string[] Everywhere =
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
    /// Commands that no rule can forbid, that would do different things on different servers, or that would leave a connection from which
    /// no reply comes; by what they do. They are refused before they are sent.
    /// </summary>
    public static string? RefusalOf(string command) => command.ToUpperInvariant() switch
    {
        "SUBSCRIBE" or "PSUBSCRIBE" or "SSUBSCRIBE" or "MONITOR" =>
            "waits for messages until its connection ends, and an answer runs one command after the other",
        // Which number the answer's own database has differs from server to server.
        "SELECT" => "chooses a database, and an answer keeps the one that it has",
        "AUTH" or "HELLO" or "RESET" or "QUIT" => "changes or ends the connection, and an answer keeps the one that it has",
        _ => null,
    };
}
