// mistake: remembers the first price for ever
// TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
using Npgsql;

namespace {{namespace}};

public sealed class ThingShop(NpgsqlDataSource database)
{
    private static readonly Dictionary<int, decimal?> Known = [];

    public async Task<decimal?> PriceAsync(int id)
    {
        await using var command = database.CreateCommand("select price from things where thing_id = $1");
        command.Parameters.AddWithValue(id);
        return Known.TryGetValue(id, out var price) ? price : Known[id] = (decimal?)await command.ExecuteScalarAsync();
    }
}
