using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Katas;

/// <summary>One kata that is read alone, by its whole id: just what the catalog of all katas says of it.</summary>
public class OneKataTests
{
    [TestCase("sql/joins/01-inner-join")]
    [TestCase("katas/sql/joins/01-inner-join/")]
    [TestCase("katas\\sql\\joins\\01-inner-join")]
    [TestCase("solutions/sql/joins/01-inner-join")]
    public void Is_the_one_of_the_catalog(string pattern)
    {
        using var library = new TinyLibrary().WithKata("sql/joins/01-inner-join", more: """ "order": ["name desc"], "hints": ["Look."] """).WithKata("sql/joins/02-left-join");

        var kata = KataCatalog.ReadOne(library.Library.Katas, pattern).ShouldNotBeNull();

        kata.ShouldBeEquivalentTo(library.Catalog.Find(pattern).ShouldHaveSingleItem());
    }

    [Test]
    public void Of_the_real_katas_each_is_the_one_of_the_catalog()
    {
        var root = KataLibrary.At(Repository.Folder).Katas;

        foreach (var kata in KataCatalog.Load(root).Katas)
            KataCatalog.ReadOne(root, kata.Id).ShouldBeEquivalentTo(kata, kata.Id);
    }

    [TestCase("sql/joins")]
    [TestCase("sql/joins/01")]
    [TestCase("sql/joins/01-inner")]
    [TestCase("sql/joins/09-not-there")]
    [TestCase("SQL/joins/01-inner-join")]
    [TestCase("sql/joins/../joins/01-inner-join")]
    [TestCase("../katas/sql/joins/01-inner-join")]
    [TestCase("/01-inner-join")]
    [TestCase("all")]
    [TestCase("")]
    public void Goes_by_no_other_name(string pattern)
    {
        using var library = new TinyLibrary().WithKata("sql/joins/01-inner-join");

        KataCatalog.ReadOne(library.Library.Katas, pattern).ShouldBeNull();
    }

    [Test]
    public void With_a_fault_is_left_to_the_catalog_which_tells_it()
    {
        using var library = new TinyLibrary().WithKata();
        library.Write("katas/sql/test/01-kata/kata.json", "{");

        KataCatalog.ReadOne(library.Library.Katas, "sql/test/01-kata").ShouldBeNull();
        library.Catalog.Faults.ShouldNotBeEmpty();
    }

    [TestCase("sql")]
    [TestCase("sql/test")]
    [TestCase("sql/test/01-kata")]
    public void Does_not_follow_a_link_out_of_the_folder(string link)
    {
        using var elsewhere = new TinyLibrary().WithKata();
        using var library = new TinyLibrary().WithKata("mongodb/test/01-own");
        var path = Path.Combine(library.Library.Katas, link);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Directory.CreateSymbolicLink(path, Path.Combine(elsewhere.Library.Katas, link));

        KataCatalog.ReadOne(library.Library.Katas, "sql/test/01-kata").ShouldBeNull();
    }
}
