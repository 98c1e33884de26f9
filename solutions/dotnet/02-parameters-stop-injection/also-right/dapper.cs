using Dapper;
using Npgsql;

namespace Dotnet.ParametersStopInjection;

public sealed record Customer(int Id, string Name, string City);

// Dapper: an anonymous object holds the parameters.
public sealed class CustomerSearch(NpgsqlDataSource database)
{
    private static readonly Dictionary<string, string> Orders = new() { ["name"] = "name, id", ["city"] = "city, id" };

    public async Task<IReadOnlyList<Customer>> FindAsync(string name)
    {
        await using var connection = await database.OpenConnectionAsync();
        return (await connection.QueryAsync<Customer>("select id, name, city from customers where name = @name order by id", new { name })).AsList();
    }

    public async Task<IReadOnlyList<Customer>> SearchAsync(string text, string sortBy)
    {
        if (!Orders.TryGetValue(sortBy, out var order))
            throw new ArgumentOutOfRangeException(nameof(sortBy));
        await using var connection = await database.OpenConnectionAsync();
        return (await connection.QueryAsync<Customer>(
            $"select id, name, city from customers where strpos(lower(name), lower(@text)) > 0 order by {order}", new { text })).AsList();
    }
}
