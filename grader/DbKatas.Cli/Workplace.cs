using DbKatas.CSharp;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli;

/// <summary>The library that a command works on, and how it prints.</summary>
internal static class Workplace
{
    /// <summary>Colours only for a person: none when piped or when NO_COLOR is set (no-color.org).</summary>
    public static Ink Ink { get; set; } =
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } ? Ink.Plain : Ink.Colours;

    /// <summary>The library around the current folder, or else the one that this program was built in.</summary>
    public static KataLibrary Library() =>
        KataLibrary.Around(Environment.CurrentDirectory, AppContext.BaseDirectory)
        ?? throw new TroubleException("No katas were found here. Run this from a clone of DbKatas, or name the folders: --katas DIR --solutions DIR");

    public static KataLibrary Library(DirectoryInfo? katas, DirectoryInfo? solutions, DirectoryInfo? answers)
    {
        var standard = katas is not null ? KataLibrary.OfKatas(katas.FullName) : KataLibrary.OfEnvironment() ?? Library();
        return standard with
        {
            Solutions = solutions?.FullName ?? standard.Solutions,
            Answers = Existing(answers)?.FullName ?? standard.Answers,
        };
    }

    /// <summary>For a command that is of no use without solutions.</summary>
    /// <exception cref="TroubleException">The library is a student edition.</exception>
    public static KataLibrary WithSolutions(KataLibrary library) => !library.IsStudentEdition ? library
        : throw new TroubleException("This is a student edition: it has no solutions, and this command needs them. What it can do: ./kata --help");

    /// <summary>Where C# answers of other people run. Where there is no such place, who grades them is told before they run.</summary>
    /// <returns>Null also when no kata is answered in C#.</returns>
    public static async Task<Sandbox?> SandboxAsync(IEnumerable<Kata> katas, CancellationToken cancellation)
    {
        if (katas.All(kata => kata.Kind != KataKind.Code))
            return null;
        var sandbox = await Sandbox.FindAsync(cancellation);
        if (sandbox is null)
            await Console.Error.WriteLineAsync(Sandbox.Warning);
        return sandbox;
    }

    /// <summary>The katas that the patterns name; trouble, with the likely name, when one names none.</summary>
    public static IReadOnlyList<Kata> Find(KataCatalog catalog, IEnumerable<string> patterns) =>
        [.. patterns.SelectMany(pattern => Find(catalog, pattern)).Distinct().OrderBy(kata => kata.Id, StringComparer.Ordinal)];

    /// <summary>The same. One kata that is named by its whole id is read alone.</summary>
    public static IReadOnlyList<Kata> Find(KataLibrary library, IReadOnlyList<string> patterns) =>
        patterns is [var id] && KataCatalog.ReadOne(library.Katas, id) is { } one ? [one] : Find(KataCatalog.Load(library.Katas), patterns);

    /// <summary>The one kata that the pattern names. By its whole id it is read alone.</summary>
    public static Kata FindOne(KataLibrary library, string pattern) =>
        KataCatalog.ReadOne(library.Katas, pattern) ?? FindOne(KataCatalog.Load(library.Katas), pattern);

    /// <summary>The one kata that the pattern names.</summary>
    public static Kata FindOne(KataCatalog catalog, string pattern)
    {
        var found = Find(catalog, pattern);
        return found.Count == 1
            ? found[0]
            : throw new TroubleException($"\"{pattern}\" fits {found.Count} katas. Name one of them:\n" + string.Join('\n', found.Select(k => "  " + k.Id)));
    }

    private static IReadOnlyList<Kata> Find(KataCatalog catalog, string pattern)
    {
        var found = catalog.Find(pattern);
        var faults = catalog.Faults.Where(fault => fault.Id == pattern || fault.Id.Length == 0).ToList();
        if (found.Count > 0 || pattern == "all")
            return found;
        throw new TroubleException(faults.Count > 0
            ? string.Join('\n', faults)
            : $"No kata is called \"{pattern}\".{Spelling.DidYouMean(pattern, catalog.Katas.Select(k => k.Id))} See them all with: ./kata list");
    }

    private static DirectoryInfo? Existing(DirectoryInfo? folder) =>
        folder is null or { Exists: true } ? folder : throw new TroubleException($"There is no folder {folder.FullName}. Name one that holds answers, in folders named by the katas' ids.");
}
