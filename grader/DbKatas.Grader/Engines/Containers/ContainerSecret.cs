using System.Security.Cryptography;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Containers;

/// <summary>Passwords of containers: a new one for a run, one that is kept for a container that is.</summary>
public static class ContainerSecret
{
    public static string New() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>This user's; made when it is first asked for. Asked under a lock, for two runs must come to the same.</summary>
    /// <exception cref="TroubleException">The cache can't be written.</exception>
    public static string Kept(CacheFolder cache)
    {
        var folder = cache.At("containers");
        var path = Path.Combine(folder, "secret");
        OwnFolder.Make(folder);
        try
        {
            if (!File.Exists(path))
            {
                SecretFile.Write(path, New());
            }

            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FolderTrouble.Of(path, e);
        }
    }
}
