using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;

namespace DbKatas.Classroom.Submissions;

/// <summary>A folder with what a class handed in: one folder or zip file a student. Nothing in it is written, and no link in it is followed.</summary>
public sealed class ClassFolder : IDisposable
{
    private static readonly EnumerationOptions NoLinks = new() { RecurseSubdirectories = true, MaxRecursionDepth = 12, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly AnswerFinder _finder;
    private readonly string _folder;
    private readonly string _unpacked = Directory.CreateTempSubdirectory("dbkatas-class-").FullName;

    /// <param name="folder">The class's folder.</param>
    /// <param name="katas">What may be answered.</param>
    /// <exception cref="TroubleException">There is no such folder.</exception>
    public ClassFolder(string folder, IReadOnlyList<Kata> katas)
    {
        if (!Directory.Exists(folder))
            throw new TroubleException($"There is no folder {folder}. Name the one that holds a folder or a zip file for each student.");
        (_folder, _finder) = (Path.GetFullPath(folder), new AnswerFinder(katas));
    }

    /// <summary>Every student, in the order of the names.</summary>
    /// <param name="shard">Which part of them.</param>
    /// <exception cref="TroubleException">The folder holds no student's work.</exception>
    public IReadOnlyList<Submission> Students(Shard shard)
    {
        var entries = Directory.EnumerateFileSystemEntries(_folder).Select(entry => (Name: NameOf(entry), Path: entry))
            .Where(entry => entry.Name is not null && !Path.GetFileName(entry.Path).StartsWith('.'))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal).ThenBy(entry => entry.Path, StringComparer.Ordinal).ToList();
        if (entries.Count == 0)
            throw new TroubleException($"{TextFile.Shown(_folder)} holds no student's work. It should hold a folder or a zip file for each student.");
        var twice = entries.GroupBy(entry => entry.Name).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        // A folder and a zip file of the same name are two students until the teacher says otherwise.
        return [.. entries.Where((_, place) => shard.Has(place)).Select(entry => Read(twice.Contains(entry.Name) ? Path.GetFileName(entry.Path) : entry.Name!, entry.Path))];
    }

    public void Dispose() => Directory.Delete(_unpacked, recursive: true);

    private static string? NameOf(string path) =>
        new FileInfo(path).LinkTarget is not null ? null
        : Directory.Exists(path) ? Path.GetFileName(path)
        : Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(path)
        : null;

    private Submission Read(string name, string path)
    {
        try
        {
            var folder = Directory.Exists(path) ? path : Unzip(path, Path.Combine(_unpacked, name));
            var files = Directory.EnumerateFiles(folder, "*", NoLinks).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
            return new Submission(name, _finder.Find(files).ToDictionary(answer => answer.Key, answer => Path.Combine(folder, answer.Value)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException or TroubleException)
        {
            return new Submission(name, new Dictionary<string, string>(), $"{Path.GetFileName(path)} can't be read: {unreadable.Message}");
        }
    }

    private string Unzip(string path, string into)
    {
        new ZipSubmission(_finder.MayBeAnswer).Unpack(path, into);
        return into;
    }
}
