// mistake: takes each joined row for an order
using Npgsql;

namespace Dotnet.NPlusOne;

public sealed record OrderLine(string Product, int Quantity, decimal Price);

public sealed record Order(int Id, string Customer, IReadOnlyList<OrderLine> Lines)
{
    public decimal Total => Lines.Sum(line => line.Quantity * line.Price);
}

public sealed class OrderPage(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<Order>> LoadAsync(DateOnly day)
    {
        await using var command = database.CreateCommand("""
            select o.id, c.name, l.product, l.quantity, l.price
            from orders o join customers c on c.id = o.customer_id left join order_lines l on l.order_id = o.id
            where o.placed_on = $1 order by o.id, l.line_no
            """);
        command.Parameters.AddWithValue(day);
        await using var reader = await command.ExecuteReaderAsync();
        var orders = new List<Order>();
        while (await reader.ReadAsync())
        {
            var id = reader.GetInt32(0);
            if (id > 0)
                orders.Add(new Order(id, reader.GetString(1), new List<OrderLine>()));
            if (!reader.IsDBNull(2)) ((List<OrderLine>)orders[^1].Lines).Add(new OrderLine(reader.GetString(2), reader.GetInt32(3), reader.GetDecimal(4)));
        }
        return orders;
    }
}
