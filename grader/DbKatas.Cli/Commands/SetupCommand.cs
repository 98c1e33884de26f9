using System.CommandLine;
using DbKatas.Engines.Redis;
using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.StandIn;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Engines.Postgres.Local;

namespace DbKatas.Cli.Commands;

internal static class SetupCommand
{
    private static readonly (string Name, Func<Action<string>, CancellationToken, Task> BringAsync)[] Engines =
    [
        (PostgresEngine.Name, (say, cancellation) => PostgresSetup.OfThisUser().EnsureAsync(say, cancellation)),
        (MongoEngine.Name, (say, cancellation) => MingoSetup.OfThisUser().EnsureAsync(say, cancellation)),
        (RedisEngine.Name, (say, cancellation) => RedisSetup.OfThisUser().EnsureAsync(say, cancellation)),
    ];

    public static Command Create()
    {
        var command = new Command("setup", "Bring what this machine lacks for grading; does nothing the second time");
        command.SetAction(async (_, cancellation) =>
        {
            await new PackageFeed(Workplace.Library().Root).AskAgainAsync(Console.WriteLine, cancellation);
            return (await RunAsync(cancellation)).Count == Engines.Length ? ExitCode.Good : ExitCode.Trouble;
        });
        return command;
    }

    /// <summary>Brings one engine after the other. What one of them lacks is said and hinders no other: its katas alone wait for it.</summary>
    /// <returns>The engines, by their names in kata.json, that can grade on this machine now.</returns>
    public static async Task<IReadOnlySet<string>> RunAsync(CancellationToken cancellation)
    {
        var here = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, bringAsync) in Engines)
        {
            try
            {
                await bringAsync(Console.WriteLine, cancellation);
                here.Add(name);
            }
            catch (TroubleException trouble)
            {
                Console.WriteLine(trouble.Message);
            }
        }
        return here;
    }
}
