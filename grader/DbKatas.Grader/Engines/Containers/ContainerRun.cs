using System.Security.Cryptography;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Containers;

/// <summary>
/// This run as the owner of containers. Each bears the path of a file that the run holds locked; when the run has ended, however it
/// ended, the system has freed the lock, and the next run knows by that whose containers nobody will remove.
/// </summary>
public sealed class ContainerRun : IDisposable
{
    /// <summary>On each container of a run: the owner's lock file.</summary>
    public const string OwnerLabel = "dbkatas.owner";

    /// <summary>On each container of a run: the machine on which that file lies. Several may share an engine.</summary>
    public const string MachineLabel = "dbkatas.machine";

    private readonly FileLock _hold;

    private ContainerRun(string path, FileLock hold)
    {
        _hold = hold;
        Path = path;
    }

    private string Path { get; }

    /// <summary>What each container of this run bears.</summary>
    public IReadOnlyDictionary<string, string> Labels => new Dictionary<string, string> { [OwnerLabel] = Path, [MachineLabel] = Environment.MachineName };

    /// <exception cref="TroubleException">The cache can't be written.</exception>
    public static ContainerRun Begin(CacheFolder cache)
    {
        var folder = cache.At("containers");
        OwnFolder.Make(folder);
        var path = System.IO.Path.Combine(folder, RandomNumberGenerator.GetHexString(16, lowercase: true));
        // A name that nobody else has: taking it can't fail for being taken.
        return new ContainerRun(path, FileLock.TryTake(path)!);
    }

    /// <summary>Removes the containers of runs that have ended without removing them.</summary>
    public static async Task RemoveLeftoversAsync(DockerEngine engine, CancellationToken cancellation)
    {
        foreach (var (id, labels) in await engine.WithLabelAsync(OwnerLabel, cancellation).ConfigureAwait(false))
        {
            if (labels.GetValueOrDefault(MachineLabel) == Environment.MachineName && HasEnded(labels[OwnerLabel]))
            {
                await engine.RemoveAsync(id, cancellation).ConfigureAwait(false);
                File.Delete(labels[OwnerLabel]);
            }
        }
    }

    /// <summary>Call it when the run's containers are gone.</summary>
    public void Dispose()
    {
        File.Delete(Path);
        _hold.Dispose();
    }

    private static bool HasEnded(string owner)
    {
        try
        {
            // A file that is gone is not made again: its folder may be gone too.
            if (!File.Exists(owner))
            {
                return true;
            }

            using var hold = FileLock.TryTake(owner);
            return hold is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's.
            return false;
        }
    }
}
