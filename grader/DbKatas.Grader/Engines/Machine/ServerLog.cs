using System.Text.RegularExpressions;

namespace DbKatas.Grader.Engines.Machine;

/// <summary>What a private server wrote since its start.</summary>
internal sealed partial class ServerLog(string path)
{
    /// <summary>What programs in the C locale say of a full disk.</summary>
    public const string DiskIsFull = "No space left on device";

    public string Path { get; } = path;

    public bool SaysDiskIsFull => Says(DiskIsFull);

    /// <summary>True when a PostgreSQL ended itself because it could not write on: what a refused statement meets is no PANIC.</summary>
    public bool SaysFullDiskEndedIt => EndedByFullDisk().IsMatch(Read());

    public bool Says(string words) => Read().Contains(words, StringComparison.Ordinal);

    public string LastLines() => Read() is { Length: > 0 } text ? TextTail.Of(text, 5) : "(it wrote nothing)";

    private string Read()
    {
        if (!File.Exists(Path))
        {
            return "";
        }

        // The server may still be writing.
        using var reader = new StreamReader(new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    [GeneratedRegex($"^PANIC:.*{DiskIsFull}", RegexOptions.Multiline)]
    private static partial Regex EndedByFullDisk();
}
