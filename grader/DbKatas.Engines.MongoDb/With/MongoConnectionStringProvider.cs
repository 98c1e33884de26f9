using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.Core.Configuration;

namespace DbKatas.Engines.MongoDb;

/// <summary>A server that somebody else runs and names in the environment: docker-compose's, a class server, a managed cloud database.</summary>
/// <param name="connectionString">mongodb://… or mongodb+srv://…; null or empty when there is none.</param>
/// <param name="patience">How long a server may take to answer; it may be starting just now.</param>
public sealed class MongoConnectionStringProvider(string? connectionString, TimeSpan patience) : IMongoProvider
{
    private const string OtherWay = $"Or unset {MongoProviders.Variable} to grade with mingo, which stands in for MongoDB.";

    private readonly TimeSpan _patience = patience;

    // The string may hold a password, so it is not printed: the shell finds it where the grader did.
    private static string Shell => OperatingSystem.IsWindows() ? $"mongosh \"%{MongoProviders.Variable}%\"" : $"mongosh \"${MongoProviders.Variable}\"";

    public string Name => "your server";

    public string NamedBy => MongoProviders.Variable;

    public async Task<WayFinding> LookAsync(CancellationToken cancellation)
    {
        var server = await TryStartAsync(cancellation);
        if (server is null)
            return this.Closed($"{MongoProviders.Variable} is not set.");
        await using (server)
            return this.Open($"{server.Description} answers.");
    }

    public async Task<IMongoServer?> TryStartAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
            return null;
        var settings = Read(connectionString);
        var place = string.Join(", ", settings.Servers.Select(server => server.ToString()));
        var client = new MongoClient(settings);
        try
        {
            return await AskAsync(client, place, cancellation);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private MongoClientSettings Read(string text)
    {
        try
        {
            var settings = MongoClientSettings.FromConnectionString(text);
            settings.ServerSelectionTimeout = settings.ConnectTimeout = _patience;
            settings.ApplicationName = "dbkatas";
            return settings;
        }
        catch (Exception fault) when (fault is MongoConfigurationException or ArgumentException or FormatException)
        {
            // The driver's own words quote the text, and a password may stand anywhere in it.
            throw new TroubleException(
                $"{MongoProviders.Variable} holds no connection string that can be read. Write it as in mongodb://localhost:27017 "
                + $"(write signs such as @ : / # in a password as %40 %3A %2F %23). {OtherWay}", fault);
        }
    }

    private async Task<IMongoServer> AskAsync(MongoClient client, string place, CancellationToken cancellation)
    {
        BsonDocument build;
        try
        {
            build = await client.GetDatabase("admin").RunCommandAsync<BsonDocument>(new BsonDocument("buildInfo", 1), cancellationToken: cancellation);
        }
        catch (MongoAuthenticationException refused)
        {
            throw new TroubleException($"MongoDB on {place} (from {MongoProviders.Variable}) refused the user name or the password. {OtherWay}", refused);
        }
        catch (Exception silent) when (silent is TimeoutException or MongoException)
        {
            var local = place.StartsWith("localhost", StringComparison.Ordinal) || place.StartsWith("127.0.0.1", StringComparison.Ordinal);
            var start = local ? "Start it with: docker compose up -d mongo." : "Is it running, and is the address right?";
            throw new TroubleException($"MongoDB did not answer on {place} (from {MongoProviders.Variable}) within {_patience.TotalSeconds:0.#} s. {start} {OtherWay}", silent);
        }
        var version = MongoVersion.Of(build["version"].AsString, $"on {place} (from {MongoProviders.Variable})", OtherWay);
        return new MongoDbServer(client, version, MongoProviders.Variable, Shell);
    }
}
