using System.ComponentModel;
using System.Diagnostics;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Progress;

/// <summary>Puts a kata's stub back. The answer that stood there is kept in a git-ignored folder; none is ever overwritten.</summary>
/// <param name="library">Whose answers.</param>
public sealed class FreshStart(KataLibrary library)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>What was done, and where the old answer lies now.</returns>
    /// <exception cref="TroubleException">There is no stub to be had, or a file can't be written; the answer is as it was.</exception>
    public async Task<string> ResetAsync(Kata kata, CancellationToken cancellation)
    {
        var path = library.AnswerPath(kata);
        var stub = await StubAsync(kata, cancellation).ConfigureAwait(false);
        if (File.Exists(path) && TextFile.Read(path) == stub)
            return $"{TextFile.Shown(path)} is the stub already; nothing was changed.";
        try
        {
            var kept = Keep(kata, path);
            // Written aside and moved, so that there is a whole file at any time.
            var aside = path + ".stub";
            await File.WriteAllTextAsync(aside, stub, cancellation).ConfigureAwait(false);
            File.Move(aside, path, overwrite: true);
            return kept is null ? $"{TextFile.Shown(path)} is the stub." : $"{TextFile.Shown(path)} is the stub again. Your answer is kept in {TextFile.Shown(kept)}";
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException($"{TextFile.Shown(path)} was not reset: {unwritable.Message} Your answer is as it was.");
        }
    }

    private string? Keep(Kata kata, string path)
    {
        if (!File.Exists(path))
            return null;
        var folder = Path.Combine(library.Root, ".dbkatas", "kept", kata.Id);
        Directory.CreateDirectory(folder);
        for (var number = 1; ; number++)
        {
            var kept = Path.Combine(folder, $"{number}-{kata.AnswerFile}");
            if (File.Exists(kept))
                continue;
            File.Copy(path, kept);
            return kept;
        }
    }

    /// <summary>The file as it came into the clone first: the commit that added it.</summary>
    private async Task<string> StubAsync(Kata kata, CancellationToken cancellation)
    {
        var baked = Path.Combine(library.Stubs, kata.Id, kata.AnswerFile);
        if (File.Exists(baked))
            return TextFile.Read(baked);
        var commit = (await GitAsync(kata, ["log", "--diff-filter=A", "--format=%H", "-n", "1", "--", kata.AnswerFile], cancellation).ConfigureAwait(false)).Trim();
        return commit.Length > 0
            ? await GitAsync(kata, ["show", $"{commit}:./{kata.AnswerFile}"], cancellation).ConfigureAwait(false)
            : throw NoStub(kata, "git has no earlier version of it");
    }

    private static async Task<string> GitAsync(Kata kata, string[] arguments, CancellationToken cancellation)
    {
        try
        {
            var run = await ProgramRun.OfAsync(new ProcessStartInfo("git", arguments) { WorkingDirectory = kata.Folder }, Patience, cancellation).ConfigureAwait(false);
            return run.ExitCode == 0 ? run.Output : throw NoStub(kata, $"git says: {run.LastLines(1)}");
        }
        catch (Exception silent) when (silent is Win32Exception or TimeoutException)
        {
            throw NoStub(kata, "git, which holds the stubs, does not answer here");
        }
    }

    private static TroubleException NoStub(Kata kata, string why) => new(
        $"The stub of {kata.Id} was not found: {why}. Your answer is as it was. To start afresh, save it elsewhere and empty {TextFile.Shown(Path.Combine(kata.Folder, kata.AnswerFile))}");
}
