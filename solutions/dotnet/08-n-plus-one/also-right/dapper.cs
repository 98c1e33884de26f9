using Dapper;
using Npgsql;

namespace Dotnet.NPlusOne;

public sealed record OrderLine(string Product, int Quantity, decimal Price);

public sealed record Order(int Id, string Customer, IReadOnlyList<OrderLine> Lines)
{
    public decimal Total => Lines.Sum(line => line.Quantity * line.Price);
}

// Dapper: the join in one query, put together by a dictionary.
public sealed class OrderPage(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<Order>> LoadAsync(DateOnly day)
    {
        await using var connection = await database.OpenConnectionAsync();
        var orders = new SortedDictionary<int, Order>();
        var rows = await connection.QueryAsync<(int Id, string Customer, string? Product, int? Quantity, decimal? Price)>("""
            select o.id, c.name, l.product, l.quantity, l.price
            from orders o join customers c on c.id = o.customer_id left join order_lines l on l.order_id = o.id
            where o.placed_on = @day::date
            order by l.line_no
            """, new { day = day.ToString("yyyy-MM-dd") });
        foreach (var row in rows)
        {
            if (!orders.TryGetValue(row.Id, out var order))
                orders.Add(row.Id, order = new Order(row.Id, row.Customer, new List<OrderLine>()));
            if (row.Product is not null)
                ((List<OrderLine>)order.Lines).Add(new OrderLine(row.Product, row.Quantity!.Value, row.Price!.Value));
        }
        return [.. orders.Values];
    }
}
