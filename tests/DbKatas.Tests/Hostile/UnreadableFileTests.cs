using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Hostile;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Hostile;

/// <summary>Files and folders that whoever grades has no right to read: each is named, and costs nobody else's verdict.</summary>
[UnsupportedOSPlatform("windows")]
[Platform("Linux", Reason = "Where one thread of root's can be somebody else among files.")]
[Parallelizable(ParallelScope.Self)]
public sealed class UnreadableFileTests
{
    private const uint Nobody = 65534;

    private static readonly HostileCorpus Corpus = new(Repository.Folder);

    private static IEnumerable<string> Sorts => Corpus.Sorts;

    [TestCaseSource(nameof(Sorts))]
    public async Task An_answer_that_can_not_be_read_did_not_run(string sort)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write(Path.GetFileName(Corpus.Ordinary(sort).First()), "");
        Open(folder.Path);
        File.SetUnixFileMode(path, UnixFileMode.None);

        var verdict = await WithoutRights(() => TestServers.Grader(Corpus.Library.Solutions).GradeAsync(Corpus.OrdinaryKata(sort), path));

        (verdict.Outcome, verdict.Sentence).ShouldBe((Outcome.DidNotRun, $"{path} can't be read: Access to the path '{path}' is denied."));
    }

    [TestCase("sql/test/02-second/kata.json")]
    [TestCase("sql/test/02-second")]
    [TestCase("sql/test")]
    [TestCase("sql")]
    public void What_can_not_be_read_of_the_katas_is_a_fault_and_the_others_are_there(string closed)
    {
        using var library = new TinyLibrary().WithKata("sql/test/02-second").WithKata("other/test/01-first");
        Directory.EnumerateDirectories(library.Root, "*", SearchOption.AllDirectories).Append(library.Root).ToList().ForEach(Open);
        var path = Path.Combine(library.Library.Katas, closed);
        var mode = File.GetUnixFileMode(path);
        File.SetUnixFileMode(path, UnixFileMode.None);

        var catalog = WithoutRights(() => library.Catalog);
        File.SetUnixFileMode(path, mode);

        catalog.Katas.Select(kata => kata.Id).ShouldBe(["other/test/01-first"]);
        catalog.Faults.ShouldNotBeEmpty();
        catalog.Faults.ShouldAllBe(fault => closed.StartsWith(fault.Id, StringComparison.Ordinal) && fault.File.Contains(closed, StringComparison.Ordinal));
    }

    private static void Open(string folder) => File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);

    /// <summary>On a thread of its own, which ends with what it gave up. To whoever is not root nothing changes.</summary>
    private static T WithoutRights<T>(Func<T> work)
    {
        T result = default!;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                _ = setfsuid(Nobody);
                result = work();
            }
            catch (Exception thrown)
            {
                failure = thrown;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result : throw failure;
    }

    [DllImport("libc")]
    private static extern int setfsuid(uint user);
}
