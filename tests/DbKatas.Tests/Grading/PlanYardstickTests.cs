using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading;

/// <summary>Kind plan: what every answer is held against is made once for all of them, and anew when it changes.</summary>
public sealed class PlanYardstickTests
{
    private const string Folder = "scaling/test/01-kata";
    private const string Lookup = "select book_id from books where author_id = 17;";
    private const string ByAuthor = "create index on books (author_id)";
    private const string ByYear = "create index on books (year)";

    private TinyLibrary _library = null!;
    private PostgresEngine _engine = null!;
    private Grader.Grading.Grader _grader = null!;

    [SetUp]
    public void Prepare()
    {
        _library = new TinyLibrary().WithKata(
            Folder, "create table books (book_id int primary key, author_id int not null, year int not null);", ByAuthor, "plan", "\"plan\": { \"avoid\": [\"Seq Scan\"] }");
        _library.Write($"katas/{Folder}/data.sql", "insert into books select n, (n * 7919) % 1000, (n * 7919) % 500 from generate_series(1, 20000) n;");
        _library.Write($"katas/{Folder}/query.sql", Lookup);
        _engine = new PostgresEngine(async _ => (await TestServers.Postgres.SessionAsync(default)).SameServer());
        _grader = new Grader.Grading.Grader([new SqlKataGrader(_engine, new SolutionFolders(_library.Library.Solutions))]);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _grader.DisposeAsync();
        _library.Dispose();
    }

    [Test]
    public async Task After_the_first_answer_each_needs_one_database_alone()
    {
        await GradeAsync(ByYear, Outcome.NotYet);

        (await DatabasesAsync(() => GradeAsync(ByAuthor, Outcome.Right))).ShouldBe(1);
        (await DatabasesAsync(() => GradeAsync("drop table books", Outcome.NotYet))).ShouldBe(1);
    }

    [Test]
    public async Task Another_query_is_asked_of_the_reference_anew()
    {
        await GradeAsync(ByAuthor, Outcome.Right);

        _library.Write($"katas/{Folder}/query.sql", Lookup.Replace("author_id", "year"));
        _library.Write($"solutions/{Folder}/answer.sql", ByYear);

        await GradeAsync(ByAuthor, Outcome.NotYet);
        await GradeAsync(ByYear, Outcome.Right);
    }

    [Test]
    public async Task A_reference_that_fails_is_run_anew_when_it_is_mended()
    {
        _library.Write($"solutions/{Folder}/answer.sql", "create index on books (nobody)");
        await GradeAsync(ByAuthor, Outcome.Trouble);

        _library.Write($"solutions/{Folder}/answer.sql", ByAuthor);

        await GradeAsync(ByAuthor, Outcome.Right);
    }

    [Test]
    public async Task Other_rows_are_looked_at_anew()
    {
        await GradeAsync(ByAuthor, Outcome.Right);

        _library.Write($"katas/{Folder}/data.sql", "insert into books select n, (n * 7919) % 100, 1900 from generate_series(1, 9000) n;");

        await GradeAsync(ByAuthor, Outcome.Right);
        await GradeAsync($"delete from books where book_id = 5; {ByAuthor}", Outcome.NotYet);
    }

    private async Task GradeAsync(string answer, Outcome outcome)
    {
        var kata = _library.Catalog.Katas[0];
        var path = _library.Write($"katas/{Folder}/{kata.AnswerFile}", answer);
        (await _grader.GradeAsync(kata, path)).Outcome.ShouldBe(outcome);
    }

    /// <summary>How many databases the grader makes for some work.</summary>
    private async Task<int> DatabasesAsync(Func<Task> work)
    {
        var session = await _engine.SessionAsync(default);
        var before = Number(session.NextName());
        await work();
        return Number(session.NextName()) - before - 1;
    }

    private static int Number(string name) => int.Parse(name[(name.LastIndexOf('_') + 1)..]);
}
