using System.Text.Json;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>The npm packages of the stand-in. Their versions and checksums stand in worker/package-lock.json.</summary>
public static class MingoPackage
{
    public const string Version = "7.2.6";

    public const string BsonVersion = "7.3.4";

    /// <summary>What bson asks for.</summary>
    public const string OldestNode = "20.19";

    /// <summary>The worker's own files, beside this program's.</summary>
    internal static string WorkerFolder => Path.Combine(AppContext.BaseDirectory, "mongodb-stand-in");

    internal static string FolderIn(CacheFolder cache) => cache.At("npm", $"mingo-{Version}-bson-{BsonVersion}");

    /// <summary>Whether the setup has brought both, in these versions.</summary>
    internal static bool IsIn(CacheFolder cache) => IsAt(FolderIn(cache), "mingo", Version) && IsAt(FolderIn(cache), "bson", BsonVersion);

    private static bool IsAt(string folder, string package, string version)
    {
        var file = Path.Combine(folder, "node_modules", package, "package.json");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return json.RootElement.GetProperty("version").GetString() == version;
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException)
        {
            return false;
        }
    }
}
