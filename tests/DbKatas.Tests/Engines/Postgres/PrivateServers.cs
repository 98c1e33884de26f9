using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Engines.Postgres.Local;
using Npgsql;
using NUnit.Framework;

namespace DbKatas.Tests.Engines.Postgres;

/// <summary>Private servers of the tests: this machine's programs, one initdb for all tests, data in each test's own folder.</summary>
[SetUpFixture]
internal sealed class PrivateServers
{
    private static readonly ScratchFolder Shared = new();

    public static CacheFolder Cache { get; } = new(Shared.At("cache"));

    /// <summary>What `./kata setup` brought, or the machine has.</summary>
    public static PostgresPrograms Programs { get; } = PostgresPrograms.OfThisMachine(CacheFolder.OfThisUser());

    public static LocalServerProvider In(ScratchFolder folder) => new(Programs, Cache, folder.At("data"));

    public static async Task<PostgresServer> StartAsync(ScratchFolder folder) => (await In(folder).TryStartAsync(default))!;

    public static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    [OneTimeTearDown]
    public void RemoveTheCache() => Shared.Dispose();
}
