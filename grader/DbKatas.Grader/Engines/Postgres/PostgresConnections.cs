using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Makes connections that ask the server for nothing of their own: values are read as text, so no types need loading (10 ms each).</summary>
internal static class PostgresConnections
{
    public static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder text)
    {
        var builder = new NpgsqlDataSourceBuilder(text.ConnectionString);
        builder.ConfigureTypeLoading(loading => loading.EnableTypeLoading(false));
        return builder.Build();
    }

    /// <summary>One connection that is really closed when disposed.</summary>
    public static async Task<NpgsqlConnection> OpenAsync(NpgsqlConnectionStringBuilder text, CancellationToken cancellation)
    {
        text.Pooling = false;
        // A source without a pool holds nothing that disposing would free.
        return await Source(text).OpenConnectionAsync(cancellation);
    }
}
