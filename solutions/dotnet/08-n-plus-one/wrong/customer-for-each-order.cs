// mistake: asks for the lines at once, and for the name of each order's customer by itself
using Dapper;
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
        await using var connection = await database.OpenConnectionAsync();
        var on = day.ToString("yyyy-MM-dd");
        var heads = await connection.QueryAsync<(int Id, int Customer)>("select id, customer_id from orders where placed_on = @on::date order by id", new { on });
        var lines = (await connection.QueryAsync<(int Order, string Product, int Quantity, decimal Price)>(
            "select order_id, product, quantity, price from order_lines join orders on id = order_id where placed_on = @on::date order by line_no", new { on }))
            .ToLookup(line => line.Order, line => new OrderLine(line.Product, line.Quantity, line.Price));
        var orders = new List<Order>();
        foreach (var (id, customer) in heads)
        {
            var name = await connection.ExecuteScalarAsync<string>("select name from customers where id = @customer", new { customer });
            orders.Add(new Order(id, name!, [.. lines[id]]));
        }
        return orders;
    }
}
