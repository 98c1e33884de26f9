// mistake: asks for the lines of each order by itself
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
        var heads = new List<(int Id, string Customer)>();
        await using (var command = database.CreateCommand("select o.id, c.name from orders o join customers c on c.id = o.customer_id where placed_on = $1 order by o.id"))
        {
            command.Parameters.AddWithValue(day);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                heads.Add((reader.GetInt32(0), reader.GetString(1)));
        }
        var orders = new List<Order>();
        foreach (var (id, customer) in heads)
            orders.Add(new Order(id, customer, await LinesAsync(id)));
        return orders;
    }

    private async Task<List<OrderLine>> LinesAsync(int order)
    {
        await using var command = database.CreateCommand("select product, quantity, price from order_lines where order_id = $1 order by line_no");
        command.Parameters.AddWithValue(order);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<OrderLine>();
        while (await reader.ReadAsync())
            lines.Add(new(reader.GetString(0), reader.GetInt32(1), reader.GetDecimal(2)));
        return lines;
    }
}
