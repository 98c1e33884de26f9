using System.Collections.Concurrent;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Tests.EveryKata;

/// <summary>Judges the library's own answers: each of them once, however many tests ask for its verdict.</summary>
internal sealed class JudgedOnce : IKataGrader
{
    private static readonly ConcurrentDictionary<(string Kata, string Answer), Lazy<Task<Verdict>>> Verdicts = new();

    private readonly Grader.Grading.Grader _grader;

    private JudgedOnce(string solutions) => _grader = TestServers.Grader(solutions);

    public static Grader.Grading.Grader By(KataLibrary library) => new([new JudgedOnce(library.Solutions)]);

    public bool Judges(Kata kata) => true;

    public Task<Verdict> JudgeAsync(Verdict blank, Kata kata, string answerPath, CancellationToken cancellation) =>
        Verdicts.GetOrAdd((kata.Id, Path.GetFullPath(answerPath)), _ => new Lazy<Task<Verdict>>(() => _grader.GradeAsync(kata, answerPath, CancellationToken.None))).Value;

    public Task<byte[]> PackAsync(Kata kata, CancellationToken cancellation) => _grader.PackAsync(kata, cancellation);

    /// <summary>The servers are everybody's.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
