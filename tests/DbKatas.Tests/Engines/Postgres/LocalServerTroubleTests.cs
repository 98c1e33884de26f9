using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Engines.Postgres.Local;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Engines.Postgres.PrivateServers;

namespace DbKatas.Tests.Engines.Postgres;

/// <summary>What the learner reads when the machine does not give what a private server needs.</summary>
[Platform(Exclude = "Win", Reason = "Folders and users are Unix's.")]
public sealed class LocalServerTroubleTests
{
    private const string Mend = "Make it writable, or use another folder: export DBKATAS_CACHE=/a/folder/with/space";

    private ScratchFolder _folder = null!;

    // Root writes even where nobody may; the kernel's own folders refuse root as well.
    private string ReadOnly => Environment.IsPrivilegedProcess ? "/sys/dbkatas" : Closed();

    [SetUp]
    public void MakeFolder() => _folder = new ScratchFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task A_read_only_data_folder_is_named()
    {
        var message = await TroubleAsync(new LocalServerProvider(Programs, Cache, ReadOnly));

        message.ShouldStartWith($"The grader can't write to {ReadOnly}/0: ");
        message.ShouldEndWith(Mend);
    }

    [Test]
    public async Task A_read_only_cache_folder_is_named()
    {
        var message = await TroubleAsync(new LocalServerProvider(Programs, new CacheFolder(ReadOnly), _folder.At("data")));

        message.ShouldStartWith($"The grader can't write to {ReadOnly}/postgres: ");
        message.ShouldEndWith(Mend);
    }

    [Test]
    public async Task A_cache_that_is_a_file_is_named()
    {
        File.WriteAllText(_folder.At("cache"), "");

        (await TroubleAsync(new LocalServerProvider(Programs, new CacheFolder(_folder.At("cache")), _folder.At("data"))))
            .ShouldStartWith($"The grader can't write to {_folder.At("cache", "postgres")}: ");
    }

    [Test]
    public void A_full_disk_is_told_with_the_folder() =>
        FolderTrouble.Of("/data/0", new IOException("No space left on device", 28)).Message
            .ShouldBe("The disk that holds /data/0 is full. Free some space there, or use another folder: export DBKATAS_CACHE=/a/folder/with/space");

    [Test]
    public async Task A_failing_initdb_is_told_with_its_own_words()
    {
        var broken = FakePrograms.In(_folder.At("bin"), PostgresVersion.Pinned, "/nowhere");

        var message = await TroubleAsync(new LocalServerProvider(broken, new CacheFolder(_folder.At("cache")), _folder.At("data")));

        message.ShouldContain($"could not prepare a data folder in {_folder.At("cache", "postgres", "initdb-17.0-")}");
        message.ShouldContain("/nowhere/initdb");
        Directory.EnumerateDirectories(_folder.At("cache", "postgres")).ShouldBeEmpty();
    }

    [Test]
    public async Task After_trouble_the_slot_is_free_for_the_next_run()
    {
        var broken = FakePrograms.In(_folder.At("bin"), PostgresVersion.Pinned, "/nowhere");
        await TroubleAsync(new LocalServerProvider(broken, new CacheFolder(_folder.At("cache")), _folder.At("data")));

        await using var server = await StartAsync(_folder);

        Directory.Exists(_folder.At("data", "1")).ShouldBeFalse();
    }

    [Test]
    public async Task No_programs_at_all_leave_the_word_to_the_next_provider() =>
        (await new LocalServerProvider(new PostgresPrograms([]), Cache, _folder.At("data")).TryStartAsync(default)).ShouldBeNull();

    [Test]
    public async Task No_PostgreSQL_anywhere_names_every_way_to_one()
    {
        var providers = new PostgresProviders([
            new ConnectionStringProvider(null, TimeSpan.FromSeconds(1)),
            new LocalServerProvider(new PostgresPrograms([]), Cache, _folder.At("data")),
        ]);

        var trouble = await Should.ThrowAsync<TroubleException>(() => providers.StartAsync(default));

        trouble.Message.ShouldStartWith("There is no PostgreSQL to grade on.");
        trouble.Message.ShouldContain("./kata setup");
        trouble.Message.ShouldContain("docker compose up -d postgres");
        trouble.Message.ShouldContain("export DBKATAS_POSTGRES=\"Host=localhost;Username=postgres;Password=dbkatas;Database=postgres\"");
    }

    private static async Task<string> TroubleAsync(LocalServerProvider provider) =>
        (await Should.ThrowAsync<TroubleException>(() => provider.TryStartAsync(default))).Message;

    private string Closed()
    {
        var closed = _folder.At("closed");
        Directory.CreateDirectory(closed);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return Path.Combine(closed, "dbkatas");
    }
}
