using System.Globalization;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>How a private server runs: for one class's katas on one machine, with data that can be made again at any time.</summary>
internal static class ServerSettings
{
    /// <summary>The arguments of the postgres program.</summary>
    public static IEnumerable<string> Arguments(string data, int port)
    {
        string[] unix = OperatingSystem.IsWindows() ? [] : [.. UnixMemory];
        return ["-D", data, "-p", port.ToString(CultureInfo.InvariantCulture), .. All.Concat(unix).SelectMany(setting => (string[])["-c", setting])];
    }

    private static readonly string[] All =
    [
        // Reachable from this machine alone. A socket file would need a folder that both users may enter, and Windows' clients lack it.
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",

        // Durability off: what a power cut spoils is made again.
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "wal_level=minimal",
        "max_wal_senders=0",
        "min_wal_size=4MB",
        "max_wal_size=256MB",

        // Autovacuum would keep template databases from being copied ("being accessed by other users"), and would change a plan in
        // the middle of a kata. Scratch databases don't live long enough to need it; who wants statistics runs ANALYZE.
        "autovacuum=off",

        // Compiling expressions costs more than the small queries of a kata take.
        "jit=off",
        "shared_buffers=32MB",
        "max_connections=100",
        "max_prepared_transactions=8",

        // The same words and the same time wherever the machine stands.
        "timezone=UTC",
        "log_timezone=UTC",
        "lc_messages=C",

        // The log is for a server that does not start or ends by itself; learners' errors go to the learners.
        "logging_collector=off",
        "log_destination=stderr",
        "log_line_prefix=",
        "log_min_messages=log",
        "log_checkpoints=off",
    ];

    // In the data folder, not in /dev/shm: containers often keep that at 64 MB, and a killed server would leave its pieces there.
    private static readonly string[] UnixMemory = ["shared_memory_type=mmap", "dynamic_shared_memory_type=mmap", "huge_pages=off"];
}
