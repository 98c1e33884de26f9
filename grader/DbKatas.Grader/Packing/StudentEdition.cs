using System.Collections.Concurrent;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Packing;

/// <summary>
/// Writes a library for students: the program and the katas without solutions, with what answers are held against kept for every dataset. What can't
/// be packed whole is not packed at all.
/// </summary>
/// <param name="library">The katas and their solutions.</param>
/// <param name="program">The clone whose program goes into it.</param>
/// <param name="grader">Grades with the library's solutions.</param>
/// <param name="graderOn">Makes a grader on the same servers that knows only what was packed; not disposed of.</param>
public sealed class StudentEdition(KataLibrary library, string program, Grading.Grader grader, Func<ISolutions, Grading.Grader> graderOn)
{
    /// <summary>Called after each kata.</summary>
    public Action Progress { get; init; } = () => { };

    /// <param name="folder">Where it goes: a folder that is empty or does not exist.</param>
    /// <param name="catalog">The library's katas.</param>
    /// <param name="cancellation">Ends the work; then the folder is as it was.</param>
    /// <exception cref="TroubleException">Something is not fit for students; the folder is as it was.</exception>
    public async Task WriteAsync(string folder, KataCatalog catalog, CancellationToken cancellation)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Refuse(folder, catalog);
        // Beside its place, and moved there when it is whole.
        var unfinished = $"{folder}.unfinished-{Guid.NewGuid():N}";
        try
        {
            var edition = KataLibrary.At(unfinished);
            new EditionFiles(library, program).CopyTo(edition, catalog);
            var faults = new ConcurrentBag<string>();
            var packed = graderOn(new PackedSolutions(edition.Packed));
            await Parallel.ForEachAsync(catalog.Katas, AtOnce.Options(cancellation), async (kata, token) =>
            {
                if (await FaultAsync(kata, edition, packed, token) is { } fault)
                    faults.Add($"{kata.Id}: {fault}");
                Progress();
            });
            if (!faults.IsEmpty)
                throw new TroubleException($"Nothing was packed: {(faults.Count == 1 ? "one kata is" : $"{faults.Count} katas are")} not fit for students yet.\n{string.Join('\n', faults.Order(StringComparer.Ordinal))}");
            if (Directory.Exists(folder))
                Directory.Delete(folder);
            Directory.Move(unfinished, folder);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException($"{TextFile.Shown(folder)} can't be written: {unwritable.Message} Nothing was packed.", unwritable);
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
        }
    }

    /// <returns>Null for a kata that is packed, and whose reference answer is right by what was packed.</returns>
    private async Task<string?> FaultAsync(Kata kata, KataLibrary edition, Grading.Grader packed, CancellationToken cancellation)
    {
        var stub = Path.Combine(kata.Folder, kata.AnswerFile);
        if ((await grader.GradeAsync(kata, stub, cancellation)).Outcome != Outcome.NotStarted)
            return $"{TextFile.Shown(stub)} holds an answer, and students would get it. Put the stub back; {KataCall.Of("reset", kata)} does, and keeps the answer aside.";
        try
        {
            var path = PackedSolutions.PathOf(edition.Packed, kata);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, PackedKata.Write(kata, await grader.PackAsync(kata, cancellation)), cancellation);
        }
        catch (TroubleException trouble)
        {
            return trouble.Message;
        }
        var reference = Path.Combine(library.Solutions, kata.Id, kata.AnswerFile);
        var verdict = await packed.GradeAsync(kata, reference, cancellation);
        return verdict.Outcome == Outcome.Right ? null
            : $"its reference answer {TextFile.Shown(reference)} is not right. Mend that first: {KataCall.Of("verify", kata)}\n{VerdictText.Body(verdict with { AnswerPath = null }, Ink.Plain)}";
    }

    private void Refuse(string folder, KataCatalog catalog)
    {
        if (library.IsStudentEdition)
            throw new TroubleException("This is a student edition already, without solutions. Pack one in the library that has them.");
        if (!Directory.Exists(library.Solutions))
            throw new TroubleException($"There is no folder {TextFile.Shown(library.Solutions)}. Say where the reference answers are: --solutions DIR");
        if (catalog.Faults.Count > 0)
            throw new TroubleException($"Nothing was packed: some folders are no katas yet.\n{string.Join('\n', catalog.Faults)}");
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new TroubleException($"{TextFile.Shown(folder)} is there already, and nothing is overwritten. Name a folder that is empty or does not exist.");
        foreach (var own in (string[])[library.Katas, library.Solutions, Path.Combine(program, "grader"), Path.Combine(program, "eng")])
            if ((folder + Path.DirectorySeparatorChar).StartsWith(own + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new TroubleException($"{TextFile.Shown(folder)} lies in {TextFile.Shown(own)}, which goes into the student edition itself. Name a folder elsewhere.");
    }
}
