using System.Net.Sockets;
using DbKatas.Engines.Redis.Scripts;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using StackExchange.Redis;

namespace DbKatas.Engines.Redis;

using Keyspace = IReadOnlyDictionary<string, KeyState>;

/// <summary>Judges answers in Redis commands: what all keys hold after them, beside what they hold after the reference.</summary>
/// <param name="redis">Asked for a server only when an answer needs to run.</param>
/// <param name="solutions">What answers are held against.</param>
public sealed class RedisKataGrader(RedisEngine redis, ISolutions solutions) : IKataGrader
{
    private const string LeftOpen = "Your answer begins a transaction with MULTI and does not end it, so Redis ran none of its commands. End it with EXEC.";
    private const string Unchanged = "Your commands ran, and the keys hold just what they held before.";

    /// <summary>A run this quick leaves no doubt about the time to live that it asked for.</summary>
    private const int QuickMilliseconds = 40;

    private const int MostTries = 50;

    private static readonly TimeSpan ReadTime = TimeSpan.FromSeconds(60);

    public bool Judges(Kata kata) => kata.Engines is [RedisEngine.Name] && kata.Kind is KataKind.State;

    public async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, string answerPath, CancellationToken cancellation)
    {
        var answer = RedisAnswer.Read(answerPath);
        if (answer.Fault is { } fault)
            return blank with { Outcome = Outcome.DidNotRun, Failure = RedisFailureWords.Explain(fault, answer.Text) };
        if (answer.Commands.Count == 0)
            return blank with { Outcome = Outcome.NotStarted, Sentence = NothingWritten(answer) };
        var seed = KataCommands.ReadSeed(kata);
        var session = await redis.SessionAsync(cancellation);
        try
        {
            var verdict = await JudgeAsync(session, blank, kata, (seed, answer), cancellation);
            // A server that ends may have been ended by somebody else. If the answer ends it, it does so again.
            if (!session.IsLost || verdict.Outcome != Outcome.DidNotRun)
                return verdict;
        }
        catch (TroubleException) when (session.IsLost)
        {
            // As above: on another server it may come to its end.
        }
        return await JudgeAsync(await redis.SessionAsync(cancellation), blank, kata, (seed, answer), cancellation);
    }

    public Task<byte[]> PackAsync(Kata kata, CancellationToken cancellation) => solutions.ProvideAsync(
        kata, async folder => KeyspaceFile.Write(await ExpectAgainAsync(kata, KataCommands.ReadSeed(kata), folder, cancellation)), packed => packed);

    public ValueTask DisposeAsync() => redis.DisposeAsync();

    private async Task<Verdict> JudgeAsync(
        RedisSession session, Verdict blank, Kata kata, (RedisAnswer Seed, RedisAnswer Answer) files, CancellationToken cancellation)
    {
        var (seed, answer) = files;
        blank = blank with { GradedBy = session.Description };
        if (kata.Needs.TryGetValue(RedisEngine.Name, out var oldest) && session.MajorVersion < oldest)
            return blank with { Outcome = Outcome.NeedsServer, Sentence = $"This kata needs Redis {oldest} or newer, and this run has {session.Description}." };

        var expectedAt = await solutions.ProvideAsync(kata, folder => ExpectAtAnyTimeAsync(kata, seed, folder, cancellation), KeyspaceFile.Read);
        var (actual, run, begin) = await RunAsync(kata, seed, answer.Commands, cancellation);
        var expected = expectedAt(begin);
        if (run.Failure is { } failure)
            return blank with { Outcome = Outcome.DidNotRun, Failure = RedisFailureWords.Explain(failure, answer.Text, kata.Limits.Seconds, await CommandsAsync(cancellation)) };
        if (actual is null)
            return blank with { Outcome = Outcome.NotYet, Sentence = $"Your commands ran, and they leave more than {kata.Limits.Rows} keys; {expected.Count} {(expected.Count == 1 ? "is" : "are")} expected." };
        return await CompareAsync(blank, kata, seed, (expected, actual, run), cancellation);
    }

    /// <summary>A reference that has run has its own times.</summary>
    private async Task<Func<long, Keyspace>> ExpectAtAnyTimeAsync(Kata kata, RedisAnswer seed, string folder, CancellationToken cancellation)
    {
        var expected = await ExpectAsync(kata, seed, folder, cancellation);
        return _ => expected;
    }

    private async Task<Keyspace> ExpectAsync(Kata kata, RedisAnswer seed, string folder, CancellationToken cancellation)
    {
        var reference = KataCommands.Read(Path.Combine(folder, kata.AnswerFile), "Answers are judged against it: say where it is with --solutions, or restore it.");
        var (expected, run, _) = await RunAsync(kata, seed, reference.Commands, cancellation);
        if (run.Failure is { } refused)
            throw KataCommands.AtFault(reference, refused, $"Nobody's answer to {kata.Id} can be judged until that is mended.");
        return expected ?? throw new TroubleException(
            $"The kata itself is at fault: its reference answer leaves more than the {kata.Limits.Rows} keys that are read. Make it smaller or its limit higher.");
    }

    /// <summary>Two quick runs, as <see cref="KeyspaceFile"/> needs them.</summary>
    private async Task<(Keyspace First, Keyspace Second)> ExpectAgainAsync(Kata kata, RedisAnswer seed, string folder, CancellationToken cancellation)
    {
        var runs = new List<Keyspace>();
        for (var tries = 0; runs.Count < 2; tries++)
            if (await ExpectAsync(kata, seed, folder, cancellation) is var run && (tries >= MostTries || run.Values.All(state => state.Expiry.End - state.Expiry.Begin <= QuickMilliseconds)))
                runs.Add(run);
        return (runs[0], runs[1]);
    }

    private async Task<Verdict> CompareAsync(
        Verdict blank, Kata kata, RedisAnswer seed, (Keyspace Expected, Keyspace Actual, RedisScriptRun Run) found, CancellationToken cancellation)
    {
        var differences = KeyspaceComparer.Compare(found.Expected, found.Actual, kata.Rules.Tolerance, kata.Keyspace);
        if (differences.Count == 0)
            return blank with { Outcome = Outcome.Right };
        var (before, _, _) = await RunAsync(kata, seed, [], cancellation);
        var isUnchanged = KeyspaceComparer.Compare(before!, found.Actual, null, KeyspaceRules.Plain with { ReadAs = kata.Keyspace.ReadAs }).Count == 0;
        return blank with { Outcome = Outcome.NotYet, Keys = differences, Remarks = found.Run.LeftTransactionOpen ? [LeftOpen] : isUnchanged ? [Unchanged] : [] };
    }

    private async Task<(Keyspace? Keys, RedisScriptRun Run, long Begin)> RunAsync(Kata kata, RedisAnswer seed, IReadOnlyList<RedisCommand> commands, CancellationToken cancellation)
    {
        try
        {
            return await RunInScratchAsync(kata, seed, commands, cancellation);
        }
        catch (Exception lost) when (lost is RedisException or TimeoutException or SocketException or IOException or RespException)
        {
            throw new TroubleException("Redis stopped answering while this kata was graded. Run again; the other answers keep their verdicts.", lost);
        }
    }

    private async Task<(Keyspace? Keys, RedisScriptRun Run, long Begin)> RunInScratchAsync(
        Kata kata, RedisAnswer seed, IReadOnlyList<RedisCommand> commands, CancellationToken cancellation)
    {
        await using var scratch = await redis.ScratchAsync(cancellation);
        var begin = await scratch.TimeAsync();
        await KataCommands.LoadAsync(seed, scratch, cancellation);
        var run = await new RedisScriptRunner(scratch).RunAsync(commands, TimeSpan.FromSeconds(kata.Limits.Seconds), cancellation);
        var keys = run.Failure is null ? await new KeyspaceReader(scratch, kata.Keyspace, kata.Limits.Rows).ReadAsync(begin).WaitAsync(ReadTime, cancellation) : new Dictionary<string, KeyState>();
        return (keys, run, begin);
    }

    private async Task<IReadOnlyList<string>> CommandsAsync(CancellationToken cancellation) => await (await redis.SessionAsync(cancellation)).CommandsAsync();

    private static string NothingWritten(RedisAnswer answer) =>
        string.IsNullOrWhiteSpace(answer.Text)
            ? $"{TextFile.Shown(answer.Path)} is empty. Write your commands in it, one a line, and save."
            : $"{TextFile.Shown(answer.Path)} holds only comments so far. Write your commands below them, one a line, and save.";
}
