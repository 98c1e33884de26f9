using System.Diagnostics;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Tests.Engines.Postgres;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Machine;

[Platform(Exclude = "Win", Reason = "Owners and modes are Unix's.")]
public sealed class OwnFolderTests
{
    private ScratchFolder _folder = null!;

    [SetUp]
    public void MakeOpenFolder()
    {
        _folder = new ScratchFolder();
        Process.Start("chmod", ["1777", _folder.Path]).WaitForExit();
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_folder_of_our_own_is_closed_to_others()
    {
        OwnFolder.Make(_folder.At("a", "b"));

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_folder.At("a", "b")).ShouldBe(ServerUser.Current.FolderMode);
        }
    }

    [Test]
    public void A_link_that_somebody_left_in_an_open_place_is_not_followed()
    {
        Directory.CreateDirectory(_folder.At("elsewhere"));
        Directory.CreateSymbolicLink(_folder.At("ours"), _folder.At("elsewhere"));

        Should.Throw<TroubleException>(() => OwnFolder.Make(_folder.At("ours", "data"))).Message
            .ShouldStartWith($"{_folder.At("ours")} was made by another user of this machine, so the grader does not trust it.");
    }

    [Test]
    public void A_folder_is_ours_when_it_is_there_and_nobody_else_made_it()
    {
        Directory.CreateDirectory(_folder.At("elsewhere"));
        Directory.CreateSymbolicLink(_folder.At("link"), _folder.At("elsewhere"));

        OwnFolder.IsOurs(_folder.At("elsewhere")).ShouldBeTrue();
        OwnFolder.IsOurs(_folder.At("link")).ShouldBeFalse();
        OwnFolder.IsOurs(_folder.At("nowhere")).ShouldBeFalse();
    }

    [Test]
    public void The_owner_of_a_path_is_told()
    {
        Assume.That(OperatingSystem.IsLinux());

        Libc.OwnerOf(_folder.Path).ShouldBe(Libc.EffectiveUser());
        Libc.OwnerOf("/").ShouldBe(0u);
    }
}
