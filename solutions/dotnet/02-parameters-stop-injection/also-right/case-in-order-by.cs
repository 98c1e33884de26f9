using Npgsql;

namespace Dotnet.ParametersStopInjection;

public sealed record Customer(int Id, string Name, string City);

// One text for every order: the choice between two columns is a value, and may be a parameter.
public sealed class CustomerSearch(NpgsqlDataSource database)
{
    public Task<IReadOnlyList<Customer>> FindAsync(string name) => ReadAsync("select id, name, city from customers where name = $1 order by id", name);

    public Task<IReadOnlyList<Customer>> SearchAsync(string text, string sortBy) => sortBy is "name" or "city"
        ? ReadAsync("""
            select id, name, city from customers
            where name ilike '%' || regexp_replace($1, '([\\%_])', '\\\1', 'g') || '%'
            order by case $2 when 'name' then name else city end, id
            """, text, sortBy)
        : throw new ArgumentException("name or city", nameof(sortBy));

    private async Task<IReadOnlyList<Customer>> ReadAsync(string statement, params string[] values)
    {
        await using var command = database.CreateCommand(statement);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<Customer>();
        while (await reader.ReadAsync())
            found.Add(new(reader.GetFieldValue<int>(0), reader.GetFieldValue<string>(1), reader.GetFieldValue<string>(2)));
        return found;
    }
}
