using Npgsql;

namespace Dotnet.ParametersStopInjection;

/// <summary>A customer as the shop's people see one.</summary>
public sealed record Customer(int Id, string Name, string City);

public sealed class CustomerSearch(NpgsqlDataSource database)
{
    /// <summary>The customers whose name is exactly this one, by id.</summary>
    public async Task<IReadOnlyList<Customer>> FindAsync(string name)
    {
        await using var command = database.CreateCommand("select id, name, city from customers where name = $1 order by id");
        command.Parameters.Add(new() { Value = name });
        return await ReadAsync(command);
    }

    /// <summary>The customers whose name contains the text, sorted by "name" or "city".</summary>
    public async Task<IReadOnlyList<Customer>> SearchAsync(string text, string sortBy)
    {
        // A name of a column is a part of the statement, so it is one of ours.
        var columns = sortBy switch
        {
            "name" => "name, id",
            "city" => "city, id",
            _ => throw new ArgumentException($"can't sort by \"{sortBy}\"", nameof(sortBy)),
        };
        var pattern = "%" + text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_") + "%";
        await using var command = database.CreateCommand($"select id, name, city from customers where name ilike $1 order by {columns}");
        command.Parameters.Add(new() { Value = pattern });
        return await ReadAsync(command);
    }

    private static async Task<IReadOnlyList<Customer>> ReadAsync(NpgsqlCommand command)
    {
        var found = new List<Customer>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            found.Add(new Customer(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return found;
    }
}
