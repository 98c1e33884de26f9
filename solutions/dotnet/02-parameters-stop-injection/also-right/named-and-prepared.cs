using Npgsql;
using NpgsqlTypes;

namespace Dotnet.ParametersStopInjection;

public sealed record Customer(int Id, string Name, string City);

// Named parameters with their types, a prepared statement, and the sorting done here.
public sealed class CustomerSearch(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<Customer>> FindAsync(string name)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("select * from customers where name = @name", connection);
        command.Parameters.Add("name", NpgsqlDbType.Text).Value = name;
        await command.PrepareAsync();
        return [.. (await ReadAsync(command)).OrderBy(customer => customer.Id)];
    }

    public async Task<IReadOnlyList<Customer>> SearchAsync(string text, string sortBy)
    {
        Func<Customer, string> key = sortBy switch
        {
            "name" => customer => customer.Name,
            "city" => customer => customer.City,
            _ => throw new ArgumentException(sortBy),
        };
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("select * from customers where name ilike '%' || @text || '%' escape '!'", connection);
        command.Parameters.Add("text", NpgsqlDbType.Text).Value = text.Replace("!", "!!").Replace("%", "!%").Replace("_", "!_");
        return [.. (await ReadAsync(command)).OrderBy(key, StringComparer.Ordinal).ThenBy(customer => customer.Id)];
    }

    private static async Task<List<Customer>> ReadAsync(NpgsqlCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<Customer>();
        while (await reader.ReadAsync())
            found.Add(new Customer((int)reader["id"], (string)reader["name"], (string)reader["city"]));
        return found;
    }
}
