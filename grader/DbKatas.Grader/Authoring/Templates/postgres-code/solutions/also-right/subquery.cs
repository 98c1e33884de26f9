// TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
using Npgsql;

namespace {{namespace}};

public sealed class ThingShop(NpgsqlDataSource database)
{
    public async Task<decimal?> PriceAsync(int id)
    {
        await using var command = database.CreateCommand("select (select price from things where thing_id = $1)");
        command.Parameters.AddWithValue(id);
        return await command.ExecuteScalarAsync() as decimal?;
    }
}
