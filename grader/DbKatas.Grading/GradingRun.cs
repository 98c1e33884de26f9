using DbKatas.Composition;
using DbKatas.CSharp;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;

namespace DbKatas.Grading;

/// <summary>What all katas of one run share. The server starts with the first kata that has an answer, and stops with the run.</summary>
public static class GradingRun
{
    public static KataLibrary Library { get; } = FindLibrary();

    public static KataCatalog Catalog { get; } = KataCatalog.Load(Library.Katas);

    /// <summary>Null when the answers are not the learner's own.</summary>
    public static ProgressLog? Progress { get; } = Library.IsLearners ? ProgressLog.Of(Library) : null;

    public static Grader.Grading.Grader Grader { get; } = StandardGrader.For(Library, FindSandbox());

    /// <summary>What to say where other people's C# answers run without a sandbox; null where none do.</summary>
    public static string? Warning { get; private set; }

    /// <summary>The clone that this program was built in. DBKATAS_KATAS names other katas, DBKATAS_ANSWERS another folder of answers, as for the solutions.</summary>
    private static KataLibrary FindLibrary()
    {
        var clone = KataLibrary.Around(AppContext.BaseDirectory, Environment.CurrentDirectory)
            ?? throw new InvalidOperationException("The folder with DbKatas.sln was not found above this program. Run it from a clone of DbKatas.");
        var library = KataLibrary.OfEnvironment() ?? clone;
        // Paths in messages read as they would at the clone's top.
        Environment.CurrentDirectory = library.Root;
        return Environment.GetEnvironmentVariable("DBKATAS_ANSWERS") is { Length: > 0 } answers
            ? library with { Answers = Path.GetFullPath(answers, library.Root) }
            : library;
    }

    /// <summary>For a learner's own answers none is wanted.</summary>
    private static Sandbox? FindSandbox()
    {
        if (Library.IsLearners || !Catalog.Katas.Any(kata => kata.Kind == KataKind.Code && File.Exists(Library.AnswerPath(kata))))
            return null;
        // Tests are made of katas without waiting for anything.
        var sandbox = Sandbox.FindAsync(default).GetAwaiter().GetResult();
        Warning = sandbox is null ? Sandbox.Warning : null;
        return sandbox;
    }
}
