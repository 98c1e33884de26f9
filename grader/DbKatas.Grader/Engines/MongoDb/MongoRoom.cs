namespace DbKatas.Grader.Engines.MongoDb;

/// <summary>A database that holds a kata's data, for a person to look around in. Disposing drops it.</summary>
/// <param name="shell">The command that opens MongoDB's shell on the server.</param>
/// <param name="database">The database's name.</param>
/// <param name="dropAsync">Drops it.</param>
public sealed class MongoRoom(string shell, string database, Func<Task> dropAsync) : IAsyncDisposable
{
    public string Shell { get; } = shell;

    public string Database { get; } = database;

    public async ValueTask DisposeAsync() => await dropAsync().ConfigureAwait(false);
}
