using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Katas;

public class KataCatalogTests
{
    [Test]
    public void Reads_every_key_of_a_kata()
    {
        using var library = new TinyLibrary().WithKata(more: """
            "order": ["name desc", "id"], "columnNames": "required", "tolerance": 0.01,
            "limits": { "seconds": 3, "rows": 50 }, "hints": ["Look.", "Look again."], "needs": { "postgres": 16 }
            """);

        var kata = library.Catalog.Katas.ShouldHaveSingleItem();

        kata.Id.ShouldBe("sql/test/01-kata");
        kata.Track.ShouldBe("sql");
        kata.Topic.ShouldBe("test");
        kata.Rules.Order.Select(key => (key.Column, key.Descending)).ShouldBe([("name", true), ("id", false)]);
        kata.Rules.ColumnNamesRequired.ShouldBeTrue();
        kata.Rules.Tolerance.ShouldBe(0.01m);
        kata.Limits.ShouldBe(new KataLimits(3, 50));
        kata.Hints.ShouldBe(["Look.", "Look again."]);
        kata.Needs["postgres"].ShouldBe(16);
    }

    [Test]
    public void Takes_the_track_for_the_topic_where_a_track_has_none()
    {
        using var library = new TinyLibrary().WithKata("dotnet/01-open-and-query");

        library.Catalog.Katas.ShouldHaveSingleItem().Topic.ShouldBe("dotnet");
    }

    [Test]
    public void Reports_all_faults_of_all_folders_at_once_and_keeps_the_good_katas()
    {
        using var library = new TinyLibrary().WithKata("sql/test/01-good").WithKata("sql/test/02-unknown-key", more: "\"order\": \"any\", \"hintz\": []");
        library.Write("katas/sql/test/03-empty/notes.txt", "");
        library.Write("katas/sql/Test/04-Case/kata.json", "{}");

        var catalog = library.Catalog;

        catalog.Katas.ShouldHaveSingleItem().Id.ShouldBe("sql/test/01-good");
        catalog.Faults.Select(fault => fault.Id).Distinct().ShouldBe(["sql/Test/04-Case", "sql/test/02-unknown-key", "sql/test/03-empty"], ignoreOrder: true);
        catalog.Faults.Count(fault => fault.Id == "sql/test/03-empty").ShouldBe(2, "kata.json and prompt.md are missing");
    }

    [TestCase("sql/joins/01-inner-join", true)]
    [TestCase("scaling/01-index-a-lookup", true)]
    [TestCase("a/b/00-0", true)]
    [TestCase("01-inner-join", false)]
    [TestCase("a/b/c/01-x", false)]
    [TestCase("sql//01-x", false)]
    [TestCase("/sql/01-x", false)]
    [TestCase("sql/joins/01-", false)]
    [TestCase("sql/joins/1-x", false)]
    [TestCase("sql/joins/01_x", false)]
    [TestCase("sql/joins/01-X", false)]
    [TestCase("sql/joins/01-x\n", false)]
    [TestCase("sql/joins/\u0661\u0661-x", false)]
    [TestCase("sql/../01-x", false)]
    public void An_id_tells_where_its_folder_is(string id, bool isId) => KataFolder.IsId(id).ShouldBe(isId);

