using DbKatas.Grader.Engines;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.CSharp;

/// <summary>Judges C# answers by their kata's checks: compiled together here, run in a process of their own.</summary>
/// <param name="engines">The servers that checks may ask for. Disposed with this.</param>
/// <param name="solutions">The reference answers: they tell whether checks that do not fit an answer fit any.</param>
public sealed class CodeKataGrader(IReadOnlyList<ICheckEngine> engines, ISolutions solutions) : IKataGrader
{
    /// <summary>So often an answer is run whose server is lost, or whose connections somebody ends.</summary>
    private const int MostAttempts = 3;

    private readonly WorkerAhead _ahead = new();

    /// <summary>A few lines can keep a compiler busy for years.</summary>
    internal TimeSpan LongestCompile { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>For one learner who saves the same answer again and again: a worker waits for the next one.</summary>
    public bool StartsAhead { get; init; }

    /// <summary>False where only outcomes count: the first check that fails is then the last one that runs.</summary>
    public bool Explains { get; init; } = true;

    /// <summary>Where answers of other people run; null for answers of one's own.</summary>
    public Sandbox? Sandbox { get; init; }

    public bool Judges(Kata kata) => kata.Kind == KataKind.Code && kata.Engines.All(engine => engines.Any(e => e.Name == engine));

    public async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, string answerPath, CancellationToken cancellation)
    {
        if (Refusal(TextFile.Read(answerPath)) is { } refusal)
            return blank with { Outcome = Outcome.DidNotRun, Sentence = $"{TextFile.Shown(answerPath)} {refusal}" };
        if (await OnCompilerThreadAsync(_ => SourceFile.Read(answerPath), cancellation) is not { } answer)
            return blank with { Outcome = Outcome.DidNotRun, Sentence = CompilerWords.TooSlow(LongestCompile) };
        if (Stub.Is(answer.Tree))
            return blank with { Outcome = Outcome.NotStarted, Sentence = NothingWritten(answer) };
        var checksPath = Path.GetFullPath(Path.Combine(kata.Folder, KataFormat.CodeChecks));
        if (InProcessRun.IsWanted && Sandbox is null)
            return await JudgeAsync(blank, kata, answer, ReadChecks(checksPath), null, false, cancellation);
        return await UndisturbedAsync(blank, kata, answer, checksPath, cancellation)
            ?? throw new TroubleException("The server stopped answering while this answer ran, and did so again each time it was tried. Run again; the other answers keep their verdicts.");
    }

    /// <summary>An administrator has ended a connection. An answer that does so to its own is told it in the end.</summary>
    private static bool WasCutOff(Verdict verdict) => verdict.Checks?.Failed.Any(check => check.Message.Contains("57P01", StringComparison.Ordinal)) ?? false;

    /// <summary>A server that ends may have been ended by somebody else. What failed on it says nothing of the answer.</summary>
    /// <returns>The verdict of the first attempt that nothing disturbed, else of the last; null when each time a server was lost, or had nothing left.</returns>
    private async Task<Verdict?> UndisturbedAsync(Verdict blank, Kata kata, SourceFile answer, string checksPath, CancellationToken cancellation)
    {
        Verdict? verdict = null;
        for (var attempt = 1; attempt <= MostAttempts && (verdict is null || WasCutOff(verdict)); attempt++)
        {
            try
            {
                verdict = await InWorkerAsync(blank, kata, answer, checksPath, attempt == 1, cancellation);
            }
            catch (DisturbedException)
            {
                verdict = null;
            }
        }
        return verdict;
    }

    /// <summary>The checks say all; a kata is packed where its reference passes them, and so they fit.</summary>
    public Task<byte[]> PackAsync(Kata kata, CancellationToken cancellation) => Task.FromResult<byte[]>([]);

    public async ValueTask DisposeAsync()
    {
        await _ahead.DisposeAsync();
        foreach (var engine in engines)
            await engine.DisposeAsync();
    }

    private async Task<Verdict> InWorkerAsync(Verdict blank, Kata kata, SourceFile answer, string checksPath, bool isFirst, CancellationToken cancellation)
    {
        // The worker starts while the compiler works; after an error it has started for nothing.
        string[] readable = [answer.Path, checksPath];
        var starting = _ahead.Take(readable, cancellation) ?? WorkerProcess.StartAsync(readable, Sandbox, cancellation);
        try
        {
            return await JudgeAsync(blank, kata, answer, ReadChecks(checksPath), starting, isFirst, cancellation);
        }
        finally
        {
            if (StartsAhead && Sandbox is null)
                // Beside the verdict, which is waited for.
                _ = Task.Run(() => _ahead.PrepareAsync(readable, (worker, deadline) => WarmUpAsync(worker, kata, deadline)), CancellationToken.None);
            await WorkerAhead.EndAsync(starting);
        }
    }

