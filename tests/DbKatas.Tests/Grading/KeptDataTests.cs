using System.Text;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading;

/// <summary>What is read before anybody knows whether it is needed.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class KeptDataTests : IDisposable
{
    private readonly Kata _kata = KataCatalog.Load(KataLibrary.At(Repository.Folder).Katas).Katas[0] with { Id = $"kept/data/{Guid.NewGuid():N}" };
    private readonly KeptData<string> _data = new(bytes => bytes is [] ? null : Encoding.UTF8.GetString(bytes));

    [TestCase(true)]
    [TestCase(false)]
    public async Task Is_read_by_its_name(bool isReadAhead)
    {
        DatasetCache.Keep(NameOf("now"), "42"u8.ToArray());
        if (isReadAhead)
            _data.ReadAhead(_kata);

        (await _data.TryReadAsync(_kata, NameOf("now"))).ShouldBe("42");
        (await _data.TryReadAsync(_kata, NameOf("now"))).ShouldBe("42");
    }

    [Test]
    public async Task Of_another_content_is_not_taken_though_it_was_read()
    {
        DatasetCache.Keep(NameOf("before"), "41"u8.ToArray());
        _data.ReadAhead(_kata);

        (await _data.TryReadAsync(_kata, NameOf("now"))).ShouldBeNull();
    }

    [Test]
    public async Task Kept_meanwhile_by_another_run_is_found()
    {
        DatasetCache.Keep(NameOf("before"), "41"u8.ToArray());
        _data.ReadAhead(_kata);
        DatasetCache.Keep(NameOf("now"), "42"u8.ToArray());

        (await _data.TryReadAsync(_kata, NameOf("now"))).ShouldBe("42");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Damaged_is_as_none(bool isReadAhead)
    {
        DatasetCache.Keep(NameOf("now"), []);
        if (isReadAhead)
            _data.ReadAhead(_kata);

        (await _data.TryReadAsync(_kata, NameOf("now"))).ShouldBeNull();
    }

    [Test]
    public async Task Nothing_is_read_ahead_where_nothing_is_kept()
    {
        _data.ReadAhead(_kata);

        (await _data.TryReadAsync(_kata, NameOf("now"))).ShouldBeNull();
    }

    public void Dispose()
    {
        foreach (var content in (string[])["before", "now"])
            File.Delete(CacheFolder.OfThisUser().At("datasets", NameOf(content) + ".json"));
    }

    private string NameOf(string content) => DatasetCache.Name(_kata, content);
}
