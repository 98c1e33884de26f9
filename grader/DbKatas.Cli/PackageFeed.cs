using System.Diagnostics;

namespace DbKatas.Cli;

/// <summary>What the package feed holds decides which engines are built in (eng/Feed.props). A build asks once and keeps the answer.</summary>
/// <param name="root">The clone.</param>
internal sealed class PackageFeed(string root)
{
    private readonly string _probe = Path.Combine(root, "eng", "Probe.proj");

    /// <summary>Asks the feed again, for it may have changed; says what it lacks. The next build follows the new answer.</summary>
    public async Task AskAgainAsync(Action<string> say, CancellationToken cancellation)
    {
        // A program that was copied out of its clone is never built again.
        if (!File.Exists(_probe))
            return;
        string[] arguments = ["msbuild", _probe, "-target:Ask", "-nologo", "-noconsolelogger", "-nodeReuse:false", "-maxCpuCount:1"];
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root })!;
        await dotnet.WaitForExitAsync(cancellation);
        var lacks = await AnswerAsync(cancellation);
        say(lacks is { Length: > 0 } ? lacks : "This package feed holds everything that the engines need.");
    }

    /// <summary>What it answered the last time, without asking again.</summary>
    /// <returns>What it lacks, in a sentence; empty when it lacks nothing; null when it has not been asked.</returns>
    public async Task<string?> AnswerAsync(CancellationToken cancellation)
    {
        var words = Path.Combine(root, "artifacts", "feed.txt");
        return File.Exists(words) ? (await File.ReadAllTextAsync(words, cancellation)).Trim() : null;
    }
}
