using System.Text.RegularExpressions;
using DbKatas.Grader.Data;

namespace DbKatas.Grader.Katas;

/// <summary>Every kata below one folder, in the order of the ids, and every fault of every folder.</summary>
public sealed partial class KataCatalog
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
                else if (IsKata(folder))
                    Read(root, folder, katas, faults);
        if (katas.Count == 0 && faults.Count == 0)
            faults.Add(new KataFault("", Shown(root), "holds no kata. A kata is a folder track/topic/01-name with a kata.json in it."));
        return new KataCatalog(root, katas, faults, ReadSyllabus(root, katas, faults));
    }

    /// <summary>The katas whose id is, starts with (a track, a topic, a number) or contains one of the patterns; "all" is every kata.</summary>
    /// <returns>No kata when nothing fits; an exact id or folder wins over a part of an id.</returns>
    public IReadOnlyList<Kata> Find(string pattern)
    {
        pattern = pattern.Replace('\\', '/').Trim().TrimEnd('/');
        foreach (var root in (string[])["katas/", "solutions/"])
            if (pattern.StartsWith(root, StringComparison.Ordinal))
                pattern = pattern[root.Length..];
        if (pattern == "all")
            return Katas;
        // An editor gives the folder of the file that is open: katas/sql, or solutions/sql/joins/01-inner-join/wrong.
        var below = Katas.Where(k => k.Id == pattern || k.Id.StartsWith(pattern + "/", StringComparison.Ordinal) || pattern.StartsWith(k.Id + "/", StringComparison.Ordinal)).ToList();
        return below.Count > 0 ? below : [.. Katas.Where(k => pattern.Length > 1 && k.Id.Contains(pattern, StringComparison.OrdinalIgnoreCase))];
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

    private static bool IsKata(string folder) => File.Exists(Path.Combine(folder, KataFiles.Metadata)) || NumberedName().IsMatch(Path.GetFileName(folder));

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

    private static void Read(string root, string folder, List<Kata> katas, List<KataFault> faults)
    {
        var id = IdOf(root, folder);
        var found = new List<KataFault>();
        void Fault(string file, string message) => found.Add(new KataFault(id, Shown(Path.Combine(folder, file)), message));

        if (!IdShape().IsMatch(id))
            Fault("", "a kata's folder is track/topic/nn-name in lower-case letters, digits and hyphens, as in sql/joins/01-inner-join. Rename it.");
        if (!File.Exists(Path.Combine(folder, KataFiles.Prompt)))
            Fault(KataFiles.Prompt, "is missing. It holds the question.");
        var kata = ReadMetadata(id, folder, Fault);
        if (kata is not null)
            kata = ReadDomain(FindAnswerFile(kata, Fault), Fault);
        if (found.Count == 0)
            katas.Add(kata!);
        faults.AddRange(found);
    }

    /// <summary>Holds the folder against its kind's format.</summary>
    private static Kata FindAnswerFile(Kata kata, Action<string, string> fault)
    {
        var engine = kata.Engines is [var first, ..] ? first : null;
        if (KataFormat.Of(engine, kata.Kind) is not { } format)
        {
            fault(KataFiles.Metadata, $"asks for kind {kata.Kind.ToString().ToLowerInvariant()} on {engine ?? "no engine"}, and there is no such kata.");
            return kata;
        }
        foreach (var file in format.Required.Where(file => !File.Exists(Path.Combine(kata.Folder, file))))
            fault(file, $"is missing. A kata of this kind has {string.Join(", ", format.Required)}.");
        var answers = format.Answers.Where(file => File.Exists(Path.Combine(kata.Folder, file))).ToList();
        if (answers.Count == 1)
            return kata with { AnswerFile = answers[0] };
        fault(answers.Count == 0 ? format.Answers[0] : answers[1], answers.Count == 0
            ? $"is missing. It is the stub that learners answer in{(format.Answers.Count > 1 ? "; it may also be called " + string.Join(" or ", format.Answers.Skip(1)) : "")}."
            : $"is one stub too many: {answers[0]} is there as well. Keep the one that the prompt asks for.");
        return kata;
    }

    /// <summary>Adds the domain, where there is one.</summary>
    private static Kata ReadDomain(Kata kata, Action<string, string> fault)
    {
        var path = Path.Combine(kata.Folder, KataFormat.Domain);
        if (!File.Exists(path))
            return kata;
        try
        {
            var reader = new DomainJsonReader(DomainVocabulary.Of(kata.Engines is [var engine, ..] ? engine : null));
            var domain = reader.Read(TextFile.Read(path));
            foreach (var message in reader.Faults)
                fault(KataFormat.Domain, message);
            return kata with { Domain = domain ?? Domain.None };
        }
        catch (TextFileException unreadable)
        {
            fault(KataFormat.Domain, unreadable.Message);
            return kata;
        }
    }

    private static Kata? ReadMetadata(string id, string folder, Action<string, string> fault)
    {
        string json;
        try
        {
            json = TextFile.Read(Path.Combine(folder, KataFiles.Metadata));
        }
        catch (TextFileException unreadable)
        {
            fault(KataFiles.Metadata, unreadable.Message);
            return null;
        }
        var reader = new KataJsonReader();
        var kata = reader.Read(id, folder, json);
        foreach (var message in reader.Faults)
            fault(KataFiles.Metadata, message);
        return kata;
    }

    private static string Shown(string path) => TextFile.Shown(path);

    [GeneratedRegex(@"^\d\d-")]
    private static partial Regex NumberedName();

    [GeneratedRegex(@"^[a-z0-9-]+(/[a-z0-9-]+)?/\d\d-[a-z0-9-]+$")]
    private static partial Regex IdShape();
}
