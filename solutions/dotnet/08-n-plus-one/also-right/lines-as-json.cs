using System.Text.Json;
using Npgsql;

namespace Dotnet.NPlusOne;

public sealed record OrderLine(string Product, int Quantity, decimal Price);

public sealed record Order(int Id, string Customer, IReadOnlyList<OrderLine> Lines)
{
    public decimal Total => Lines.Sum(line => line.Quantity * line.Price);
}

// The server folds the lines of each order into one JSON value: a row an order.
public sealed class OrderPage(NpgsqlDataSource database)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public async Task<IReadOnlyList<Order>> LoadAsync(DateOnly day)
    {
        await using var command = database.CreateCommand("""
            select o.id, c.name, coalesce((
              select json_agg(json_build_object('product', product, 'quantity', quantity, 'price', price) order by line_no)
              from order_lines where order_id = o.id), '[]')
            from orders o join customers c on c.id = o.customer_id where o.placed_on = $1 order by o.id
            """);
        command.Parameters.AddWithValue(day);
        await using var reader = await command.ExecuteReaderAsync();
        var orders = new List<Order>();
        while (await reader.ReadAsync())
            orders.Add(new Order(reader.GetInt32(0), reader.GetString(1), JsonSerializer.Deserialize<List<OrderLine>>(reader.GetString(2), Web)!));
        return orders;
    }
}
