using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;
using NUnit.Framework;

namespace DbKatas.Tests.Grading;

/// <summary>A kata with two tables, one pointing to the other, and rows for them.</summary>
internal static class TwoTables
{
    public const string Reference = "select id, name from p order by id";

    private const string Schema = "create table p (id int primary key, name text not null check (name <> 'no')); create table c (id int primary key, p int references p, note text)";

    /// <param name="moreSchema">Goes on with the schema.</param>
    /// <param name="more">More of kata.json.</param>
    public static async Task<DatasetBench> OpenAsync(string moreSchema = "", string more = "\"order\": [\"id\"]")
    {
        using var library = new TinyLibrary().WithKata($"sql/data/01-{TestContext.CurrentContext.Test.ID}", Schema + moreSchema, Reference, more: more);
        return await DatasetBench.OpenAsync(await TestServers.Postgres.SessionAsync(default), library.Catalog.Katas[0], Reference, default);
    }

    /// <summary>One row, and others in any order that point to it.</summary>
    public static Dataset Rows(SchemaModel schema, string[] notes, Random random, string name = "Ann")
    {
        var ids = Enumerable.Range(1, notes.Length).ToArray();
        random.Shuffle(ids);
        return new Dataset("made", DatasetSort.ConstantsAware,
        [
            new TableRows(schema.Tables[0], [["1", name]]),
            new TableRows(schema.Tables[1], [.. notes.Select((note, place) => new[] { $"{ids[place]}", "1", note })]),
        ]);
    }

    /// <summary>The one row that a query gives, or why it gives none.</summary>
    public static async Task<string> TextAsync(this DatasetBench bench, string query, Dataset dataset)
    {
        var run = await bench.RunAsync(query, dataset, default);
        return run.Failure is { } failure ? failure.Message : string.Join(" | ", run.Result!.Rows.Single().Select(value => value.Text));
    }
}
