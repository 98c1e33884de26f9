// mistake: gives the price of some thing
// TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
using Npgsql;

namespace {{namespace}};

public sealed class ThingShop(NpgsqlDataSource database)
{
    public async Task<decimal?> PriceAsync(int id)
    {
        await using var command = database.CreateCommand("select price from things order by thing_id limit 1");
        return (decimal?)await command.ExecuteScalarAsync();
    }
}
