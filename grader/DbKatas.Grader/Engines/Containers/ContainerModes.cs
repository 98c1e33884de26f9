namespace DbKatas.Grader.Engines.Containers;

/// <summary>Reads the way of using containers from the environment.</summary>
public static class ContainerModes
{
    public const string Variable = "DBKATAS_CONTAINERS";

    /// <exception cref="TroubleException">The variable holds another word.</exception>
    public static ContainerMode OfEnvironment() => Read(Environment.GetEnvironmentVariable(Variable));

    /// <exception cref="TroubleException">It is none of the three words.</exception>
    public static ContainerMode Read(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        null or "" or "on" => ContainerMode.Run,
        "reuse" => ContainerMode.Reuse,
        "off" => ContainerMode.Off,
        _ => throw new TroubleException($"{Variable} is \"{word}\". It can be on (a container for each run), reuse (one that stays) or off."),
    };
}
