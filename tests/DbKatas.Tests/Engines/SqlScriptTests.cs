using DbKatas.Grader.Engines.Postgres;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines;

public class SqlScriptTests
{
    [TestCase("", 0)]
    [TestCase("  \n-- only a comment; really\n/* and; another /* nested; */ */", 0)]
    [TestCase(";;;", 0)]
    [TestCase("select 1", 1)]
    [TestCase("select 1;", 1)]
    [TestCase("select 1; -- done", 1)]
    [TestCase("select 1; select 2", 2)]
    [TestCase("select ';'; select 2", 2)]
    [TestCase("select 'it''s; fine'; select 2", 2)]
    [TestCase(@"select E'it\'s; fine'; select 2", 2)]
    [TestCase(@"select 'back\'; select 2", 2)]
    [TestCase("select \"a;b\" from t; select 2", 2)]
    [TestCase("do $$ begin perform 1; end $$; select 2", 2)]
    [TestCase("do $body$ begin perform '$$;'; end $body$; select 2", 2)]
    [TestCase("select $1; select 2", 2)]
    [TestCase("create rule r as on insert to t do also (delete from u; delete from v); select 2", 2)]
    [TestCase("create function f() returns int begin atomic select case when true then 1 end; select 2; end; select 3", 2)]
    [TestCase("begin; select 1; commit", 3)]
    [TestCase("select 'never closed; select 2", 1)]
    [TestCase("select ((1; select 2", 1)]
    [TestCase("select 1 /* never closed; select 2", 1)]
    public void Counts_statements_as_psql_does(string sql, int count) => SqlScript.Split(sql).Count.ShouldBe(count);

    [Test]
    public void Knows_where_each_statement_stands()
    {
        const string sql = "-- first\nselect 1 ; \n select 2 -- two\n";

        var statements = SqlScript.Split(sql);

        statements.Select(s => s.Text).ShouldBe(["select 1", "select 2"]);
        statements.ShouldAllBe(s => sql.Substring(s.Start, s.Text.Length) == s.Text);
    }

    /// <summary>Whatever is typed, splitting ends, loses no character of a statement and never throws.</summary>
    [Test]
    public void Survives_random_text()
    {
        const string alphabet = "ab;'\"$-/*\\\n()eE1 {}";
        var random = new Random(20261);
        for (var i = 0; i < 20_000; i++)
        {
            var sql = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            SqlScript.Split(sql).ShouldAllBe(s => s.Text.Length > 0 && sql.Substring(s.Start, s.Text.Length) == s.Text);
        }
    }
}
