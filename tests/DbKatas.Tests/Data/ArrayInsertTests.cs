using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;
using Npgsql;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Data;

/// <summary>Values that are handed over as arrays come out, or are refused, just as those that stand among an INSERT's words.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class ArrayInsertTests
{
    private const string Types = """
        create type mood as enum ('so so', 'it''s', 'back\slash');
        create domain short as varchar(3) check (value <> 'no');
        create domain percent as int not null check (value between 0 and 100);
        create type pair as (a int, b text);
        """;

    [TestCase("int", "1", "-7", "1e3", "x", " 2 ", "99999999999")]
    [TestCase("smallint", "1", "40000")]
    [TestCase("numeric(4, 2)", "1.005", "99.994", "99.999", "NaN", "1e1")]
    [TestCase("double precision", "1.1", "Infinity", "-0")]
    [TestCase("text", "", "NULL", "null", "a\"b", "c\\d", "{e}", "f,g", "h\ni", "'j'", " k ", "$1", "ä€😀", "\\N")]
    [TestCase("varchar(3)", "abc", "abc   ", "abcd", "")]
    [TestCase("char(4)", "a", "ab  ", "abcd    ", "abcde")]
    [TestCase("bit(3)", "101", "10", "1010")]
    [TestCase("varbit(3)", "1", "1010")]
    [TestCase("boolean", "t", "no", "maybe")]
    [TestCase("date", "2026-02-28", "2026-02-30", "infinity")]
    [TestCase("time(0)", "10:00:00.6", "24:00")]
    [TestCase("timestamp(1)", "2026-01-01 10:00:00.26")]
    [TestCase("timestamptz", "2026-01-01 10:00+02")]
    [TestCase("interval day to second(0)", "1 day 2.7 seconds", "1 month")]
    [TestCase("uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "a0")]
    [TestCase("bytea", "\\x00ff", "a\\\\b")]
    [TestCase("json", "{\"a\": \"b\\\"c\"}", "{", "[1, 2]", "\"text\"")]
    [TestCase("jsonb", "{\"b\": 1, \"a\": [\"x,y\"]}")]
    [TestCase("inet", "10.0.0.1/8")]
    [TestCase("int4range", "[1,5)", "empty")]
    [TestCase("point", "(1,2)")]
    [TestCase("tsvector", "a:1 'b c':2")]
    [TestCase("mood", "so so", "it's", "back\\slash", "SO SO")]
    [TestCase("short", "abc", "abcd", "no")]
    [TestCase("percent", "0", "101")]
    [TestCase("regclass", "t", "nothing_of_that_name")]
    public async Task A_value_is_the_same_both_ways(string type, params string[] values)
    {
        await using var open = await OpenAsync($"{Types} create table t (place int primary key, v {type});");
        var table = open.Schema.Tables.Single();
        ArrayInsert.Fits(table).ShouldBeTrue();

        foreach (var value in values.Append(null))
            (await open.FillAsync([["1", value]], asArrays: true)).ShouldBe(await open.FillAsync([["1", value]], asArrays: false), value ?? "(null)");
        string?[][] rows = [.. values.Append(null).Select((value, place) => new[] { $"{values.Length - place}", value })];
        (await open.FillAsync(rows, asArrays: true)).ShouldBe(await open.FillAsync(rows, asArrays: false));
    }

    [TestCase("int[]")]
    [TestCase("pair")]
    [TestCase("box")]
    [TestCase("int generated always as (1) stored", "create table t (v {0})")]
    public async Task What_an_array_cannot_hold_stays_among_the_words(string type, string table = "create table t (place int primary key, v {0})")
    {
        await using var open = await OpenAsync($"{Types} {string.Format(table, type)};");

        ArrayInsert.Fits(open.Schema.Tables.Single()).ShouldBeFalse();
        new DatasetLoad(open.Schema).HasFixedWords.ShouldBeFalse();
    }

    [Test]
    public async Task Columns_of_their_own_are_left_to_the_server()
    {
        await using var open = await OpenAsync(
            "create table t (\"Place, or \"\"number\"\"\" int generated always as identity primary key, net int check (net > 0), gross int generated always as (net * 2) stored);");

        (await open.FillAsync([["7", "1", null], ["3", "2", null]], asArrays: true)).ShouldBe("(7,1,2) (3,2,4)");
        (await open.FillAsync([["7", "0", null]], asArrays: true)).ShouldBe("23514");
    }

    private static async Task<OpenTable> OpenAsync(string schema)
    {
        using var library = new TinyLibrary().WithKata($"sql/data/02-{TestContext.CurrentContext.Test.ID}", schema: schema);
        var scratch = await ScratchDatabase.CreateAsync(await TestServers.Postgres.SessionAsync(default), library.Catalog.Katas[0], default);
        var connection = await scratch.OpenAsAnswerAsync(new KataLimits(), default);
        return new OpenTable(scratch, connection, await new SchemaReader(connection).ReadAsync(default));
    }

    private sealed record OpenTable(ScratchDatabase Scratch, NpgsqlConnection Connection, SchemaModel Schema) : IAsyncDisposable
    {
        /// <summary>What the table holds afterwards, in the order in which it is stored, or the SQLSTATE with which the rows were refused. Nothing stays.</summary>
        public async Task<string> FillAsync(string?[][] rows, bool asArrays)
        {
            var dataset = new Dataset("made", DatasetSort.ConstantsAware, [new TableRows(Schema.Tables[0], rows)]);
            var fill = asArrays ? ArrayInsert.Of(dataset.Tables[0]) : new NpgsqlBatchCommand(DatasetLoad.Inserts(dataset).Single());
            await using var begin = TextBatch.Of(Connection, [new("begin")]);
            await begin.ExecuteNonQueryAsync();
            try
            {
                await using var batch = TextBatch.Of(Connection, [fill]);
                await batch.PrepareAsync();
                await batch.ExecuteNonQueryAsync();
                await using var read = new NpgsqlCommand("select string_agg(t::text, ' ' order by ctid) from t", Connection);
                return (string)(await read.ExecuteScalarAsync())!;
            }
            catch (PostgresException refused)
            {
                return refused.SqlState;
            }
            finally
            {
                await using var end = TextBatch.Of(Connection, [new("rollback")]);
                await end.ExecuteNonQueryAsync();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await Connection.DisposeAsync();
            await Scratch.DisposeAsync();
        }
    }
}
