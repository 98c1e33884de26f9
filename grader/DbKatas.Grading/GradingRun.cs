using DbKatas.Composition;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;
using NUnit.Framework;

namespace DbKatas.Grading;

/// <summary>What all katas of one run share. The server starts with the first kata that has an answer, and stops with the run.</summary>
[SetUpFixture]
public sealed class GradingRun
{
    public static KataLibrary Library { get; } = FindLibrary();

    public static KataCatalog Catalog { get; } = KataCatalog.Load(Library.Katas);

    /// <summary>Null when the answers are not the learner's own.</summary>
    public static ProgressLog? Progress { get; } = Library.IsLearners ? ProgressLog.Of(Library) : null;

    public static Grader.Grading.Grader Grader { get; } = StandardGrader.For(Library);

    [OneTimeTearDown]
    public static async Task StopServersAsync() => await Grader.DisposeAsync();

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
}
