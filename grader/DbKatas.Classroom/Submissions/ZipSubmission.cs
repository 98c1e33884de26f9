using System.IO.Compression;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Classroom.Submissions;

/// <summary>Unpacks a stranger's zip file: the files that may be answers alone, none larger than an answer may be, none outside the folder.</summary>
/// <param name="isWanted">Whether a file may be an answer, by its path.</param>
internal sealed class ZipSubmission(Predicate<string> isWanted)
{
    /// <summary>Far more than there are katas; a file with more was made to do harm.</summary>
    private const int MostFiles = 5_000;

    /// <param name="path">The zip file.</param>
    /// <param name="into">The folder to unpack to; made here.</param>
    /// <exception cref="InvalidDataException">It is no zip file, or a damaged one.</exception>
    /// <exception cref="TroubleException">It holds more files than anybody hands in.</exception>
    public void Unpack(string path, string into)
    {
        Directory.CreateDirectory(into);
        var root = Path.GetFullPath(into) + Path.DirectorySeparatorChar;
        using var zip = ZipFile.OpenRead(path);
        if (zip.Entries.Count > MostFiles)
            throw new TroubleException($"it holds {zip.Entries.Count} files, and at most {MostFiles} are unpacked.");
        foreach (var entry in zip.Entries.Where(entry => entry.Name.Length > 0 && isWanted(entry.FullName)))
        {
            var target = Path.GetFullPath(Path.Combine(root, entry.FullName.Replace('\\', '/')));
            if (target.StartsWith(root, StringComparison.Ordinal) && !File.Exists(target))
                Write(entry, target);
        }
    }

    /// <summary>One byte more than may be read is written of a file that is too large, so that grading says that it is.</summary>
    private static void Write(ZipArchiveEntry entry, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var from = entry.Open();
        using var to = File.Create(target);
        var buffer = new byte[81_920];
        // The size that the zip file states is the stranger's word; what comes out is counted.
        for (var left = TextFile.MostBytes + 1; left > 0;)
        {
            var read = from.Read(buffer, 0, Math.Min(buffer.Length, left));
            if (read == 0)
                return;
            to.Write(buffer, 0, read);
            left -= read;
        }
    }
}
