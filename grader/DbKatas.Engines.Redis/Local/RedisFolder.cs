using System.Diagnostics;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Engines.Redis.Local;

/// <summary>The numbered folder that one private server works in, held by this process alone until it is disposed.</summary>
internal sealed class RedisFolder(string folder, FileLock hold) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Owned by the server's user, who may write nowhere else.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder, "run");

    public ServerLog Log => new(System.IO.Path.Combine(Path, "server.log"));

    public string Settings => System.IO.Path.Combine(Path, "redis.conf");

    /// <summary>Ends what a killed run left behind and makes the folder anew.</summary>
    /// <exception cref="TroubleException">The folder can't be written, or its disk is full.</exception>
    public async Task PrepareAsync(string settings, CancellationToken cancellation)
    {
        ServerUser.Current.CheckReach(Path);
        await EndLeftoversAsync(cancellation);
        try
        {
            if (Directory.Exists(Path))
                Directory.Delete(Path, recursive: true);
            OwnFolder.Make(Path);
            SecretFile.Write(Settings, settings);
            ServerUser.Current.Own(Settings);
            ServerUser.Current.Own(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FolderTrouble.Of(Path, e);
        }
    }

    public void Dispose() => hold.Dispose();

    // The lock was free, so nobody needs them: their grader was killed, and so was their guard.
    private async Task EndLeftoversAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(Path))
            return;
        var watch = Stopwatch.StartNew();
        foreach (var process in ServerProcesses.On(Path))
            ServerProcesses.Kill(process);
        while (ServerProcesses.On(Path).Count > 0 && watch.Elapsed < Patience)
            await Task.Delay(Pause, cancellation);
    }
}
