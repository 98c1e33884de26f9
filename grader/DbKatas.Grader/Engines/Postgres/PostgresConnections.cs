using System.Diagnostics;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Makes connections that ask the server for nothing of their own: values are read as text, so no types need loading (10 ms each).</summary>
internal static class PostgresConnections
{
    /// <summary>Nobody sets a clock more often while one connection is opened.</summary>
    private const int MostAttempts = 5;

    /// <summary>The administrator believes no name that an answer may have given a meaning: a function of its own would run with all rights.</summary>
    public const string SafePath = "pg_catalog";

    /// <summary>How the administrator connects to the server's own database.</summary>
    public static NpgsqlConnectionStringBuilder Administrator(string server) =>
        new(server) { ApplicationName = "dbkatas", MaxPoolSize = 8, CommandTimeout = 60, IncludeErrorDetail = true, SearchPath = SafePath };

    public static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder text)
    {
        // The slim one has no converters for ranges, arrays, records and the like, and there are no transactions of .NET's: nobody asks for either here.
        var builder = new NpgsqlSlimDataSourceBuilder(text.ConnectionString) { ConnectionStringBuilder = { Enlist = false } };
        builder.EnableTransportSecurity().EnableIntegratedSecurity();
        builder.ConfigureTypeLoading(loading => loading.EnableTypeLoading(false));
        return builder.Build();
    }

    /// <summary>One connection that is really closed when disposed.</summary>
    public static async Task<NpgsqlConnection> OpenAsync(NpgsqlConnectionStringBuilder text, CancellationToken cancellation)
    {
        text.Pooling = false;
        // A source without a pool holds nothing that disposing would free.
        return await OpenAsync(Source(text), cancellation).ConfigureAwait(false);
    }

    public static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        var connection = source.CreateConnection();
        await OpenAsync(connection, cancellation).ConfigureAwait(false);
        return connection;
    }

    /// <summary>
    /// Opens a connection, though the machine's clock may be set meanwhile: Npgsql reckons by it when the time for connecting is over, so that
    /// a jump ends an attempt before its time.
    /// </summary>
    public static async Task OpenAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await connection.OpenAsync(cancellation).ConfigureAwait(false);
                return;
            }
            catch (Exception early) when (early is NpgsqlException { InnerException: TimeoutException } or ArgumentOutOfRangeException
                && clock.Elapsed.TotalSeconds < 0.9 * connection.ConnectionTimeout && attempt < MostAttempts)
            {
            }
        }
    }
}
