using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;
using MongoDB.Driver;

namespace DbKatas.Engines.MongoDb;

/// <summary>A real server. Each run has a database of its own, which is dropped after it.</summary>
/// <param name="client">Disposed with this.</param>
/// <param name="version">As the server says it.</param>
/// <param name="origin">How the server came to be, for the verdict: "container", "DBKATAS_MONGODB".</param>
/// <param name="shell">The command that opens MongoDB's shell on it.</param>
internal class MongoDbServer(IMongoClient client, MongoVersion version, string origin, string shell) : IMongoServer
{
    // MongoDB's code for a command that took longer than its maxTimeMS.
    private const int MaxTimeExpired = 50;

    // And for one that needed more memory than a stage may have.
    private const int ExceededMemoryLimit = 146;

    public string Description => $"MongoDB {version.Number} ({origin})";

    public int? MajorVersion => version.Major;

    public async Task<MongoRun> RunAsync(MongoTask task, CancellationToken cancellation)
    {
        var name = NewName();
        try
        {
            return await RunAsync(new ScratchDatabase(client.GetDatabase(name), task.Limits), task, cancellation);
        }
        catch (Exception lost) when (lost is MongoConnectionException or TimeoutException)
        {
            throw new TroubleException("MongoDB stopped answering while this answer ran. Run again; the other answers keep their verdicts.", lost);
        }
        finally
        {
            await DropAsync(name);
        }
    }

    public async Task<MongoRoom?> OpenAsync(SeedData seed, CancellationToken cancellation)
    {
        var name = NewName();
        try
        {
            await new ScratchDatabase(client.GetDatabase(name), new KataLimits()).LoadAsync(seed, cancellation);
            return new MongoRoom(shell, name, () => DropAsync(name));
        }
        catch (Exception failure)
        {
            await DropAsync(name);
            if (failure is MongoConnectionException or TimeoutException)
                throw new TroubleException("MongoDB stopped answering while the kata's data were loaded. Run again.", failure);
            throw;
        }
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string NewName() => $"dbkatas_{Guid.NewGuid():N}";

    private static async Task<MongoRun> RunAsync(ScratchDatabase database, MongoTask task, CancellationToken cancellation)
    {
        await database.LoadAsync(task.Seed, cancellation);
        DocumentList? documents = null;
        foreach (var command in task.Commands)
        {
            try
            {
                documents = await database.ExecuteAsync(command, cancellation) ?? documents;
            }
            catch (MongoExecutionTimeoutException)
            {
                return MongoRun.Failed(new MongoFailure(MongoFault.TookTooLong, "", command));
            }
            catch (WriteRefusedException refused)
            {
                return MongoRun.Failed(new MongoFailure(MongoFault.Refused, $"MongoDB says: {refused.Message.TrimEnd('.')}", command));
            }
            catch (MongoCommandException refused)
            {
                return MongoRun.Failed(new MongoFailure(FaultOf(refused.Code), $"MongoDB says: {refused.ErrorMessage.TrimEnd('.')}", command));
            }
        }
        return new MongoRun(documents, await database.ReadCollectionsAsync(cancellation));
    }

    private static MongoFault FaultOf(int code) => code switch
    {
        MaxTimeExpired => MongoFault.TookTooLong,
        ExceededMemoryLimit => MongoFault.TookTooMuch,
        _ => MongoFault.Refused,
    };

    private async Task DropAsync(string name)
    {
        try
        {
            await client.DropDatabaseAsync(name, CancellationToken.None);
        }
        catch (Exception gone) when (gone is MongoException or TimeoutException)
        {
            // The verdict that was just reached must not be lost over a leftover.
        }
    }
}
