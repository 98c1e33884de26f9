using DbKatas.Grader.Katas;

namespace DbKatas.Tests;

/// <summary>A library of katas made for one test: whole folders, as small as they can be.</summary>
public sealed class TinyLibrary : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Root => _folder.Path;

    public KataLibrary Library => KataLibrary.At(Root);

    public KataCatalog Catalog => KataCatalog.Load(Library.Katas);

    /// <summary>Adds a complete kata of kind result; every part can be replaced.</summary>
    /// <returns>This, to add more.</returns>
    public TinyLibrary WithKata(
        string id = "sql/test/01-kata",
        string schema = "create table t (id int primary key, name text); insert into t values (1, 'Ann'), (2, 'Ben');",
        string reference = "select id, name from t order by id",
        string kind = "result",
        string? more = "\"order\": [\"id\"]")
    {
        var tail = more is null ? "" : ", " + more;
        Write($"katas/{id}/kata.json", $$"""{ "title": "A kata", "engines": ["postgres"], "kind": "{{kind}}", "level": 1, "topics": ["test"]{{tail}} }""");
        Write($"katas/{id}/prompt.md", "# A kata\n");
        Write($"katas/{id}/schema.sql", schema);
        Write($"katas/{id}/answer.sql", "-- TODO: answer\n");
        Write($"solutions/{id}/answer.sql", reference);
        return this;
    }

    /// <summary>Adds a complete MongoDB kata.</summary>
    /// <param name="seed">The whole seed.jsonc.</param>
    /// <param name="reference">The whole reference answer.</param>
    /// <param name="file">What the answer's file is called.</param>
    /// <param name="kind">The kata's kind.</param>
    /// <param name="more">More of kata.json.</param>
    /// <returns>This, to add more.</returns>
    public TinyLibrary WithMongoKata(string seed, string reference, string file = "pipeline.jsonc", string kind = "result", string? more = null)
    {
        const string id = "mongodb/test/01-kata";
        var tail = more is null ? "" : ", " + more;
        Write($"katas/{id}/kata.json", $$"""{ "title": "A kata", "engines": ["mongodb"], "kind": "{{kind}}", "level": 1, "topics": ["test"]{{tail}} }""");
        Write($"katas/{id}/prompt.md", "# A kata\n");
        Write($"katas/{id}/seed.jsonc", seed);
        Write($"katas/{id}/{file}", "// TODO\n");
        Write($"solutions/{id}/{file}", reference);
        return this;
    }

    /// <summary>Adds a complete kata of kind code: a stub with one method, and checks that it doubles a number.</summary>
    /// <returns>This, to add more.</returns>
    public TinyLibrary WithCodeKata(string checks = DoubleChecks, int seconds = 10, string id = "sql/test/01-kata")
    {
        Write($"katas/{id}/kata.json", $$"""{ "title": "A kata", "engines": ["postgres"], "kind": "code", "level": 1, "topics": ["test"], "limits": { "seconds": {{seconds}} } }""");
        Write($"katas/{id}/prompt.md", "# A kata\n");
        Write($"katas/{id}/schema.sql", "create table t (id int primary key, name text); insert into t values (1, 'Ann'), (2, 'Ben');");
        Write($"katas/{id}/Checks.cs", checks);
        Write($"katas/{id}/Answer.cs", "public class Numbers\n{\n    public int Double(int number) => throw new NotImplementedException();\n}\n");
        Write($"solutions/{id}/Answer.cs", "public class Numbers { public int Double(int number) => 2 * number; }");
        return this;
    }

    private const string DoubleChecks = """
        using NUnit.Framework;
        using Shouldly;

        public class Checks
        {
            [Test]
            public void Doubles_nothing() => new Numbers().Double(0).ShouldBe(0);

            [Test]
            public void Doubles_a_number()
            {
                var doubled = new Numbers().Double(21);

                doubled.ShouldBe(42, "Twice 21 is 42.");
            }
        }
        """;

    public string Write(string relativePath, string content) => _folder.Write(relativePath, content);

    public void Dispose() => _folder.Dispose();
}
