using System.IO.Compression;
using DbKatas.Classroom.Submissions;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Classroom;

/// <summary>What students hand in, in every shape, and what strangers might hand in to do harm.</summary>
public class ClassFolderTests
{
    private TinyLibrary _library = null!;
    private TemporaryFolder _class = null!;

    [SetUp]
    public void Begin()
    {
        _library = new TinyLibrary().WithKata("sql/joins/01-inner").WithKata("sql/joins/02-left").WithKata("scaling/01-index").WithCodeKata(id: "dotnet/02-left");
        _class = new TemporaryFolder();
    }

    [TearDown]
    public void End()
    {
        _library.Dispose();
        _class.Dispose();
    }

    [TestCase("ann/katas/sql/joins/01-inner/answer.sql", "sql/joins/01-inner")]
    [TestCase("ann/sql/joins/01-inner/answer.sql", "sql/joins/01-inner")]
    [TestCase("ann/homework/my-clone/katas/scaling/01-index/answer.sql", "scaling/01-index")]
    [TestCase("ann/01-inner.sql", "sql/joins/01-inner")]
    [TestCase("ann/sql-joins-01-inner.sql", "sql/joins/01-inner")]
    [TestCase("ann/week 3/SQL_joins_01-inner.sql", "sql/joins/01-inner")]
    [TestCase("ann/02-left.cs", "dotnet/02-left")]
    [TestCase("ann/02-left.sql", "sql/joins/02-left")]
    [TestCase("ann/katas/sql/joins/01-inner/schema.sql", null)]
    [TestCase("ann/answer.sql", null)]
    [TestCase("ann/01-inner.txt", null)]
    public void Finds_an_answer_by_its_path_or_its_name(string file, string? id)
    {
        var path = _class.Write(file, "select 1");

        var answers = Students().ShouldHaveSingleItem().Answers;

        answers.Select(answer => (answer.Key, answer.Value)).ShouldBe(id is null ? [] : [(id, path)]);
    }

    [Test]
    public void Takes_the_answer_nearest_to_the_top_of_several()
    {
        _class.Write("ann/old/attempts/sql/joins/01-inner/answer.sql", "old");
        var path = _class.Write("ann/sql/joins/01-inner/answer.sql", "new");

        Students()[0].Answers["sql/joins/01-inner"].ShouldBe(path);
    }

    [Test]
    public void Follows_no_link_to_somebody_else_s_work()
    {
        _class.Write("ann/sql/joins/01-inner/answer.sql", "hers");
        Directory.CreateDirectory(Path.Combine(_class.Path, "ben"));
        File.CreateSymbolicLink(Path.Combine(_class.Path, "ben/01-inner.sql"), Path.Combine(_class.Path, "ann/sql/joins/01-inner/answer.sql"));
        Directory.CreateSymbolicLink(Path.Combine(_class.Path, "ben/sql"), Path.Combine(_class.Path, "ann/sql"));
        Directory.CreateSymbolicLink(Path.Combine(_class.Path, "cy"), Path.Combine(_class.Path, "ann"));

        Students().Select(student => (student.Name, student.Answers.Count)).ShouldBe([("ann", 1), ("ben", 0)]);
    }

    [Test]
    public void Unpacks_the_answers_of_a_zip_file_and_nothing_outside_its_folder()
    {
        using (var folder = Unread(Zip("dan", ("work/sql/joins/01-inner/answer.sql", "select 1"), ("../../02-left.sql", "select 2"), ("readme.md", "x"))))
            folder.Students(Shard.Whole).ShouldHaveSingleItem().Answers.Keys.ShouldBe(["sql/joins/01-inner"]);

        File.Exists(Path.Combine(_class.Path, "02-left.sql")).ShouldBeFalse();
    }

    [Test]
    public void Unpacks_a_little_more_than_may_be_read_of_a_file_that_would_fill_the_disk()
    {
        Zip("eve", ("01-inner.sql", new string('-', 30 * TextFile.MostBytes)));
        using var folder = new ClassFolder(_class.Path, _library.Catalog.Katas);

        new FileInfo(folder.Students(Shard.Whole)[0].Answers["sql/joins/01-inner"]).Length.ShouldBe(TextFile.MostBytes + 1);
    }

    [Test]
    public void Says_which_zip_file_can_not_be_read_and_goes_on_with_the_others()
    {
        _class.Write("ann/01-inner.sql", "select 1");
        _class.Write("dan.zip", "no zip file");

        var students = Students();

        students.Select(student => (student.Name, student.Answers.Count)).ShouldBe([("ann", 1), ("dan", 0)]);
        students[1].Fault!.ShouldStartWith("dan.zip can't be read: ");
    }

    [Test]
    public void Takes_a_folder_and_a_zip_file_of_the_same_name_for_two_students()
    {
        _class.Write("ann/01-inner.sql", "select 1");
        Zip("ann", ("02-left.sql", "select 2"));

        Students().Select(student => student.Name).ShouldBe(["ann", "ann.zip"]);
    }

    [Test]
    public void Deals_the_students_to_the_parts_by_their_names_alone()
    {
        foreach (var name in (string[])["e", "b", "d", "a", "c"])
            _class.Write($"{name}/01-inner.sql", "select 1");

        IEnumerable<string> Part(string shard)
        {
            using var folder = new ClassFolder(_class.Path, _library.Catalog.Katas);
            return [.. folder.Students(Shard.Parse(shard)).Select(student => student.Name)];
        }

        Part("1/2").ShouldBe(["a", "c", "e"]);
        Part("2/2").ShouldBe(["b", "d"]);
    }

    [TestCase("0/2")]
    [TestCase("3/2")]
    [TestCase("half")]
    [TestCase("1/2/3")]
    [TestCase("-1/2")]
    public void Says_how_a_part_is_written(string shard) => Should.Throw<TroubleException>(() => Shard.Parse(shard)).Message
        .ShouldBe($"--shard is \"{shard}\". Write which part of how many, as in --shard 2/8 for the second of eight.");

    [Test]
    public void Says_that_a_folder_is_missing_or_empty()
    {
        Should.Throw<TroubleException>(() => new ClassFolder(Path.Combine(_class.Path, "none"), [])).Message.ShouldStartWith("There is no folder ");
        Should.Throw<TroubleException>(Students).Message.ShouldEndWith("holds no student's work. It should hold a folder or a zip file for each student.");
    }

    private IReadOnlyList<Submission> Students()
    {
        using var folder = new ClassFolder(_class.Path, _library.Catalog.Katas);
        return folder.Students(Shard.Whole);
    }

    private ClassFolder Unread(string _) => new(_class.Path, _library.Catalog.Katas);

    private string Zip(string name, params (string Path, string Text)[] files)
    {
        var path = Path.Combine(_class.Path, name + ".zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var file in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(file.Path).Open());
            writer.Write(file.Text);
        }
        return path;
    }
}
