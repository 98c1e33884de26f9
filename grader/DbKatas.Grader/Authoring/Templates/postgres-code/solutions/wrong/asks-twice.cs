// mistake: asks whether the thing is there, and then once more
// TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
using Npgsql;

namespace {{namespace}};

public sealed class ThingShop(NpgsqlDataSource database)
{
    public async Task<decimal?> PriceAsync(int id)
    {
        await using var look = database.CreateCommand("select count(*) from things where thing_id = $1");
        look.Parameters.AddWithValue(id);
        if (await look.ExecuteScalarAsync() is 0L)
            return null;
        await using var command = database.CreateCommand("select price from things where thing_id = $1");
        command.Parameters.AddWithValue(id);
        return (decimal?)await command.ExecuteScalarAsync();
    }
}
