using DbKatas.Engines.MongoDb;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.MongoDb;
using MongoDB.Bson;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.MongoDb.WithDriver;

public sealed class MongoConnectionStringTests
{
    private const string OtherWay = "Or unset DBKATAS_MONGODB to grade with mingo, which stands in for MongoDB.";

    [TestCase(null)]
    [TestCase(" ")]
    public async Task Without_a_string_this_way_is_not_open(string? text) => (await AskAsync(text)).ShouldBeNull();

    [Test]
    public async Task A_server_that_answers_is_taken()
    {
        using var mongo = new FakeMongo(_ => FakeMongo.Ok("""{ "version": "8.0.15" }"""));

        await using var server = await AskAsync(mongo.Address);

        (server!.Description, server.MajorVersion).ShouldBe(("MongoDB 8.0.15 (DBKATAS_MONGODB)", 8));
    }

    [TestCase("localhost:27017")]
    [TestCase("mongodb://user:secret-word@")]
    public async Task What_can_not_be_read_is_told_without_the_password(string text)
    {
        var trouble = await TroubleAsync(text);

        trouble.ShouldStartWith("DBKATAS_MONGODB holds no connection string that can be read. Write it as in mongodb://localhost:27017 ");
        trouble.ShouldEndWith(OtherWay);
        trouble.ShouldNotContain("secret-word");
    }

    [Test]
    public async Task A_server_that_does_not_answer_is_told()
    {
        var port = FreePort.Any();

        (await TroubleAsync($"mongodb://127.0.0.1:{port}")).ShouldBe(
            $"MongoDB did not answer on 127.0.0.1:{port} (from DBKATAS_MONGODB) within 0.3 s. Start it with: docker compose up -d mongo. {OtherWay}");
    }

    [Test]
    public async Task A_server_that_is_too_old_is_told()
    {
        using var mongo = new FakeMongo(_ => FakeMongo.Ok("""{ "version": "5.0.31" }"""));

        (await TroubleAsync(mongo.Address)).ShouldBe($"The server on {mongo.Place} (from DBKATAS_MONGODB) is MongoDB 5.0.31; the katas need 6.0 or newer. {OtherWay}");
    }

    [Test]
    public async Task A_wrong_password_is_told()
    {
        using var mongo = new FakeMongo(_ => FakeMongo.Refusal(18, "Authentication failed."));

        (await TroubleAsync(mongo.Address.Replace("mongodb://", "mongodb://ann:wrong@", StringComparison.Ordinal))).ShouldBe(
            $"MongoDB on {mongo.Place} (from DBKATAS_MONGODB) refused the user name or the password. {OtherWay}");
    }

    [Test]
    public async Task A_fresh_replica_set_is_initiated_and_is_ready_when_it_takes_writes()
    {
        var greeting = new BsonDocument("isWritablePrimary", false);
        using var mongo = new FakeMongo(
            command =>
            {
                if (command.Contains("replSetInitiate"))
                    greeting.Merge(new BsonDocument { ["setName"] = "rs0", ["isWritablePrimary"] = true, ["hosts"] = new BsonArray { "localhost:27017" } }, overwriteExistingElements: true);
                return FakeMongo.Ok("""{ "version": "8.0.15" }""");
            },
            greeting);
        using var set = new MongoSet(mongo.Address, "rs0", 27017);

        (await set.IsReadyAsync(default)).ShouldBeFalse();
        (await set.IsReadyAsync(default)).ShouldBeTrue();

        set.Version.ShouldBe(new MongoVersion("8.0.15", 8));
        mongo.Commands[0]["replSetInitiate"].ToJson().ShouldBe("""{ "_id" : "rs0", "members" : [{ "_id" : 0, "host" : "localhost:27017" }] }""");
        mongo.Names.ShouldBe(["replSetInitiate", "buildInfo"]);
    }

    private static Task<IMongoServer?> AskAsync(string? text) => new MongoConnectionStringProvider(text, TimeSpan.FromSeconds(5)).TryStartAsync(default);

    private static async Task<string> TroubleAsync(string text) =>
        (await Should.ThrowAsync<TroubleException>(() => new MongoConnectionStringProvider(text, TimeSpan.FromSeconds(0.3)).TryStartAsync(default))).Message;
}
