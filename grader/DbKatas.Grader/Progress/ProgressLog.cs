using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Progress;

/// <summary>
/// What a learner has reached: a small file a kata, in a git-ignored folder. It is a convenience: a damaged or unwritable file counts
/// as nothing remembered and never changes a verdict.
/// </summary>
/// <param name="folder">Made when there is something to remember.</param>
public sealed class ProgressLog(string folder)
{
    public static ProgressLog Of(KataLibrary library) => new(Path.Combine(library.Root, ".dbkatas", "progress"));

    public ProgressEntry Read(Kata kata)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(FileOf(kata)));
            return Read(json.RootElement);
        }
        catch (Exception nothing) when (nothing is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or FormatException)
        {
            return new ProgressEntry();
        }
    }

    /// <summary>The last outcome, if the answer is still the one that was graded; "not started" for one that was not.</summary>
    public Outcome OutcomeOf(Kata kata, string answerPath) =>
        Read(kata) is { Outcome: { } outcome, AnswerHash: { } hash } && hash == HashOf(answerPath) ? outcome : Outcome.NotStarted;

    public void Record(Verdict verdict)
    {
        if (verdict is { Kata: { } kata, AnswerPath: { } path, Outcome: Outcome.Right or Outcome.NotYet or Outcome.DidNotRun })
            Write(kata, Read(kata) with { Outcome = verdict.Outcome, AnswerHash = HashOf(path) });
    }

    /// <summary>Remembers that one more hint has been shown.</summary>
    /// <returns>How many of the kata's hints are shown now, at most all.</returns>
    public int ShowNextHint(Kata kata)
    {
        var entry = Read(kata);
        var shown = Math.Min(entry.HintsShown + 1, kata.Hints.Count);
        Write(kata, entry with { HintsShown = shown });
        return shown;
    }

    private void Write(Kata kata, ProgressEntry entry)
    {
        try
        {
            var file = FileOf(kata);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            WholeFile.Write(file, Bytes(entry));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // Said above: progress is a convenience.
        }
    }

    // By hand, since two numbers and a hash need no escaping: the serializer's tables of types take some 20 ms to make.
    private static byte[] Bytes(ProgressEntry entry)
    {
        var lines = new List<string>();
        if (entry.Outcome is { } outcome)
            lines.Add($"  \"outcome\": {(int)outcome}");
        if (entry.AnswerHash is { } hash)
            lines.Add($"  \"answerHash\": \"{hash}\"");
        lines.Add($"  \"hintsShown\": {entry.HintsShown}");
        return Encoding.UTF8.GetBytes($"{{\n{string.Join(",\n", lines)}\n}}\n");
    }

    private static ProgressEntry Read(JsonElement json) => new(
        json.TryGetProperty("outcome", out var outcome) && outcome.ValueKind != JsonValueKind.Null ? (Outcome)outcome.GetInt32() : null,
        json.TryGetProperty("answerHash", out var hash) ? hash.GetString() : null,
        json.TryGetProperty("hintsShown", out var hints) ? hints.GetInt32() : 0);

    private string FileOf(Kata kata) => Path.Combine(folder, kata.Id + ".json");

    private static string? HashOf(string path)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <param name="Outcome">Of the answer graded last; null before the first.</param>
/// <param name="AnswerHash">SHA-256 of that answer's file.</param>
/// <param name="HintsShown">How many hints the learner has asked for.</param>
public sealed record ProgressEntry(Outcome? Outcome = null, string? AnswerHash = null, int HintsShown = 0);
