// TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
using Npgsql;

namespace {{namespace}};

public sealed class ThingShop(NpgsqlDataSource database)
{
    public async Task<decimal?> PriceAsync(int id)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("select price from things where thing_id = @id", connection);
        command.Parameters.AddWithValue("id", id);
        return await command.ExecuteScalarAsync() is decimal price ? price : null;
    }
}
