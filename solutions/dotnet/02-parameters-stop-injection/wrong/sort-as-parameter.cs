// mistake: gives the column to sort by as a parameter, so that all rows sort by the same constant
using Npgsql;

namespace Dotnet.ParametersStopInjection;

public sealed record Customer(int Id, string Name, string City);

public sealed class CustomerSearch(NpgsqlDataSource database)
{
    public Task<IReadOnlyList<Customer>> FindAsync(string name) =>
        ReadAsync("select id, name, city from customers where name = $1 order by id", name);

    public Task<IReadOnlyList<Customer>> SearchAsync(string text, string sortBy) =>
        sortBy is "name" or "city"
            ? ReadAsync("select id, name, city from customers where strpos(lower(name), lower($1)) > 0 order by $2, id", text, sortBy)
            : throw new ArgumentException(sortBy);

    private async Task<IReadOnlyList<Customer>> ReadAsync(string statement, params string[] values)
    {
        await using var command = database.CreateCommand(statement);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<Customer>();
        while (await reader.ReadAsync())
            found.Add(new(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return found;
    }
}