    private async Task WarmUpAsync(WorkerProcess worker, Kata kata, CancellationToken cancellation)
    {
        await using var data = new CheckDataSupply(kata, engines);
        await new WorkerRunner(worker, data).WarmUpAsync(kata.Engines, cancellation);
    }

    private async Task<Verdict> JudgeAsync(
        Verdict blank, Kata kata, SourceFile answer, SourceFile checks, Task<WorkerProcess>? starting, bool isFirst, CancellationToken cancellation)
    {
        var describing = DescribeAsync(kata, cancellation);
        var compiled = await CompileAsync(answer, checks, cancellation);
        if (compiled is null)
            return blank with { Outcome = Outcome.DidNotRun, Sentence = CompilerWords.TooSlow(LongestCompile) };
        if (compiled.Image is not { } image)
            return blank with { Outcome = Outcome.DidNotRun, Failure = await ExplainErrorsAsync(kata, answer, checks, compiled, cancellation) };
        try
        {
            blank = blank with { GradedBy = await describing };
        }
        catch (NeedsServerException needed)
        {
            return blank with { Outcome = Outcome.NeedsServer, Sentence = needed.Message };
        }
        await using var data = new CheckDataSupply(kata, engines);
        if (starting is null)
            return CheckVerdict.Of(blank, kata, answer, await InProcessRun.RunAsync(image, answer.Path, data, cancellation));
        var runner = new WorkerRunner(await starting, data) { StopsAtFirstFailure = !Explains };
        var run = await runner.RunAsync(image, answer.Path, TimeSpan.FromSeconds(kata.Limits.Seconds), cancellation);
        // Seen once in some thousands of runs of right answers: a client library never comes back (StackExchange.Redis 1.2.6 has no deadline for
        // what is awaited). An answer that waits for ever by itself does so again.
        if (run.StoodStill && isFirst)
            throw new DisturbedException("This answer stood still. Run again.");
        var verdict = CheckVerdict.Of(blank, kata, answer, run);
        return verdict.Outcome is Outcome.Right || await data.HasLostNoServerAsync(cancellation) ? verdict : throw new DisturbedException("The server was lost while this answer ran. Run again.");
    }

    private async Task<string> DescribeAsync(Kata kata, CancellationToken cancellation)
    {
        var names = new List<string>();
        foreach (var engine in kata.Engines)
            names.Add(await engines.First(e => e.Name == engine).DescribeAsync(kata, cancellation));
        return string.Join(" and ", names);
    }

    /// <returns>Null when the compiler did not come to an end.</returns>
    private Task<CompiledAnswer?> CompileAsync(SourceFile answer, SourceFile checks, CancellationToken cancellation) =>
        OnCompilerThreadAsync(token => AnswerCompiler.Compile(answer, checks, token), cancellation);

    private Task<T?> OnCompilerThreadAsync<T>(Func<CancellationToken, T> work, CancellationToken cancellation) where T : class =>
        CompilerThread.RunAsync(work, LongestCompile, cancellation);

    private static string? Refusal(string text) => text.Length <= SourceFile.MostCharacters
        ? null
        : $"is {text.Length / 1024:N0} K characters long; at most {SourceFile.MostCharacters / 1024:N0} K of C# are read. Keep only the answer in it.";

    private static string NothingWritten(SourceFile answer) => answer.Tree.Length == 0
        ? $"{TextFile.Shown(answer.Path)} is empty. Write your answer in it and save."
        : $"{TextFile.Shown(answer.Path)} is as it was given. Write your code where it throws NotImplementedException, and save.";

    private async Task<AnswerFailure> ExplainErrorsAsync(Kata kata, SourceFile answer, SourceFile checks, CompiledAnswer compiled, CancellationToken cancellation)
    {
        if (compiled.Errors.Any(error => error.Location.SourceTree == answer.Tree))
            return CompilerWords.Explain(compiled.Errors, answer);
        // The answer is good C#, and the checks can't use it. Nor can they use the reference, if they are what is wrong.
        if (!await solutions.ProvideAsync(kata, folder => FitAsync(Path.Combine(folder, kata.AnswerFile), checks, cancellation), _ => true))
            throw new TroubleException($"The kata itself is at fault: {TextFile.Shown(checks.Path)} can't be compiled. {CompilerWords.First(compiled.Errors)}");
        return CompilerWords.ExplainMisfit(compiled.Errors, checks);
    }

    /// <returns>False where the checks do not even fit the reference.</returns>
    private async Task<bool> FitAsync(string reference, SourceFile checks, CancellationToken cancellation) =>
        File.Exists(reference) && await CompileAsync(SourceFile.Read(reference), checks, cancellation) is { Image: not null };

    private static SourceFile ReadChecks(string path)
    {
        try
        {
            return SourceFile.Read(path);
        }
        catch (TextFileException unreadable)
        {
            throw new TroubleException($"The kata itself is at fault: {TextFile.Shown(path)} {unreadable.Message}", unreadable);
        }
    }
}
