using System.ComponentModel;
using System.Diagnostics;
using DbKatas.CSharp;
using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Containers;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.MongoDb.StandIn;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Engines.Postgres.Local;

namespace DbKatas.Cli.Doctoring;

/// <summary>What this machine has of all that grading may use. Programs are asked for their version and end at once.</summary>
/// <param name="root">The clone.</param>
internal sealed class MachineCheck(string root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CacheFolder _cache = CacheFolder.OfThisUser();

    public async Task<IReadOnlyList<MachinePart>> PartsAsync(CancellationToken cancellation) =>
    [
        await VersionAsync(".NET SDK", "dotnet", "install the .NET 10 SDK: https://dot.net/download", cancellation),
        await FeedAsync(cancellation),
        await DockerAsync(),
        await FoundAsync("PostgreSQL", Mends.FromNpm, async () =>
            await PostgresPrograms.OfThisMachine(_cache).FindAsync(cancellation) is { } program ? $"{program.Number}, {program.Folder}{Foreign(program.Major)}" : null),
        await FoundAsync("Redis", Mends.Redis, async () => await RedisPrograms.OfThisMachine(_cache).FindAsync(cancellation) is { } program ? $"{program.Number}, {program.File}" : null),
        await VersionAsync("Node.js", "node", Mends.Node, cancellation),
        await VersionAsync("npm", "npm", Mends.Node, cancellation),
        await FoundAsync("mingo", Mends.FromNpm, () => Task.FromResult(MingoPackage.IsIn(_cache) ? $"{MingoPackage.Version}, stands in for MongoDB" : null)),
        await SandboxAsync(cancellation),
    ];

    private static string Foreign(int major) => PostgresVersion.NoteFor(major) is null ? "" : $"; the katas are written for {PostgresVersion.Pinned}";

    private static async Task<MachinePart> FoundAsync(string name, string mend, Func<Task<string?>> findAsync)
    {
        try
        {
            return await findAsync() is { } words ? new MachinePart(name, words) : new MachinePart(name, "is not here", false, mend);
        }
        catch (TroubleException trouble)
        {
            return new MachinePart(name, trouble.Message, false, mend);
        }
    }

    private static Task<MachinePart> VersionAsync(string name, string program, string mend, CancellationToken cancellation) => FoundAsync(name, mend, async () =>
    {
        if (ProgramPath.Find(program) is not { } path)
            return null;
        try
        {
            var run = await ProgramRun.OfAsync(new ProcessStartInfo(path, ["--version"]), Patience, cancellation);
            return run.ExitCode == 0 ? $"{run.Output.Trim().Split('\n')[0].Trim().TrimStart('v')}, {path}" : null;
        }
        catch (Exception silent) when (silent is Win32Exception or TimeoutException)
        {
            return null;
        }
    });

    private async Task<MachinePart> FeedAsync(CancellationToken cancellation)
    {
        const string name = "package feed";
        const string about = "This package feed ";
        var lacks = await new PackageFeed(root).AnswerAsync(cancellation);
        return lacks switch
        {
            null => new MachinePart(name, "has not been asked yet what it holds", false, Mends.Setup),
            "" => new MachinePart(name, "holds everything that the engines need"),
            _ when !lacks.StartsWith(about, StringComparison.Ordinal) => new MachinePart(name, lacks, false, Mends.Setup),
            // Nothing to mend: what is used instead is said. A fuller feed is asked by the setup.
            _ => new MachinePart(name, lacks[about.Length..].TrimEnd('.'), false),
        };
    }

    private static async Task<MachinePart> DockerAsync()
    {
        const string name = "Docker";
        var mode = ContainerModes.OfEnvironment();
        if (mode == ContainerMode.Off)
            return new MachinePart(name, $"is not asked: {ContainerModes.Variable} is off", false);
        var docker = DockerLookup.OfThisUser(mode, _ => { });
        using var engine = await docker.FindAsync();
        return new MachinePart(name, engine is not null ? $"answers on {engine.Address.Place}" : docker.WhyNone ?? "is not here, and nothing needs it", engine is not null);
    }

    private static async Task<MachinePart> SandboxAsync(CancellationToken cancellation)
    {
        const string name = "bubblewrap";
        if (await Sandbox.FindAsync(cancellation) is not null)
            return new MachinePart(name, "works: other people's C# answers run in a sandbox");
        return OperatingSystem.IsLinux()
            ? new MachinePart(name, "is not here or may not work; only grading other people's C# wants it", false, "apt-get install bubblewrap")
            : new MachinePart(name, "is for Linux alone; grade other people's C# in a container", false);
    }
}
