using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;
using Npgsql;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Postgres;

/// <summary>Every answer has a database of its own, and nothing of it is left.</summary>
public class ScratchDatabaseTests
{
    private static readonly KataLimits Limits = new();

    [Test]
    public async Task What_one_answer_changes_no_other_sees()
    {
        using var library = new TinyLibrary().WithKata();
        var session = await TestServers.Postgres.SessionAsync(default);
        await using var first = await ScratchDatabase.CreateAsync(session, library.Catalog.Katas[0], default);
        await using var second = await ScratchDatabase.CreateAsync(session, library.Catalog.Katas[0], default);

        (await RunAsync(first, "drop table t; create table u (x int)")).Failure.ShouldBeNull();

        (await second.ReadTablesAsync(10, default)).Keys.ShouldBe(["t"]);
        (await first.ReadTablesAsync(10, default)).Keys.ShouldBe(["u"]);
    }

    [Test]
    public async Task An_answer_cannot_enter_another_database()
    {
        using var library = new TinyLibrary().WithKata();
        var session = await TestServers.Postgres.SessionAsync(default);
        await using var first = await ScratchDatabase.CreateAsync(session, library.Catalog.Katas[0], default);
        await using var second = await ScratchDatabase.CreateAsync(session, library.Catalog.Katas[0], default);
        var stranger = new NpgsqlConnectionStringBuilder(first.Access) { Database = second.Name, Pooling = false };

        var refused = await Should.ThrowAsync<PostgresException>(async () =>
        {
            await using var connection = new NpgsqlConnection(stranger.ConnectionString);
            await connection.OpenAsync();
        });

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Test]
    public async Task Settings_that_an_answer_gives_its_role_end_with_it()
    {
        using var library = new TinyLibrary().WithKata();
        var session = await TestServers.Postgres.SessionAsync(default);
        await using (var first = await ScratchDatabase.CreateAsync(session, library.Catalog.Katas[0], default))
            (await RunAsync(first, "alter role current_user set datestyle = 'German'; alter role current_user password 'mine'")).Failure.ShouldBeNull();

        await using var second = await ScratchDatabase.CreateAsync(session, library.Catalog.Katas[0], default);

        var run = await RunAsync(second, "select date '2026-03-01'");
        run.Result!.Rows[0][0].Text.ShouldBe("2026-03-01");
    }

    [Test]
    public async Task Neither_database_nor_role_is_left_even_when_somebody_is_still_connected()
    {
        using var library = new TinyLibrary().WithKata();
        var session = await TestServers.Postgres.SessionAsync(default);
        var scratch = await ScratchDatabase.CreateAsync(session, library.Catalog.Katas[0], default);
        await using var lingering = new NpgsqlConnection(scratch.Access + ";Pooling=false");
        await lingering.OpenAsync();

        await scratch.DisposeAsync();

        (await CountAsync(session, $"select count(*) from pg_database where datname = '{scratch.Name}'")).ShouldBe(0);
        (await CountAsync(session, $"select count(*) from pg_roles where rolname = '{scratch.Name}'")).ShouldBe(0);
    }

    /// <summary>A server that is told to give up making a database can let whoever drops one wait for ten seconds, and for a minute.</summary>
    [Test, CancelAfter(60_000)]
    public async Task A_database_that_nobody_wants_any_more_holds_up_no_other(CancellationToken cancellation)
    {
        using var library = new TinyLibrary().WithKata();
        var kata = library.Catalog.Katas[0];
        var session = await TestServers.Postgres.SessionAsync(default);
        for (var round = 0; round < 100; round++)
        {
            var used = await ScratchDatabase.CreateAsync(session, kata, cancellation);
            using var end = new CancellationTokenSource();
            var making = Task.Run(() => ScratchDatabase.CreateAsync(session, kata, end.Token), cancellation);
            await Task.Delay(round % 10, cancellation);
            var dropping = used.DropAsync();
            await Task.Delay(round / 10 % 5, cancellation);
            await end.CancelAsync();
            if (await Task.WhenAny(making) is { IsCompletedSuccessfully: true })
                await (await making).DropAsync();
            await dropping.WaitAsync(cancellation);
        }
    }

