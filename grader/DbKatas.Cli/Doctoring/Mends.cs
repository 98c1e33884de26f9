using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.MongoDb.StandIn;

namespace DbKatas.Cli.Doctoring;

/// <summary>The one command that brings what is missing, on a machine like this.</summary>
internal static class Mends
{
    public const string Setup = "./kata setup";

    public const string Node = $"install Node.js {MingoPackage.OldestNode} or newer (https://nodejs.org), then: {Setup}";

    /// <summary>For what the setup brings from npm.</summary>
    public static string FromNpm => ProgramPath.Find("npm") is null ? Node : Setup;

    public static string Redis =>
        ProgramPath.Find("apt-get") is not null ? ServerUser.IsRoot ? Setup : "sudo apt-get install redis-server"
        : ProgramPath.Find("brew") is not null ? "brew install redis"
        : "docker compose up -d redis";
}
