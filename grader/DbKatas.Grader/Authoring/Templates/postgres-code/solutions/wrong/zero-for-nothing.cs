// mistake: gives 0 when there is no such thing
// TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
using Npgsql;

namespace {{namespace}};

public sealed class ThingShop(NpgsqlDataSource database)
{
    public async Task<decimal?> PriceAsync(int id)
    {
        await using var command = database.CreateCommand("select coalesce(sum(price), 0) from things where thing_id = $1");
        command.Parameters.AddWithValue(id);
        return (decimal?)await command.ExecuteScalarAsync();
    }
}