    [Test]
    public async Task A_changed_schema_makes_a_new_template_and_drops_the_old_one()
    {
        using var library = new TinyLibrary().WithKata("sql/templates/01-kata");
        var kata = library.Catalog.Katas[0];
        var session = await TestServers.Postgres.SessionAsync(default);

        var first = await session.Templates.ProvideAsync(kata, default);
        var again = await session.Templates.ProvideAsync(kata, default);
        library.Write("katas/sql/templates/01-kata/schema.sql", "create table other (id int)");
        var changed = await session.Templates.ProvideAsync(kata, default);

        again.ShouldBe(first);
        changed.ShouldNotBe(first);
        (await CountAsync(session, $"select count(*) from pg_database where datname = '{first}'")).ShouldBe(0);
        (await CountAsync(session, $"select count(*) from pg_database where datname = '{changed}'")).ShouldBe(1);
    }

    [Test]
    public async Task Every_kind_of_value_arrives_as_the_server_prints_it()
    {
        using var library = new TinyLibrary().WithKata();
        var session = await TestServers.Postgres.SessionAsync(default);
        await using var scratch = await ScratchDatabase.CreateAsync(session, library.Catalog.Katas[0], default);

        var run = await RunAsync(scratch, """
            select 1::smallint, 12345678901234567890123456789012345678901234567890.5, 1.5::float8, 'NaN'::numeric, true, 'x  '::char(5), '',
                   null::int, date '2026-03-01', timestamp '2026-03-01 10:00', timestamptz '2026-03-01 10:00+02', interval '1 month 2 days',
                   '{"b":1,"a":[2]}'::jsonb, array[1, null, 3], array[array['a,b', 'c"d'], array['', 'NULL']], '\xdeadbeef'::bytea, int4range(1, 5)
            """);

        var row = run.Result!.Rows.ShouldHaveSingleItem();
        row.Select(value => value.Text).ShouldBe(
        [
            "1", "12345678901234567890123456789012345678901234567890.5", "1.5", "NaN", "true", "x", "",
            null, "2026-03-01", "2026-03-01 10:00:00", "2026-03-01 08:00:00+00", "1 mon 2 days",
            "{\"a\": [2], \"b\": 1}", "{1,NULL,3}", "{{\"a,b\",\"c\\\"d\"},{\"\",\"NULL\"}}", "\\xdeadbeef", "[1,5)",
        ]);
        row[13].Items!.Select(item => item.Text).ShouldBe(["1", null, "3"]);
        row[14].Items!.SelectMany(items => items.Items!).Select(item => item.Text).ShouldBe(["a,b", "c\"d", "", "NULL"]);
    }

    [Test]
    public async Task Reading_stops_at_the_row_limit()
    {
        using var library = new TinyLibrary().WithKata();
        var session = await TestServers.Postgres.SessionAsync(default);
        await using var scratch = await ScratchDatabase.CreateAsync(session, library.Catalog.Katas[0], default);

        var run = await scratch.RunAsync(SqlScript.Split("select generate_series(1, 100000000)"), isReadOnly: true, new KataLimits(5, 10), default);

        run.Failure.ShouldBeNull();
        run.Result!.Truncated.ShouldBeTrue();
        run.Result.Rows.Count.ShouldBe(10);
    }

    private static Task<ScriptRun> RunAsync(ScratchDatabase scratch, string sql) => scratch.RunAsync(SqlScript.Split(sql), isReadOnly: false, Limits, default);

    private static async Task<long> CountAsync(PostgresSession session, string query)
    {
        await using var connection = await session.ConnectAsync(null, default);
        await using var command = new NpgsqlCommand(query, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
