using Npgsql;

namespace DbKatas.Checks;

/// <summary>
/// A copy of the kata's data for one check, in two ways: the answer's way leads through a proxy that counts round trips, remembers
/// statements and can cut connections; the check's own way (<see cref="ScalarAsync{T}"/>, <see cref="ExecuteAsync"/>) goes past it.
/// </summary>
public sealed class PostgresWorld : IAsyncDisposable
{
    private readonly PostgresProxy _proxy;
    private readonly NpgsqlDataSource _direct;

    private PostgresWorld(NpgsqlConnectionStringBuilder server)
    {
        _proxy = new PostgresProxy(server);
        _direct = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { MaxPoolSize = 2 });
        var through = new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            Host = "127.0.0.1", Port = _proxy.Port, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable,
        };
        ConnectionString = through.ConnectionString;
        DataSource = NpgsqlDataSource.Create(through);
    }

    /// <summary>For the answer. Its pool holds at most 16 connections, and one is open already, so that the first query costs what the second does.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>For answers that make connections of their own. Their first one costs a round trip more: Npgsql reads the server's types.</summary>
    public string ConnectionString { get; }

    /// <summary>
    /// How often the answer sent something to the server and had to wait for it, since the beginning or <see cref="Forget"/>. Statements that are
    /// sent together (a batch, BEGIN with the first command) are one round trip; so is a whole COPY. Logging in is none.
    /// </summary>
    public int RoundTrips => _proxy.Traffic.RoundTrips;

    /// <summary>The texts of the answer's statements, in the order in which they were sent.</summary>
    public IReadOnlyList<string> Statements => _proxy.Traffic.Statements;

    /// <summary>Connections that the answer has open now, idle ones in a pool among them.</summary>
    public int OpenConnections => _proxy.Traffic.OpenConnections;

    /// <summary>The most connections that were open at once since the beginning or <see cref="Forget"/>.</summary>
    public int MostConnections => _proxy.Traffic.MostConnections;

    /// <summary>A fresh copy of the kata's data.</summary>
    public static async Task<PostgresWorld> CreateAsync()
    {
        var world = new PostgresWorld(new NpgsqlConnectionStringBuilder(await KataServers.AskAsync("postgres")));
        // Npgsql reads the server's types over a data source's first connection. That is no work of the answer's.
        await using (await world.DataSource.OpenConnectionAsync()) { }
        world.Forget();
        return world;
    }

    /// <summary>Counts from zero again.</summary>
    public void Forget() => _proxy.Traffic.Forget();

    /// <returns>The round trips that this piece of work took.</returns>
    public async Task<int> CountRoundTripsAsync(Func<Task> work)
    {
        var before = RoundTrips;
        await work();
        return RoundTrips - before;
    }

    /// <summary>Cuts every connection that the answer has open, as a restarting server does. New ones are accepted.</summary>
    public void DropConnections() => _proxy.DropConnections();

    /// <summary>Cuts the answer's connection at its next request.</summary>
    /// <param name="afterTheServerDidIt">True: the server carries the request out, and only its answer is lost, so that the client can't know.
    /// False: the request never reaches the server.</param>
    public void DropNextRequest(bool afterTheServerDidIt = false) => _proxy.Traffic.DropNext(afterTheServerDidIt);

    /// <summary>The check's own look at the data: the first column of the first row, or the default when there is none. Not counted.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteScalarAsync() is { } value and not DBNull ? (T)value : default;
    }

    /// <summary>The first column of every row. Not counted.</summary>
    public async Task<IReadOnlyList<T>> ColumnAsync<T>(string sql, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync())
            values.Add(reader.GetFieldValue<T>(0));
        return values;
    }

    /// <summary>Changes the data behind the answer's back. Parameters are $1, $2, … Not counted.</summary>
    public async Task<int> ExecuteAsync(string sql, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await _direct.DisposeAsync();
        _proxy.Dispose();
    }

    private NpgsqlCommand Command(string sql, object[] parameters)
    {
        var command = _direct.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return command;
    }
}
