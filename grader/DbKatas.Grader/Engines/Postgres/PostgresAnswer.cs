using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Asks a server that is starting for a real connection.</summary>
public static class PostgresAnswer
{
    /// <returns>An open connection of the administrator; null while the server is not there yet.</returns>
    /// <exception cref="NpgsqlException">It answered and refused.</exception>
    public static async Task<NpgsqlConnection?> TryConnectAsync(string connectionString, CancellationToken cancellation)
    {
        // Outside the pool: an attempt in vain must leave nothing behind.
        var address = PostgresConnections.Administrator(connectionString);
        address.Timeout = 5;
        try
        {
            return await PostgresConnections.OpenAsync(address, cancellation).ConfigureAwait(false);
        }
        catch (NpgsqlException e) when (ConnectFailure.IsNotThereYet(e))
        {
            return null;
        }
    }

    /// <returns>False while the server is not there yet.</returns>
    /// <exception cref="NpgsqlException">It answered and refused.</exception>
    public static async Task<bool> IsGivenAsync(string connectionString, CancellationToken cancellation)
    {
        await using var connection = await TryConnectAsync(connectionString, cancellation).ConfigureAwait(false);
        return connection is not null;
    }
}
