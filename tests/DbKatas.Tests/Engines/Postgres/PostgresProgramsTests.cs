using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Engines.Postgres.Local;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Postgres;

[Platform(Exclude = "Win", Reason = "The programs are shell scripts.")]
public sealed class PostgresProgramsTests
{
    private ScratchFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new ScratchFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase(new[] { 16, 17, 18 }, 17)]
    [TestCase(new[] { 15, 18, 16 }, 18)]
    [TestCase(new[] { 9, 15 }, 15)]
    public async Task The_pinned_version_is_preferred_and_then_the_newest(int[] present, int expected) =>
        (await FindAsync([.. present.Select(Version)]))!.Major.ShouldBe(expected);

    [Test]
    public async Task A_version_that_is_too_old_counts_as_none() => (await FindAsync(Version(14))).ShouldBeNull();

    [Test]
    public async Task A_folder_with_other_programs_is_passed_over() => (await FindAsync(_folder.Path, "/nowhere")).ShouldBeNull();

    [Test]
    public async Task Programs_that_run_are_used_beside_some_that_do_not() =>
        (await FindAsync(FakePrograms.Broken(_folder.At("17")), Version(16)))!.Major.ShouldBe(16);

    [Test]
    public async Task Programs_that_do_not_run_are_named_with_their_own_words()
    {
        var broken = FakePrograms.Broken(_folder.At("bin"));

        var trouble = await Should.ThrowAsync<TroubleException>(() => FindAsync(broken));

        trouble.Message.ShouldStartWith($"{broken}/postgres is there but does not run");
        trouble.Message.ShouldEndWith(": cannot open shared object file. `./kata setup` brings one that does.");
    }

    [Test]
    public void The_pinned_version_needs_no_note() => PostgresVersion.NoteFor(PostgresVersion.Pinned).ShouldBeNull();

    private static Task<PostgresProgram?> FindAsync(params string[] folders) => new PostgresPrograms(folders).FindAsync(default);

    private string Version(int major) => FakePrograms.Folder(_folder.At($"{major}"), major);
}
