// mistake: asks for each order by itself, all at the same time: as many questions, and as many connections as the pool has
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
        var heads = await connection.QueryAsync<(int Id, string Customer)>("""
            select o.id, c.name from orders o join customers c on c.id = o.customer_id where placed_on = @on::date order by o.id
            """, new { on = day.ToString("yyyy-MM-dd") });
        return await Task.WhenAll(heads.Select(async head => new Order(head.Id, head.Customer, await LinesAsync(head.Id))));
    }

    private async Task<List<OrderLine>> LinesAsync(int order)
    {
        await using var connection = await database.OpenConnectionAsync();
        return (await connection.QueryAsync<OrderLine>("select product, quantity, price from order_lines where order_id = @order order by line_no", new { order })).AsList();
    }
}
