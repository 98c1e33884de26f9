using System.CommandLine;
using DbKatas.Composition;
using DbKatas.Engines.Redis;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Commands;

internal static class DatabaseCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The kata's id, or a part of it that no other has" };
        var command = new Command("db", "Bring up a kata's database to look around in, until you press Ctrl-C") { id };
        var folders = new LibraryOptions().AddTo(command);
        command.SetAction((arguments, cancellation) => OpenAsync(folders.Read(arguments), arguments.GetValue(id)!, cancellation));
        return command;
    }

    private static async Task<int> OpenAsync(KataLibrary library, string pattern, CancellationToken cancellation)
    {
        var kata = Workplace.FindOne(library, pattern);
        if (kata.Kind == KataKind.Quiz)
        {
            Console.WriteLine($"{kata.Id} is a quiz: there is no database to it. The questions: {KataCall.Of("show", kata)}");
            return ExitCode.Good;
        }
        if (kata.Engines.Contains(MongoEngine.Name))
            await OpenMongoDbAsync(kata, cancellation);
        else if (kata.Engines.Contains(RedisEngine.Name))
            await OpenRedisAsync(kata, cancellation);
        else
            await OpenPostgresAsync(kata, cancellation);
        return ExitCode.Good;
    }

    private static async Task OpenMongoDbAsync(Kata kata, CancellationToken cancellation)
    {
        var seed = SeedData.Read(kata);
        await using var engine = StandardGrader.MongoDb();
        var server = await engine.ServerAsync(cancellation);
        await using var room = await server.OpenAsync(seed, cancellation);
        if (room is null)
            Console.WriteLine(NoRoom(kata, server));
        else
            await WaitAsync(kata, server.Description, $"""
                In a terminal:        {room.Shell}
                and in the shell:     use {room.Database}
                """, cancellation);
    }

    private static string NoRoom(Kata kata, IMongoServer server) => $"""
        {kata.Id} is graded by {server.Description}: there is no server to look around in.

        Its data:             {TextFile.Shown(kata.SchemaPath)}
        What a part does:     write that part alone into {kata.AnswerFile}; the verdict shows what it gives: {KataCall.Of("grade", kata)}

        With Docker you can have a MongoDB server, and look around in it:
        {MongoProviders.ServerCommands}
          {KataCall.Of("db", kata)}
        """;

    private static async Task OpenPostgresAsync(Kata kata, CancellationToken cancellation)
    {
        await using var engine = StandardGrader.Postgres();
        var session = await engine.SessionAsync(cancellation);
        await using var scratch = await ScratchDatabase.CreateForToolsAsync(session, kata, cancellation);
        await WaitAsync(kata, session.Description, $"""
            In a terminal:        psql "{scratch.Address}"
            In a database tool:   {scratch.Access}
            """, cancellation);
    }

    private static async Task OpenRedisAsync(Kata kata, CancellationToken cancellation)
    {
        await using var engine = StandardGrader.Redis();
        await using var scratch = await engine.ScratchAsync(cancellation);
        // Where the answer is C#, each check makes the data that it needs.
        if (kata.Kind != KataKind.Code)
            await KataCommands.LoadAsync(kata, scratch, cancellation);
        var door = scratch.OpenDoor();
        await WaitAsync(kata, scratch.Session.Description, $"""
            In a terminal:        redis-cli -p {door.Port}
            In a program:         {door.ConnectionString}
            """, cancellation);
    }

    private static async Task WaitAsync(Kata kata, string server, string ways, CancellationToken cancellation)
    {
        Console.WriteLine($"""
            {kata.Id} is up on {server}. Do in it what you like: it is a copy.

            {ways}

            Ctrl-C ends it and throws the copy away.
            """);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("Thrown away.");
        }
    }
}
