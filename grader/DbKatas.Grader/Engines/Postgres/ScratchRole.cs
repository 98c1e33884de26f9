namespace DbKatas.Grader.Engines.Postgres;

/// <summary>The role of a scratch database: of the same name, it may enter that one and no other.</summary>
internal static class ScratchRole
{
    /// <summary>An answer that opens connections without end must leave some to the answers beside it.</summary>
    public const int MostConnections = 20;

    /// <summary>For sorts and joins beyond work_mem. On a server whose administrator may not set it, the server's own limit holds.</summary>
    private const string MostTemporary = "512MB";

    /// <summary>Since this version the server can be told how often to hash a password.</summary>
    private const int HashingCanBeSet = 16;

    /// <summary>The statements that make it, or nothing of it.</summary>
    /// <param name="session">The server.</param>
    /// <param name="name">Of the database, which is there.</param>
    /// <param name="password">128 bits of chance.</param>
    /// <param name="isForTools">True for a database that people enter with programs of their choice.</param>
    public static IEnumerable<string> Make(PostgresSession session, string name, string password, bool isForTools)
    {
        // Hashing 4,096 times, the server once and a client for every connection, protects passwords that can be guessed. Some clients insist on it.
        var hashesOnce = session.MajorVersion >= HashingCanBeSet && !isForTools;
        return
        [
            "begin",
            .. hashesOnce ? ["set local scram_iterations = 1"] : Array.Empty<string>(),
            $"create role {name} login connection limit {MostConnections} password '{password}' in role {PostgresSession.OwnerRole}",
            $"revoke all on database {name} from public",
            $"grant connect, create, temporary on database {name} to {name}",
            .. session.IsSuperuser ? [$"alter role {name} set temp_file_limit = '{MostTemporary}'"] : Array.Empty<string>(),
            "commit",
        ];
    }
}
