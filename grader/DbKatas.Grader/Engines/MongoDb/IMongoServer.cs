using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Engines.MongoDb;

/// <summary>Something that runs MongoDB's commands: a server, or what stands in for one. Every run has a database of its own that ends with it.</summary>
public interface IMongoServer : IAsyncDisposable
{
    /// <summary>For verdicts: "MongoDB 8.0.15 (container)", "mingo 7.2.6, standing in for MongoDB".</summary>
    string Description { get; }

    /// <summary>MongoDB's major version; null for a stand-in, which is of none.</summary>
    int? MajorVersion { get; }

    /// <returns>What became of the task, also when an answer is refused, hostile or endless.</returns>
    /// <exception cref="TroubleException">The server is lost, or was never there.</exception>
    Task<MongoRun> RunAsync(MongoTask task, CancellationToken cancellation);

    /// <summary>Runs every answer on every dataset, each run as if it were alone.</summary>
    /// <returns>For each of the seeds, in the same order, a run for each of the answers. Equal runs may be one and the same.</returns>
    /// <exception cref="TroubleException">The server is lost, or was never there.</exception>
    async Task<IReadOnlyList<IReadOnlyList<MongoRun>>> RunAllAsync(MongoBatch batch, CancellationToken cancellation)
    {
        var runs = new List<IReadOnlyList<MongoRun>>();
        foreach (var seed in batch.Seeds)
        {
            var own = new List<MongoRun>();
            foreach (var commands in batch.Answers)
                own.Add(await RunAsync(new MongoTask(seed, commands, batch.Limits), cancellation).ConfigureAwait(false));
            runs.Add(own);
        }
        return runs;
    }

    /// <returns>A database that holds these data, to look around in; null for a stand-in, into which nobody can look.</returns>
    /// <exception cref="TroubleException">The server is lost, or does not take the data.</exception>
    Task<MongoRoom?> OpenAsync(SeedData seed, CancellationToken cancellation);
}

/// <param name="Seeds">What the collections hold before.</param>
/// <param name="Answers">The commands of each answer.</param>
/// <param name="Limits">Time and documents for each run.</param>
public sealed record MongoBatch(IReadOnlyList<SeedData> Seeds, IReadOnlyList<IReadOnlyList<MongoCommand>> Answers, KataLimits Limits);

/// <param name="Seed">What the collections hold before.</param>
/// <param name="Commands">In order; the first that fails ends the run.</param>
/// <param name="Limits">Time for all commands, documents for each result.</param>
public sealed record MongoTask(SeedData Seed, IReadOnlyList<MongoCommand> Commands, KataLimits Limits);

/// <param name="Documents">What the last reading command gave; null when there was none, or after a failure.</param>
/// <param name="Collections">What every collection that is not empty holds after the commands, by name.</param>
/// <param name="Failure">Why the commands did not run to their end; null when they did.</param>
public sealed record MongoRun(DocumentList? Documents, IReadOnlyDictionary<string, DocumentList> Collections, MongoFailure? Failure = null)
{
    public static MongoRun Failed(MongoFailure failure) => new(null, new Dictionary<string, DocumentList>(), failure);
}

/// <param name="Fault">What sort of failure.</param>
/// <param name="Message">The database's words; for <see cref="MongoFault.NeedsServer"/> the name of the thing.</param>
/// <param name="Command">The command at fault; null when the failure is none of a command's.</param>
/// <param name="Position">The place in the answer's file; null where nobody knows.</param>
public sealed record MongoFailure(MongoFault Fault, string Message, MongoCommand? Command = null, int? Position = null);

public enum MongoFault
{
    /// <summary>The database refused a command.</summary>
    Refused,

    /// <summary>The stand-in would not judge it as MongoDB does.</summary>
    NeedsServer,

    /// <summary>The time was over.</summary>
    TookTooLong,

    /// <summary>It took more memory than an answer may.</summary>
    TookTooMuch,
}
