namespace DbKatas.Hostile;

/// <summary>What is left when it should be gone, by name.</summary>
/// <param name="Processes">Command lines.</param>
/// <param name="Connections">Users who are still connected, or could be.</param>
/// <param name="Databases">Scratch databases, their roles, and prepared transactions.</param>
/// <param name="Files">Temporary files and folders.</param>
internal sealed record Leaks(IReadOnlyList<string> Processes, IReadOnlyList<string> Connections, IReadOnlyList<string> Databases, IReadOnlyList<string> Files)
{
    public IEnumerable<string> All => Processes.Concat(Connections).Concat(Databases).Concat(Files);

    public override string ToString() => $"leaked: {Processes.Count} processes, {Connections.Count} connections, {Databases.Count} databases and roles, {Files.Count} temporary files";
}
