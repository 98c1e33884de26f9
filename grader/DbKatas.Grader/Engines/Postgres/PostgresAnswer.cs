using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Asks a server that is starting for a real connection.</summary>
public static class PostgresAnswer
{
    /// <returns>False while the server is not there yet.</returns>
    /// <exception cref="NpgsqlException">It answered and refused.</exception>
    public static async Task<bool> IsGivenAsync(string connectionString, CancellationToken cancellation)
    {
        // Outside the pool: an attempt in vain must leave nothing behind.
        var address = new NpgsqlConnectionStringBuilder(connectionString) { Timeout = 5 };
        try
        {
            await using var connection = await PostgresConnections.OpenAsync(address, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (NpgsqlException e) when (ConnectFailure.IsNotThereYet(e))
        {
            return false;
        }
    }
}
