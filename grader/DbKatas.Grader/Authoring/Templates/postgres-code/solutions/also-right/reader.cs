// TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
using Npgsql;

namespace {{namespace}};

public sealed class ThingShop(NpgsqlDataSource database)
{
    public async Task<decimal?> PriceAsync(int id)
    {
        await using var command = database.CreateCommand("select price from things where thing_id = $1");
        command.Parameters.AddWithValue(id);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? reader.GetDecimal(0) : null;
    }
}
