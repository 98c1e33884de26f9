using Npgsql;

namespace Dotnet.NPlusOne;

public sealed record OrderLine(string Product, int Quantity, decimal Price);

public sealed record Order(int Id, string Customer, IReadOnlyList<OrderLine> Lines)
{
    public decimal Total => Lines.Sum(line => line.Quantity * line.Price);
}

// First the orders, then the lines of all of them, asked for by an array of ids: two round trips.
public sealed class OrderPage(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<Order>> LoadAsync(DateOnly day)
    {
        await using var connection = await database.OpenConnectionAsync();
        var orders = new Dictionary<int, (string Customer, List<OrderLine> Lines)>();
        await using (var command = new NpgsqlCommand("select o.id, c.name from orders o, customers c where c.id = o.customer_id and o.placed_on = $1", connection))
        {
            command.Parameters.AddWithValue(day);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                orders.Add(reader.GetInt32(0), (reader.GetString(1), []));
        }
        await using (var command = new NpgsqlCommand("select order_id, product, quantity, price from order_lines where order_id = any($1) order by line_no", connection))
        {
            command.Parameters.AddWithValue(orders.Keys.ToArray());
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                orders[reader.GetInt32(0)].Lines.Add(new OrderLine(reader.GetString(1), reader.GetInt32(2), reader.GetDecimal(3)));
        }
        return [.. orders.OrderBy(order => order.Key).Select(order => new Order(order.Key, order.Value.Customer, order.Value.Lines))];
    }
}
