using System.Diagnostics;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;
using MongoDB.Bson;
using MongoDB.Driver;

namespace DbKatas.Engines.MongoDb;

/// <summary>The database of one run: loads a kata's data, runs commands, reads what is there.</summary>
/// <param name="database">Empty, and this run's alone.</param>
/// <param name="limits">Time for all commands, documents for each result.</param>
internal sealed class ScratchDatabase(IMongoDatabase database, KataLimits limits)
{
    private readonly Stopwatch _clock = new();

    public async Task LoadAsync(SeedData seed, CancellationToken cancellation)
    {
        foreach (var (name, documents) in BsonDocument.Parse(seed.Json).Elements.Select(element => (element.Name, element.Value.AsBsonArray)))
        {
            // An empty collection is a collection too.
            await database.CreateCollectionAsync(name, cancellationToken: cancellation);
            if (documents.Count == 0)
                continue;
            try
            {
                await database.GetCollection<BsonDocument>(name).InsertManyAsync(documents.Select(document => document.AsBsonDocument), cancellationToken: cancellation);
            }
            catch (MongoBulkWriteException refused)
            {
                throw new TroubleException($"The kata itself is at fault: MongoDB does not take its data into {name}: {refused.WriteErrors[0].Message}", refused);
            }
        }
        _clock.Start();
    }

    /// <returns>The documents that a query gives; null for a command that gives none.</returns>
    /// <exception cref="MongoCommandException">The server refuses the command.</exception>
    /// <exception cref="WriteRefusedException">The server refuses to write a document.</exception>
    /// <exception cref="MongoExecutionTimeoutException">The time of all commands is over.</exception>
    public async Task<DocumentList?> ExecuteAsync(MongoCommand command, CancellationToken cancellation)
    {
        var document = BsonDocument.Parse(command.Json);
        // The server stops a command by itself; 0 would mean "never".
        document["maxTimeMS"] = Math.Max(1, limits.Seconds * 1000 - _clock.ElapsedMilliseconds);
        if (command.Reads)
            return await ReadAsync(command, document, cancellation);
        var reply = await database.RunCommandAsync<BsonDocument>(document, cancellationToken: cancellation);
        // A write that is refused for one document is no error of the command.
        if (reply.TryGetValue("writeErrors", out var errors))
            throw new WriteRefusedException(errors[0]["errmsg"].AsString);
        return null;
    }

    /// <summary>What every collection that is not empty holds now, by name.</summary>
    public async Task<IReadOnlyDictionary<string, DocumentList>> ReadCollectionsAsync(CancellationToken cancellation)
    {
        var contents = new SortedDictionary<string, DocumentList>(StringComparer.Ordinal);
        foreach (var name in await (await database.ListCollectionNamesAsync(cancellationToken: cancellation)).ToListAsync(cancellation))
        {
            using var cursor = await database.GetCollection<BsonDocument>(name).FindAsync(FilterDefinition<BsonDocument>.Empty, cancellationToken: cancellation);
            var held = await TakeAsync(cursor, cancellation);
            if (held.Documents.Count > 0)
                contents[name] = held;
        }
        return contents;
    }

    private async Task<DocumentList> ReadAsync(MongoCommand command, BsonDocument document, CancellationToken cancellation)
    {
        var reply = await database.RunCommandAsync<BsonDocument>(document, cancellationToken: cancellation);
        var cursor = reply["cursor"].AsBsonDocument;
        var documents = cursor["firstBatch"].AsBsonArray.Select(item => item.AsBsonDocument).ToList();
        while (cursor["id"].ToInt64() is var id and not 0 && documents.Count <= limits.Rows)
        {
            var more = new BsonDocument { ["getMore"] = id, ["collection"] = command.Collection };
            cursor = (await database.RunCommandAsync<BsonDocument>(more, cancellationToken: cancellation))["cursor"].AsBsonDocument;
            documents.AddRange(cursor["nextBatch"].AsBsonArray.Select(item => item.AsBsonDocument));
        }
        if (cursor["id"].ToInt64() is var open and not 0)
            await database.RunCommandAsync<BsonDocument>(
                new BsonDocument { ["killCursors"] = command.Collection, ["cursors"] = new BsonArray { open } }, cancellationToken: cancellation);
        return Listed(documents);
    }

    private async Task<DocumentList> TakeAsync(IAsyncCursor<BsonDocument> cursor, CancellationToken cancellation)
    {
        var documents = new List<BsonDocument>();
        while (documents.Count <= limits.Rows && await cursor.MoveNextAsync(cancellation))
            documents.AddRange(cursor.Current);
        return Listed(documents);
    }

    private DocumentList Listed(List<BsonDocument> documents) => new([.. documents.Take(limits.Rows).Select(BsonReading.Read)], documents.Count > limits.Rows);
}