    [TestCase("""{ "title": "x" }""", "key \"engines\" is missing.")]
    [TestCase("""{ "title": "x", }{""", "is not valid JSON at line 1")]
    [TestCase("""[1]""", "holds no object.")]
    [TestCase("""{ "titel": "x" }""", "unknown key \"titel\". Did you mean \"title\"?")]
    [TestCase("""{ "title": 7 }""", "key \"title\" must be a text, as in \"…\".")]
    [TestCase("""{ "kind": "results" }""", "key \"kind\" holds \"results\". Write one of: result, state, probe, plan, schedule, quiz, code. Did you mean \"result\"?")]
    [TestCase("""{ "engines": ["postgresql"] }""", "key \"engines\" holds \"postgresql\". Write one of: postgres, redis, mongodb. Did you mean \"postgres\"?")]
    [TestCase("""{ "engines": [] }""", "key \"engines\" must name at least one, as in [\"…\"].")]
    [TestCase("""{ "level": 6 }""", "key \"level\" must be a whole number from 1 to 5.")]
    [TestCase("""{ "level": 1, "level": 2 }""", "key \"level\" is given twice. Keep one of the two.")]
    [TestCase("""{ "topics": ["left join"] }""", "key \"topics\" holds \"left join\". Use lower-case letters, digits and hyphens.")]
    [TestCase("""{ "kind": "result" }""", "key \"order\" is missing. Name the columns that the prompt asks to sort by, as in [\"balance desc\", \"order_id\"], or write \"any\".")]
    [TestCase("""{ "kind": "state", "order": "any" }""", "key \"order\" is for katas of kind \"result\" or \"plan\" only: take it out.")]
    [TestCase("""{ "order": ["id down"] }""", "key \"order\" holds \"id down\". Write a column's name, then asc or desc and nulls first or nulls last where it matters.")]
    [TestCase("""{ "order": 1 }""", "key \"order\" must be \"any\" or a list of columns, as in [\"balance desc\", \"order_id\"].")]
    [TestCase("""{ "limits": { "second": 5 } }""", "unknown key \"limits.second\". Did you mean \"seconds\"?")]
    [TestCase("""{ "tolerance": -1 }""", "key \"tolerance\" must be a number, 0 or more, as in 0.01.")]
    [TestCase("""{ "columnNames": "strict" }""", "key \"columnNames\" holds \"strict\". Write one of: remark, required.")]
    [TestCase("""{ "hints": "try" }""", "key \"hints\" must be a list of texts, as in [\"…\", \"…\"].")]
    [TestCase("""{ "needs": { "mysql": 8 } }""", "unknown key \"needs.mysql\".")]
    public void Says_what_is_wrong_in_a_kata_json_and_what_to_write(string json, string fault)
    {
        using var library = new TinyLibrary().WithKata();
        library.Write("katas/sql/test/01-kata/kata.json", json);

        library.Catalog.Faults.ShouldContain(f => f.File.EndsWith("sql/test/01-kata/kata.json") && f.Message.Contains(fault),
            string.Join('\n', library.Catalog.Faults));
    }

    [Test]
    public void Says_which_files_of_its_kind_a_kata_lacks()
    {
        using var library = new TinyLibrary().WithKata();
        File.Delete(Path.Combine(library.Root, "katas/sql/test/01-kata/schema.sql"));
        File.Delete(Path.Combine(library.Root, "katas/sql/test/01-kata/answer.sql"));

        library.Catalog.Faults.Select(fault => $"{Path.GetFileName(fault.File)} {fault.Message}").ShouldBe(
        [
            "schema.sql is missing. A kata of this kind has schema.sql.",
            "answer.sql is missing. It is the stub that learners answer in.",
        ]);
    }

    [Test]
    public void Says_that_a_folder_is_missing_or_holds_no_kata()
    {
        using var folder = new TemporaryFolder();

        KataCatalog.Load(Path.Combine(folder.Path, "nowhere")).Faults.ShouldHaveSingleItem().Message.ShouldContain("there is no such folder");
        KataCatalog.Load(folder.Path).Faults.ShouldHaveSingleItem().Message.ShouldContain("holds no kata");
    }

    [Test]
    public void Does_not_follow_a_link_out_of_the_folder()
    {
        using var elsewhere = new TinyLibrary().WithKata();
        using var library = new TinyLibrary().WithKata("sql/test/02-own");
        Directory.CreateSymbolicLink(Path.Combine(library.Root, "katas", "linked"), Path.Combine(elsewhere.Root, "katas", "sql"));

        library.Catalog.Katas.ShouldHaveSingleItem().Id.ShouldBe("sql/test/02-own");
    }

    [TestCase("sql/joins/01-inner-join", 1)]
    [TestCase("katas/sql/joins/01-inner-join/", 1)]
    [TestCase("solutions/sql/joins/01-inner-join/wrong", 1)]
    [TestCase("katas\\sql\\joins\\01-inner-join", 1)]
    [TestCase("sql/joins", 2)]
    [TestCase("sql", 3)]
    [TestCase("inner", 1)]
    [TestCase("all", 3)]
    [TestCase("nothing-like-it", 0)]
    public void Finds_katas_by_id_topic_track_or_part(string pattern, int count)
    {
        using var library = new TinyLibrary().WithKata("sql/joins/01-inner-join").WithKata("sql/joins/02-left-join").WithKata("sql/basics/01-first");

        library.Catalog.Find(pattern).Count.ShouldBe(count);
    }
}
