using System.Runtime.Versioning;

namespace DbKatas.Tests.Hostile;

/// <summary>
/// A wall clock that jumps by minutes, hours and years, to and fro, at first several times a second, then less and less often, for the
/// processes that are given its <see cref="Variables"/> and for all that they start. Made by libfaketime; what runs on without a jump is left
/// alone: stopwatches, and waits, which the library's mend for older systems would end at once.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class JumpingClock : IAsyncDisposable
{
    private static readonly string[] Jumps = ["+400d", "-400d", "+1h", "+0", "-1h", "+30d", "+2m", "-2m"];
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(300);

    private static readonly string? Library = Directory.Exists("/usr/lib")
        ? Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }).FirstOrDefault()
        : null;

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _jumping;

    private readonly string _redis;

    /// <param name="redisServer">The program file of the server that Redis katas run on.</param>
    public JumpingClock(string redisServer)
    {
        _redis = redisServer;
        // A server of root's runs as somebody else, who must get through.
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        Write(Jumps[0]);
        _jumping = JumpAsync();
    }

    /// <summary>False where the library is missing. Debian and Ubuntu: apt-get install faketime.</summary>
    public static bool IsHere => Library is not null;

    /// <summary>How often it has jumped.</summary>
    public int Count { get; private set; }

    public (string, string)[] Variables =>
    [
        ("LD_PRELOAD", Library!), ("FAKETIME_TIMESTAMP_FILE", Stamp), ("FAKETIME_NO_CACHE", "1"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
        ("FAKETIME_FORCE_MONOTONIC_FIX", "0"), ("DBKATAS_REDIS_SERVER", WithoutIt(_redis)),
    ];

    private string Stamp => Path.Combine(_folder.Path, "stamp");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _jumping;
        _end.Dispose();
        _folder.Dispose();
    }

    /// <summary>Redis brings a memory allocator of its own, with which the library waits for itself for ever.</summary>
    private string WithoutIt(string program)
    {
        var script = Path.Combine(_folder.Path, Path.GetFileName(program));
        File.WriteAllText(script, $"#!/bin/sh\nunset LD_PRELOAD\nexec {program} \"$@\"\n");
        File.SetUnixFileMode(script, (UnixFileMode)0b111_101_101);
        return script;
    }

    private async Task JumpAsync()
    {
        for (var pause = FirstPause; !_end.IsCancellationRequested; pause *= 1.5)
        {
            await Task.Delay(pause, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Write(Jumps[++Count % Jumps.Length]);
        }
    }

    /// <summary>Never half written: a reader finds the time before or the time after.</summary>
    private void Write(string time)
    {
        File.WriteAllText(Stamp + ".next", time + "\n");
        File.SetUnixFileMode(Stamp + ".next", (UnixFileMode)0b110_100_100);
        File.Move(Stamp + ".next", Stamp, overwrite: true);
    }
}
