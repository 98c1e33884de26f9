using DbKatas.Grader.Engines;

namespace DbKatas.Cli.Daemon;

/// <summary>Whether a run leaves its work to a daemon.</summary>
internal static class DaemonChoice
{
    public const string Variable = "DBKATAS_DAEMON";

    /// <summary>
    /// By itself only for a person at a terminal, who will grade again: what a script or a build server starts leaves nothing running. Windows has no
    /// way to start a program that keeps nothing of the terminal's open.
    /// </summary>
    /// <exception cref="TroubleException">The variable holds another word.</exception>
    public static bool IsWanted => Read(Environment.GetEnvironmentVariable(Variable)) is var wanted && !OperatingSystem.IsWindows()
        && (wanted ?? (!Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))));

    private static bool? Read(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
        "on" => true,
        "off" => false,
        _ => throw new TroubleException($"{Variable} is \"{word}\". It can be on (a grader waits for the next answer, also where nobody is at a terminal) or off."),
    };
}
