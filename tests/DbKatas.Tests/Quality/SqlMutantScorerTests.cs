using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Quality;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Quality;

public class SqlMutantScorerTests
{
    [Test]
    public async Task A_server_without_a_connection_left_is_told_in_words_and_nothing_stays_there()
    {
        using var library = new TinyLibrary().WithKata("sql/narrow/01-kata");
        var own = await TestServers.Postgres.SessionAsync(default);
        await own.ExecuteAsync(default, "create role narrow login createdb createrole password 'secret' connection limit 1",
            $"grant {PostgresSession.OwnerRole} to narrow with admin option", "grant connect on database postgres to narrow");
        var text = own.ConnectionString("postgres");
        (text.Username, text.Password) = ("narrow", "secret");
        await using (var engine = new PostgresEngine(_ => Task.FromResult(new PostgresServer(text.ConnectionString, "DBKATAS_POSTGRES"))))
        {
            var kata = library.Catalog.Katas[0];

            var disturbed = await Should.ThrowAsync<DisturbedException>(
                () => new SqlMutantScorer(engine).ScoreAsync(kata, Path.Combine(library.Library.Solutions, kata.Id, kata.AnswerFile), default));

            disturbed.Message.ShouldBe("PostgreSQL ran out of something that all answers share: too many connections for role \"narrow\". Run again.");
        }
        (await own.NamesAsync("select datname from pg_database where pg_get_userbyid(datdba) = 'narrow'", default)).ShouldBeEmpty();
        await own.ExecuteAsync(default, "drop owned by narrow", "drop role narrow");
    }
}
