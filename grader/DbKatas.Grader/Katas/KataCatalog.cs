namespace DbKatas.Grader.Katas;

/// <summary>Every kata below one folder, in the order of the ids, and every fault of every folder.</summary>
public sealed class KataCatalog
{
    private KataCatalog(string root, IReadOnlyList<Kata> katas, IReadOnlyList<KataFault> faults, Syllabus syllabus) =>
        (Root, Katas, Faults, Syllabus) = (root, katas, faults, syllabus);

    /// <summary>The folder that ids are relative to, as a full path.</summary>
    public string Root { get; }

    public IReadOnlyList<Kata> Katas { get; }

    /// <summary>Folders with a fault are not among <see cref="Katas"/>; all others are, so one bad folder costs no other kata its verdict.</summary>
    public IReadOnlyList<KataFault> Faults { get; }

    /// <summary>The order in which the katas are learnt.</summary>
    public Syllabus Syllabus { get; }

    /// <summary>Reads all kata folders below <paramref name="root"/>: those that hold a kata.json and those named like a kata ("02-slug").</summary>
    /// <returns>An empty catalog with one fault when the folder does not exist or holds no kata.</returns>
    public static KataCatalog Load(string root)
    {
        root = Path.GetFullPath(root);
        var katas = new List<Kata>();
        var faults = new List<KataFault>();
        if (!Directory.Exists(root))
            faults.Add(new KataFault("", Shown(root), "there is no such folder. Give the folder that holds the katas, as in --katas katas."));
        else
            foreach (var folder in Folders(root))
                if (!CanBeRead(folder))
                    faults.Add(new KataFault(IdOf(root, folder), Shown(folder), "can't be read, nor what is in it: you have no right to."));
                else if (KataFolder.IsKata(folder) && KataFolder.Read(IdOf(root, folder), folder, faults) is { } kata)
                    katas.Add(kata);
        if (katas.Count == 0 && faults.Count == 0)
            faults.Add(new KataFault("", Shown(root), "holds no kata. A kata is a folder track/topic/01-name with a kata.json in it."));
        return new KataCatalog(root, katas, faults, ReadSyllabus(root, katas, faults));
    }

    /// <summary>Reads one kata alone, which is there much sooner than all.</summary>
    /// <param name="root">The folder of the katas.</param>
    /// <param name="pattern">Its whole id, or its folder.</param>
    /// <returns>Null when that is no kata's id, or something is wrong with the kata: the catalog tells what.</returns>
    public static Kata? ReadOne(string root, string pattern)
    {
        var id = IdIn(pattern);
        if (!KataFolder.IsId(id))
            return null;
        root = Path.GetFullPath(root);
        // The full path has the machine's own separators throughout, as the catalog's has.
        var folder = Path.GetFullPath(id, root);
        return Directory.Exists(folder) && !IsLinked(folder, root) && CanBeRead(folder) ? KataFolder.Read(id, folder, []) : null;
    }

    /// <summary>The katas whose id is, starts with (a track, a topic, a number) or contains one of the patterns; "all" is every kata.</summary>
    /// <returns>No kata when nothing fits; an exact id or folder wins over a part of an id.</returns>
    public IReadOnlyList<Kata> Find(string pattern)
    {
        pattern = IdIn(pattern);
        if (pattern == "all")
            return Katas;
        // An editor gives the folder of the file that is open: katas/sql, or solutions/sql/joins/01-inner-join/wrong.
        var below = Katas.Where(k => k.Id == pattern || k.Id.StartsWith(pattern + "/", StringComparison.Ordinal) || pattern.StartsWith(k.Id + "/", StringComparison.Ordinal)).ToList();
        return below.Count > 0 ? below : [.. Katas.Where(k => pattern.Length > 1 && k.Id.Contains(pattern, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>What a person writes for an id, or an editor for a folder.</summary>
    private static string IdIn(string pattern)
    {
        pattern = pattern.Replace('\\', '/').Trim().TrimEnd('/');
        foreach (var root in (string[])["katas/", "solutions/"])
            if (pattern.StartsWith(root, StringComparison.Ordinal))
                pattern = pattern[root.Length..];
        return pattern;
    }

    private static Syllabus ReadSyllabus(string root, List<Kata> katas, List<KataFault> faults)
    {
        var path = Path.Combine(root, Syllabus.FileName);
        if (!File.Exists(path))
            return Syllabus.None;
        var messages = new List<string>();
        var syllabus = Syllabus.None;
        try
        {
            // A kata with a fault is there all the same.
            syllabus = Syllabus.Read(TextFile.Read(path), [.. katas.Select(kata => kata.Id), .. faults.Select(fault => fault.Id)], messages);
        }
        catch (TextFileException unreadable)
        {
            messages.Add(unreadable.Message);
        }
        faults.AddRange(messages.Select(message => new KataFault(Syllabus.FileName, Shown(path), message)));
        return syllabus;
    }

    private static IEnumerable<string> Folders(string root)
    {
        // Links are not followed: a folder of katas from a stranger stays within itself, and a loop can't be built.
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.EnumerateDirectories(root, "*", options).Order(StringComparer.Ordinal);
    }

    private static bool IsLinked(string folder, string above)
    {
        for (; folder.Length > above.Length; folder = Path.GetDirectoryName(folder)!)
            if (File.GetAttributes(folder).HasFlag(FileAttributes.ReparsePoint))
                return true;
        return false;
    }

    private static bool CanBeRead(string folder)
    {
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
            entries.MoveNext();
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (DirectoryNotFoundException)
        {
            // Renamed this moment: it holds nothing any more.
            return true;
        }
    }

    private static string IdOf(string root, string folder) => Path.GetRelativePath(root, folder).Replace('\\', '/');

    private static string Shown(string path) => TextFile.Shown(path);
}
