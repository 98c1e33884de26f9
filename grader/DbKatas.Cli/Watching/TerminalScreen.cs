using System.ComponentModel;
using System.Diagnostics;

namespace DbKatas.Cli.Watching;

/// <summary>The terminal: cleared before each text where it is one, written on and on where it is a file.</summary>
internal sealed class TerminalScreen : IWatchScreen
{
    /// <summary>Clears the screen, forgets what has scrolled off it, and goes to the upper left corner (ECMA-48).</summary>
    private const string Clear = "\e[H\e[2J\e[3J";

    public void Show(string text) => Console.WriteLine(Console.IsOutputRedirected ? text + "\n" : Clear + text);

    public async Task<string?> EditAsync(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var editor = Environment.GetEnvironmentVariable("VISUAL") is { Length: > 0 } visual ? visual : Environment.GetEnvironmentVariable("EDITOR");
        if (string.IsNullOrWhiteSpace(editor))
            return "No editor is set. Name yours, as in: export EDITOR=nano";
        // EDITOR may hold arguments, as in "code --wait".
        var words = editor.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(words[0], [.. words[1..], .. files]))!;
            await process.WaitForExitAsync(cancellation);
            return null;
        }
        catch (Win32Exception)
        {
            return $"The editor \"{words[0]}\" was not found. Name another, as in: export EDITOR=nano";
        }
    }
}
