namespace DbKatas.Grader.Katas;

/// <summary>Where the parts of a library lie.</summary>
/// <param name="Katas">The katas' folder, as a full path.</param>
/// <param name="Solutions">The reference answers' folder.</param>
/// <param name="Answers">The folder whose answers are graded: the katas' own, for a learner.</param>
public sealed record KataLibrary(string Katas, string Solutions, string Answers)
{
    private const string Mark = "DbKatas.sln";

    /// <summary>The library that one of these folders lies in, looking upwards from each.</summary>
    /// <returns>Null when none of them lies in one.</returns>
    public static KataLibrary? Around(params string[] folders) => folders.Select(RootAbove).OfType<string>().FirstOrDefault() is { } root ? At(root) : null;

    /// <summary>The library that the environment names, for somebody who works with katas of their own all day; null where it names none.</summary>
    /// <remarks>DBKATAS_KATAS is the folder of katas; DBKATAS_SOLUTIONS that of reference answers, otherwise solutions beside the katas.</remarks>
    public static KataLibrary? OfEnvironment() => Folder("DBKATAS_KATAS") is not { } katas ? null
        : OfKatas(katas) is var library && Folder("DBKATAS_SOLUTIONS") is { } solutions ? library with { Solutions = solutions } : library;

    /// <summary>A library whose katas lie in a folder of any name, with the solutions beside it.</summary>
    public static KataLibrary OfKatas(string katas)
    {
        katas = Path.TrimEndingDirectorySeparator(Path.GetFullPath(katas));
        return At(Path.GetDirectoryName(katas) ?? katas) with { Katas = katas, Answers = katas };
    }

    public static KataLibrary At(string root)
    {
        var katas = Path.Combine(root, "katas");
        return new KataLibrary(katas, Path.Combine(root, "solutions"), katas);
    }

    /// <summary>The folder that holds katas and solutions; what the grader remembers of a learner stands there.</summary>
    public string Root => Path.GetDirectoryName(Katas)!;

    /// <summary>Where a library that was packed for students keeps what answers are held against.</summary>
    public string Packed => Path.Combine(Root, "expected");

    /// <summary>True for a library that was packed for students: it has no solutions.</summary>
    public bool IsStudentEdition => Directory.Exists(Packed) && !Directory.Exists(Solutions);

    /// <summary>Where the stubs lie in a library that was packed for students; elsewhere git has them.</summary>
    public string Stubs => Path.Combine(Root, "stubs");

    /// <summary>True when the answers are a learner's own, so that they count as progress.</summary>
    public bool IsLearners => Answers == Katas;

    public string AnswerPath(Kata kata) => Path.Combine(Answers, kata.Id, kata.AnswerFile);

    private static string? Folder(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;

    private static string? RootAbove(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, Mark)))
                return folder;
        return null;
    }
}
