using System.CommandLine;
using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb.StandIn;
using DbKatas.Grader.Engines.Postgres.Local;

namespace DbKatas.Cli.Commands;

internal static class SetupCommand
{
    public static Command Create()
    {
        var command = new Command("setup", "Bring what this machine lacks for grading; does nothing the second time");
        command.SetAction(async (_, cancellation) =>
        {
            await new PackageFeed(Workplace.Library().Root).AskAgainAsync(Console.WriteLine, cancellation);
            return await RunAsync(cancellation) ? ExitCode.Good : ExitCode.Trouble;
        });
        return command;
    }

    /// <returns>Whether every engine is here. Without Redis, which not every machine can be brought, all other katas are graded as ever.</returns>
    /// <exception cref="TroubleException">PostgreSQL, which most katas need, can't be brought.</exception>
    public static async Task<bool> RunAsync(CancellationToken cancellation)
    {
        await PostgresSetup.OfThisUser().EnsureAsync(Console.WriteLine, cancellation);
        await MingoSetup.OfThisUser().EnsureAsync(Console.WriteLine, cancellation);
        try
        {
            await RedisSetup.OfThisUser().EnsureAsync(Console.WriteLine, cancellation);
            return true;
        }
        catch (TroubleException trouble)
        {
            Console.WriteLine(trouble.Message);
            return false;
        }
    }
}
