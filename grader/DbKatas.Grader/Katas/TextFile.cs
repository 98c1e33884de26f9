using System.Buffers;
using System.Text;

namespace DbKatas.Grader.Katas;

/// <summary>Reads the text files that people write. Their content is not trusted: size and encoding are checked.</summary>
public static class TextFile
{
    /// <summary>Nobody types this much; a larger file is a slip, a database dump saved under the wrong name.</summary>
    public const int MostBytes = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's text without a byte order mark.</summary>
    /// <exception cref="TextFileException">The file is missing, unreadable, larger than <see cref="MostBytes"/> or not UTF-8 text.</exception>
    public static string Read(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > MostBytes)
                throw new TextFileException($"is {length / 1024:N0} KB; at most {MostBytes / 1024:N0} KB are read. Keep only the answer in it.");
            var text = ReadBounded(path).TrimStart('\uFEFF');
            return text.Contains('\0') ? throw new TextFileException("holds a NUL character. Save it as UTF-8 text.") : text;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TextFileException("is missing.", missing);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new TextFileException("is not UTF-8 text. Save it with the encoding UTF-8.", wrong);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new TextFileException("can't be read: " + unreadable.Message, unreadable);
        }
    }

    /// <summary>A link may lead to what has no length and no end, as /dev/zero.</summary>
    private static string ReadBounded(string path)
    {
        using var file = File.OpenRead(path);
        // Borrowed: a new one, cleared, for each of hundreds of small files took longer than reading them.
        var bytes = ArrayPool<byte>.Shared.Rent(MostBytes + 1);
        try
        {
            var read = file.ReadAtLeast(bytes.AsSpan(0, MostBytes + 1), MostBytes + 1, throwOnEndOfStream: false);
            return read <= MostBytes ? Strict.GetString(bytes, 0, read) : throw new TextFileException($"has no end; at most {MostBytes / 1024:N0} KB are read. Keep only the answer in it.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The path as a person at the prompt would type it: relative below the current folder, whole elsewhere.</summary>
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : relative).Replace('\\', '/');
    }
}

/// <summary>A file of the learner's or the author's that can't be read. The message is a predicate: "is missing.", to follow the file's name.</summary>
public sealed class TextFileException : Exception
{
    public TextFileException(string message) : base(message) { }

    public TextFileException(string message, Exception inner) : base(message, inner) { }
}
