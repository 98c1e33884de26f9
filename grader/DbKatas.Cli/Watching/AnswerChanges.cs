using System.Threading.Channels;

namespace DbKatas.Cli.Watching;

/// <summary>Tells of every file that is saved below a folder, the moment it is.</summary>
internal sealed class AnswerChanges : IDisposable
{
    private readonly FileSystemWatcher _watcher;

    /// <param name="folder">The answers' folder.</param>
    /// <param name="events">Is told; never blocks.</param>
    public AnswerChanges(string folder, ChannelWriter<WatchEvent> events)
    {
        _watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.DirectoryName,
            InternalBufferSize = 64 * 1024,
        };
        // Editors save in different ways: into the file, or into another that then takes its name.
        _watcher.Changed += (_, change) => events.TryWrite(new WatchEvent.Saved(change.FullPath));
        _watcher.Created += (_, change) => events.TryWrite(new WatchEvent.Saved(change.FullPath));
        _watcher.Renamed += (_, change) => events.TryWrite(new WatchEvent.Saved(change.FullPath));
        _watcher.Deleted += (_, change) => events.TryWrite(new WatchEvent.Saved(change.FullPath));
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => _watcher.Dispose();
}
