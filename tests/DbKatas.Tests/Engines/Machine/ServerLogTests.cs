using DbKatas.Grader.Engines.Machine;
using DbKatas.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Machine;

public class ServerLogTests
{
    [TestCase("PANIC:  could not write to file \"pg_wal/xlogtemp.31168\": No space left on device\nLOG:  terminating any other active server processes", true)]
    [TestCase("LOG:  ready\nPANIC:  could not write to file \"pg_wal/xlogtemp.7\": No space left on device", true)]
    [TestCase("ERROR:  could not extend file \"base/5/16399\": No space left on device\nHINT:  Check free disk space.", false)]
    [TestCase("PANIC:  could not locate a valid checkpoint record\nERROR:  No space left on device", false)]
    [TestCase("", false)]
    public void A_full_disk_ends_a_server_only_where_it_says_PANIC(string written, bool ended)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "server.log");
        File.WriteAllText(path, written);

        new ServerLog(path).SaysFullDiskEndedIt.ShouldBe(ended);
    }

    [Test]
    public void A_server_that_wrote_nothing_said_nothing() =>
        new ServerLog(Path.Combine(Path.GetTempPath(), "dbkatas-no-such.log")).SaysFullDiskEndedIt.ShouldBeFalse();
}
