using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Katas;

public class SyllabusTests
{
    private static TinyLibrary Library(string? syllabus = null)
    {
        var library = new TinyLibrary();
        foreach (var id in (string[])["sql/a-late/01-one", "sql/basics/01-one", "sql/basics/02-two", "sql/joins/01-one", "sql/joins/02-two"])
            library.WithKata(id);
        library.Write("katas/syllabus.json", syllabus ?? """{ "topics": { "sql/basics": {}, "sql/joins": { "after": ["sql/basics/01-one"] }, "sql/a-late": { "after": ["sql/joins/02-two"] } } }""");
        return library;
    }

    [Test]
    public void Puts_the_topics_in_the_order_in_which_they_are_learnt()
    {
        using var library = Library();

        library.Catalog.Syllabus.InOrder(library.Catalog.Katas).Select(kata => kata.Id)
            .ShouldBe(["sql/basics/01-one", "sql/basics/02-two", "sql/joins/01-one", "sql/joins/02-two", "sql/a-late/01-one"]);
    }

    [Test]
    public void Puts_topics_that_the_syllabus_does_not_name_last()
    {
        using var library = Library("""{ "topics": { "sql/joins": {} } }""");

        library.Catalog.Syllabus.InOrder(library.Catalog.Katas).Select(kata => kata.TopicPath).Distinct().ShouldBe(["sql/joins", "sql/a-late", "sql/basics"]);
    }

    [TestCase("", "sql/basics/01-one")]
    [TestCase("sql/basics/01-one", "sql/basics/02-two")]
    [TestCase("sql/basics/01-one sql/basics/02-two", "sql/joins/01-one")]
    [TestCase("sql/basics/02-two sql/joins/01-one sql/joins/02-two", "sql/basics/01-one")]
    [TestCase("sql/basics/01-one sql/basics/02-two sql/joins/01-one sql/joins/02-two", "sql/a-late/01-one")]
    [TestCase("sql/basics/01-one sql/basics/02-two sql/joins/01-one sql/joins/02-two sql/a-late/01-one", null)]
    public void Chooses_the_next_kata_among_the_topics_that_are_open(string right, string? next)
    {
        using var library = Library();

        library.Catalog.Syllabus.Next(library.Catalog.Katas, kata => right.Split(' ').Contains(kata.Id))?.Id.ShouldBe(next);
        (next is null).ShouldBe(library.Catalog.Syllabus.Next(library.Catalog.Katas, kata => right.Split(' ').Contains(kata.Id)) is null);
    }

    [Test]
    public void Chooses_the_easier_of_two_open_topics()
    {
        using var library = Library();
        var hard = library.Write("katas/sql/basics/02-two/kata.json",
            """{ "title": "A kata", "engines": ["postgres"], "kind": "result", "level": 3, "topics": ["test"], "order": ["id"] }""");

        library.Catalog.Syllabus.Next(library.Catalog.Katas, kata => kata.Id == "sql/basics/01-one")!.Id.ShouldBe("sql/joins/01-one", $"{hard} is of level 3");
    }

    [Test]
    public void Finds_a_next_kata_also_where_topics_wait_for_one_another()
    {
        using var library = Library("""{ "topics": { "sql/basics": { "after": ["sql/joins/02-two"] }, "sql/joins": { "after": ["sql/basics/02-two"] }, "sql/a-late": { "after": ["sql/joins/02-two"] } } }""");

        library.Catalog.Syllabus.Next(library.Catalog.Katas, _ => false)!.Id.ShouldBe("sql/basics/01-one");
    }

    [TestCase("""{ "topics": { "sql/joins": { "after": ["sql/basics/01-won"] } } }""", "names \"sql/basics/01-won\", and there is no such kata. Did you mean \"sql/basics/01-one\"?")]
    [TestCase("""{ "topics": { "sql/joins": { "aftr": [] } } }""", "unknown key \"topics.sql/joins.aftr\". Did you mean \"after\"?")]
    [TestCase("""{ "topics": [] }""", "key \"topics\" must be an object, as in { … }.")]
    [TestCase("[", "is not valid JSON at line 1")]
    public void Says_what_is_wrong_in_a_syllabus(string syllabus, string fault)
    {
        using var library = Library(syllabus);

        var found = library.Catalog.Faults.ShouldHaveSingleItem();

        (found.Id, found.File.EndsWith("katas/syllabus.json")).ShouldBe((Syllabus.FileName, true));
        found.Message.ShouldStartWith(fault);
        library.Catalog.Katas.Count.ShouldBe(5, "a faulty syllabus costs no kata its verdict");
    }

    [Test]
    public void The_library_s_own_syllabus_names_every_topic_that_has_katas()
    {
        var catalog = KataCatalog.Load(Path.Combine(Repository.Folder, "katas"));

        catalog.Faults.ShouldBeEmpty();
        var syllabus = File.ReadAllText(Path.Combine(catalog.Root, Syllabus.FileName));
        catalog.Katas.Select(kata => kata.TopicPath).Distinct().ShouldAllBe(topic => syllabus.Contains($"\"{topic}\": {{"));
    }
}
