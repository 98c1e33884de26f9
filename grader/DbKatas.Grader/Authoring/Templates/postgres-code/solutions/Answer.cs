// TODO(author): the answer that an expert would write.
using Npgsql;

namespace {{namespace}};

public sealed class ThingShop(NpgsqlDataSource database)
{
    public async Task<decimal?> PriceAsync(int id)
    {
        await using var command = database.CreateCommand("select price from things where thing_id = $1");
        command.Parameters.AddWithValue(id);
        return (decimal?)await command.ExecuteScalarAsync();
    }
}
