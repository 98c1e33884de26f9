using Npgsql;

namespace Dotnet.NPlusOne;

public sealed record OrderLine(string Product, int Quantity, decimal Price);

public sealed record Order(int Id, string Customer, IReadOnlyList<OrderLine> Lines)
{
    public decimal Total => Lines.Sum(line => line.Quantity * line.Price);
}

// Two statements that are sent together: one round trip, and no order repeated for each of its lines.
public sealed class OrderPage(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<Order>> LoadAsync(DateOnly day)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Command("select o.id, c.name from orders o join customers c on c.id = o.customer_id where placed_on = $1 order by o.id", day));
        batch.BatchCommands.Add(Command("""
            select order_id, product, quantity, price from order_lines
            where order_id in (select id from orders where placed_on = $1)
            order by order_id, line_no
            """, day));
        await using var reader = await batch.ExecuteReaderAsync();
        var heads = new List<(int Id, string Customer)>();
        while (await reader.ReadAsync())
            heads.Add((reader.GetInt32(0), reader.GetString(1)));
        await reader.NextResultAsync();
        var lines = new List<(int Order, OrderLine Line)>();
        while (await reader.ReadAsync())
            lines.Add((reader.GetInt32(0), new(reader.GetString(1), reader.GetInt32(2), reader.GetDecimal(3))));
        var byOrder = lines.ToLookup(line => line.Order, line => line.Line);
        return [.. heads.Select(head => new Order(head.Id, head.Customer, [.. byOrder[head.Id]]))];
    }

    private static NpgsqlBatchCommand Command(string sql, DateOnly day) => new(sql) { Parameters = { new() { Value = day } } };
}
