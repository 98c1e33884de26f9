using DbKatas.Grader.Data;

namespace DbKatas.Grader.Katas;

/// <summary>Reads the folder of one kata, and holds it against its kind's format.</summary>
internal static class KataFolder
{
    public static bool IsKata(string folder) => File.Exists(Path.Combine(folder, KataFiles.Metadata)) || IsNumbered(Path.GetFileName(folder));

    /// <summary>True for what a kata may be called: track/topic/nn-name or track/nn-name, in lower-case letters, digits and hyphens.</summary>
    // By hand, as all here is: the first regular expression of an assembly to run prepares the tables of them all, while a learner waits.
    public static bool IsId(string id) => id.Split('/') is { Length: 2 or 3 } parts && Array.TrueForAll(parts, IsWord) && IsNumbered(parts[^1]) && parts[^1].Length > 3;

    /// <param name="id">The kata's id, which its folder gives it.</param>
    /// <param name="folder">The folder as a full path.</param>
    /// <param name="faults">Takes what is wrong with it.</param>
    /// <returns>Null when there is a fault.</returns>
    public static Kata? Read(string id, string folder, List<KataFault> faults)
    {
        var found = new List<KataFault>();
        void Fault(string file, string message) => found.Add(new KataFault(id, TextFile.Shown(Path.Combine(folder, file)), message));

        if (!IsId(id))
            Fault("", "a kata's folder is track/topic/nn-name in lower-case letters, digits and hyphens, as in sql/joins/01-inner-join. Rename it.");
        if (!File.Exists(Path.Combine(folder, KataFiles.Prompt)))
            Fault(KataFiles.Prompt, "is missing. It holds the question.");
        var kata = ReadMetadata(id, folder, Fault);
        if (kata is not null)
            kata = ReadDomain(FindAnswerFile(kata, Fault), Fault);
        faults.AddRange(found);
        return found.Count == 0 ? kata : null;
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

    private static bool IsNumbered(string name) => name is [>= '0' and <= '9', >= '0' and <= '9', '-', ..];

    private static bool IsWord(string part)
    {
        foreach (var sign in part)
            if (!char.IsAsciiLetterLower(sign) && !char.IsAsciiDigit(sign) && sign != '-')
                return false;
        return part.Length > 0;
    }
}
