using System.Globalization;
using MongoDB.Bson;
using MongoDB.Driver;

namespace DbKatas.Engines.MongoDb;

/// <summary>A fresh server that is to be a replica set of one, and answers only when somebody has initiated it.</summary>
/// <param name="address">A connection string that leads to this server alone.</param>
/// <param name="name">The set's, as the server was started with.</param>
/// <param name="port">On which the server knows itself.</param>
internal sealed class MongoSet(string address, string name, int port) : IDisposable
{
    private const int AlreadyInitialized = 23;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Lives on with the server that is made of it.</summary>
    public MongoClient Client { get; } = new(Settings(address));

    /// <summary>Known when the server is ready.</summary>
    public MongoVersion? Version { get; private set; }

    /// <summary>Asks the server, and initiates the set when nobody has.</summary>
    /// <returns>Whether it takes writes now.</returns>
    /// <exception cref="MongoCommandException">The server answers, and refuses.</exception>
    public async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        try
        {
            var admin = Client.GetDatabase("admin");
            var hello = await AskAsync(admin, new BsonDocument("hello", 1), cancellation).ConfigureAwait(false);
            if (!hello.Contains("setName"))
                await InitiateAsync(admin, cancellation).ConfigureAwait(false);
            if (!hello["isWritablePrimary"].AsBoolean)
                return false;
            var build = await AskAsync(admin, new BsonDocument("buildInfo", 1), cancellation).ConfigureAwait(false);
            Version = MongoVersion.Of(build["version"].AsString, "in the container", "");
            return true;
        }
        catch (Exception silent) when (silent is TimeoutException or MongoConnectionException)
        {
            return false;
        }
    }

    public void Dispose() => Client.Dispose();

    private async Task InitiateAsync(IMongoDatabase admin, CancellationToken cancellation)
    {
        var itself = string.Create(CultureInfo.InvariantCulture, $"localhost:{port}");
        var members = new BsonArray { new BsonDocument { ["_id"] = 0, ["host"] = itself } };
        try
        {
            await AskAsync(admin, new BsonDocument("replSetInitiate", new BsonDocument { ["_id"] = name, ["members"] = members }), cancellation).ConfigureAwait(false);
        }
        catch (MongoCommandException twice) when (twice.Code == AlreadyInitialized)
        {
            // Another run was as quick.
        }
    }

    // A server that is no primary yet answers these all the same.
    private static Task<BsonDocument> AskAsync(IMongoDatabase database, BsonDocument command, CancellationToken cancellation) =>
        database.RunCommandAsync<BsonDocument>(command, ReadPreference.Nearest, cancellation);

    private static MongoClientSettings Settings(string address)
    {
        var settings = MongoClientSettings.FromConnectionString(address);
        settings.ServerSelectionTimeout = settings.ConnectTimeout = Patience;
        settings.ApplicationName = "dbkatas";
        return settings;
    }
}
