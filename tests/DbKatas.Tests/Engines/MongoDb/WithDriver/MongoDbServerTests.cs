using DbKatas.Engines.MongoDb;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;
using MongoDB.Bson;
using MongoDB.Driver;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.MongoDb.WithDriver;

/// <summary>What the driver's side asks a server, and what it makes of the answers.</summary>
public sealed class MongoDbServerTests
{
    private const string Pipeline = """{ "collection": "c", "pipeline": [{ "$match": { "n": 1 } }] }""";

    [Test]
    public async Task Loads_the_data_runs_the_answer_and_drops_its_database()
    {
        using var mongo = new FakeMongo(Usual);

        var run = await RunAsync(mongo, Pipeline);

        StandInRun.Text(run.Documents).ShouldBe("""{ "_id": 1, "n": 1 }""");
        run.Failure.ShouldBeNull();
        mongo.Names.ShouldBe(["create", "insert", "aggregate", "listCollections", "dropDatabase"]);
        mongo.Commands[1]["documents"].AsBsonArray[0].ToJson().ShouldBe("""{ "_id" : 1, "n" : 1 }""");
        mongo.Commands[2]["maxTimeMS"].ToInt64().ShouldBeInRange(1, 10_000);
        mongo.Commands.Select(command => command["$db"].AsString).Distinct().ShouldHaveSingleItem().ShouldStartWith("dbkatas_");
    }

    [Test]
    public async Task Asks_for_all_batches_of_a_result()
    {
        using var mongo = new FakeMongo(command => command.GetElement(0).Name switch
        {
            "aggregate" => FakeMongo.Batch("c", 7, """[{ "_id": 1 }]"""),
            "getMore" => FakeMongo.Batch("c", 0, """[{ "_id": 2 }]""", "nextBatch"),
            _ => Usual(command),
        });

        var run = await RunAsync(mongo, Pipeline);

        StandInRun.Text(run.Documents).ShouldBe("""{ "_id": 1 } { "_id": 2 }""");
        run.Documents!.Truncated.ShouldBeFalse();
    }

    [Test]
    public async Task Gives_up_a_result_that_is_too_long()
    {
        using var mongo = new FakeMongo(command => command.GetElement(0).Name switch
        {
            "aggregate" => FakeMongo.Batch("c", 7, """[{ "_id": 1 }, { "_id": 2 }, { "_id": 3 }]"""),
            _ => Usual(command),
        });

        var run = await RunAsync(mongo, Pipeline, new KataLimits(Rows: 2));

        run.Documents!.Documents.Count.ShouldBe(2);
        run.Documents.Truncated.ShouldBeTrue();
        mongo.Names.ShouldContain("killCursors");
        mongo.Names.ShouldNotContain("getMore");
    }

    [TestCase(50, MongoFault.TookTooLong, "")]
    [TestCase(146, MongoFault.TookTooMuch, "MongoDB says: no")]
    [TestCase(40324, MongoFault.Refused, "MongoDB says: no")]
    public async Task Tells_why_the_server_refuses_and_drops_the_database(int code, MongoFault fault, string message)
    {
        using var mongo = new FakeMongo(command => command.GetElement(0).Name == "aggregate" ? FakeMongo.Refusal(code, "no.") : Usual(command));

        var run = await RunAsync(mongo, Pipeline);

        run.Failure.ShouldNotBeNull();
        (run.Failure.Fault, run.Failure.Message).ShouldBe((fault, message));
        mongo.Names.Last().ShouldBe("dropDatabase");
    }

    [Test]
    public async Task A_document_that_is_refused_fails_the_answer()
    {
        using var mongo = new FakeMongo(command => command.GetElement(0).Name == "update"
            ? FakeMongo.Ok("""{ "n": 0, "writeErrors": [{ "index": 0, "code": 11000, "errmsg": "E11000 duplicate key." }] }""")
            : Usual(command));

        var run = await RunAsync(mongo, """{ "collection": "c", "updateOne": { "filter": { "n": 1 }, "update": { "$set": { "n": 2 } } } }""");

        run.Failure!.Message.ShouldBe("MongoDB says: E11000 duplicate key");
    }

    [Test]
    public async Task A_server_that_goes_away_is_the_servers_trouble()
    {
        using var mongo = new FakeMongo(command => command.GetElement(0).Name == "aggregate" ? null : Usual(command));

        var trouble = await Should.ThrowAsync<TroubleException>(() => RunAsync(mongo, Pipeline));

        trouble.Message.ShouldBe("MongoDB stopped answering while this answer ran. Run again; the other answers keep their verdicts.");
    }

    [Test]
    public async Task A_room_holds_the_data_until_it_is_left()
    {
        using var mongo = new FakeMongo(Usual);
        await using var server = Server(mongo);

        await using (var room = await server.OpenAsync(StandInRun.SeedOf("""{ "c": [{ "_id": 1 }], "empty": [] }"""), default))
        {
            room!.Shell.ShouldBe("mongosh HERE");
            room.Database.ShouldBe(mongo.Commands[0]["$db"].AsString);
            mongo.Names.ShouldBe(["create", "insert", "create"]);
        }

        mongo.Names.Last().ShouldBe("dropDatabase");
    }

    [Test]
    public void Data_that_the_server_refuses_are_the_katas_fault()
    {
        using var mongo = new FakeMongo(command => command.GetElement(0).Name == "insert"
            ? FakeMongo.Ok("""{ "n": 0, "writeErrors": [{ "index": 0, "code": 11000, "errmsg": "E11000 duplicate key" }] }""")
            : Usual(command));

        Should.Throw<TroubleException>(() => RunAsync(mongo, Pipeline)).Message
            .ShouldBe("The kata itself is at fault: MongoDB does not take its data into c: E11000 duplicate key");
    }

    private static BsonDocument Usual(BsonDocument command) => command.GetElement(0).Name switch
    {
        "aggregate" => FakeMongo.Batch("c", 0, """[{ "_id": 1, "n": 1 }]"""),
        "listCollections" => FakeMongo.Batch("$cmd.listCollections", 0, "[]"),
        "insert" or "update" => FakeMongo.Ok("""{ "n": 1 }"""),
        _ => FakeMongo.Ok(),
    };

    private static MongoDbServer Server(FakeMongo mongo) => new(new MongoClient(mongo.Address), new MongoVersion("8.0.15", 8), "container", "mongosh HERE");

    private static async Task<MongoRun> RunAsync(FakeMongo mongo, string answer, KataLimits? limits = null)
    {
        var root = JsonReader.Read(answer)!;
        var commands = (root["pipeline"] is null ? AnswerShape.Update : AnswerShape.Pipeline).Read(root);
        await using var server = Server(mongo);
        return await server.RunAsync(new MongoTask(StandInRun.SeedOf("""{ "c": [{ "_id": 1, "n": 1 }] }"""), commands, limits ?? new KataLimits()), default);
    }
}
