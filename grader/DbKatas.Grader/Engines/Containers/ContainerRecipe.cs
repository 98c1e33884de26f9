namespace DbKatas.Grader.Engines.Containers;

/// <summary>How a server runs in a container: the same as docker-compose.yml's service, which a test compares.</summary>
/// <param name="Title">The server's name in sentences.</param>
/// <param name="Image">The image, pinned to the letter.</param>
/// <param name="Port">The port inside the container.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Memory">Folders that are kept in memory.</param>
public sealed record ContainerRecipe(string Title, string Image, int Port, IReadOnlyList<string> Command, IReadOnlyList<string> Memory)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>False for a server that takes everybody for its administrator: its port may be open to this machine alone.</summary>
    public bool AsksForPassword { get; init; } = true;

    /// <summary>Bytes of shared memory; null for Docker's 64 MB.</summary>
    public long? SharedMemory { get; init; }
}
