using NUnit.Framework;

namespace DbKatas.Checks;

/// <summary>Checks of answers that use PostgreSQL. Each check begins with a fresh copy of the kata's schema.sql, so their order is of no account.</summary>
public abstract class PostgresChecks
{
    private PostgresWorld? _database;

    /// <summary>This check's own database.</summary>
    protected PostgresWorld Database => _database!;

    [SetUp]
    public async Task BringUpTheDatabaseAsync() => _database = await PostgresWorld.CreateAsync();

    [TearDown]
    public async Task TakeDownTheDatabaseAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        _database = null;
    }
}
