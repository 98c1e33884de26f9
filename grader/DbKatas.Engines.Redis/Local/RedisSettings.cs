using System.Globalization;

namespace DbKatas.Engines.Redis.Local;

/// <summary>How a private server runs: for one run of the grader, with nothing kept and little memory.</summary>
internal static class RedisSettings
{
    /// <summary>The text of redis.conf. It holds the password, so that no process list shows it.</summary>
    public static string Text(string folder, int port, string password) => string.Create(CultureInfo.InvariantCulture,
        $"""
        bind 127.0.0.1
        port {port}
        requirepass {password}
        dir {folder}
        daemonize no
        # The process list names the folder, by which a leftover server is found.
        set-proc-title no

        # Nothing is written to the disk.
        save ""
        appendonly no

        # An answer that fills the memory gets an error, and so does one that sends or asks for too much at once.
        maxmemory 256mb
        maxmemory-policy noeviction
        proto-max-bulk-len 64mb
        client-query-buffer-limit 128mb
        client-output-buffer-limit normal 64mb 0 0

        # After so many milliseconds an endless script can be stopped.
        busy-reply-threshold 100
        enable-debug-command no
        enable-module-command no
        databases 16
        maxclients 200
        """);
}
