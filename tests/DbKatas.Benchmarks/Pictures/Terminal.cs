using System.Diagnostics;
using System.Text;

namespace DbKatas.Benchmarks.Pictures;

/// <summary>Runs the kata command in a terminal of its own, which <c>script</c> (util-linux) makes, so that it shows what a person would see.</summary>
/// <param name="program">The command's dll.</param>
/// <param name="folder">Where it runs.</param>
internal sealed class Terminal(string program, string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>For a command that ends by itself.</summary>
    /// <returns>All that it wrote.</returns>
    public async Task<string> RunAsync(string arguments)
    {
        using var script = Start(arguments);
        using var patience = new CancellationTokenSource(Patience);
        var output = await script.StandardOutput.ReadToEndAsync(patience.Token);
        await script.WaitForExitAsync(patience.Token);
        return output;
    }

    /// <summary>For a command that goes on until a key is pressed.</summary>
    /// <param name="arguments">What follows ./kata.</param>
    /// <param name="ready">What it shows when it is ready.</param>
    /// <param name="steps">What is done then, one after the other, and what is shown when that is done.</param>
    /// <param name="lastKey">The key that ends it.</param>
    /// <returns>All that it wrote before the last key.</returns>
    public async Task<string> RunAsync(string arguments, string ready, IEnumerable<(Action<StreamWriter> Do, string Shows)> steps, char lastKey)
    {
        using var script = Start(arguments);
        using var patience = new CancellationTokenSource(Patience);
        var output = new StringBuilder();
        await ReadUntilAsync(script.StandardOutput, output, ready, patience.Token);
        foreach (var (act, shows) in steps)
        {
            act(script.StandardInput);
            await ReadUntilAsync(script.StandardOutput, output, shows, patience.Token);
        }
        await script.StandardInput.WriteAsync(lastKey);
        await script.StandardInput.FlushAsync(patience.Token);
        await script.StandardOutput.ReadToEndAsync(patience.Token);
        await script.WaitForExitAsync(patience.Token);
        return output.ToString();
    }

    private Process Start(string arguments) => Process.Start(new ProcessStartInfo("script", ["-qefc", $"stty cols 120 rows 60; exec dotnet {program} {arguments}", "/dev/null"])
    {
        WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, Environment = { ["TERM"] = "xterm-256color" },
    })!;

    private static async Task ReadUntilAsync(StreamReader reader, StringBuilder output, string text, CancellationToken cancellation)
    {
        var (buffer, from) = (new char[4096], output.Length);
        while (!output.ToString(from, output.Length - from).Contains(text, StringComparison.Ordinal))
        {
            var read = await reader.ReadAsync(buffer, cancellation);
            if (read == 0)
                throw new InvalidOperationException($"The command ended before it showed \"{text}\":\n{output}");
            output.Append(buffer, 0, read);
        }
    }
}
