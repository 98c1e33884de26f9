using Npgsql;

namespace Dotnet.NPlusOne;

public sealed record OrderLine(string Product, int Quantity, decimal Price);

public sealed record Order(int Id, string Customer, IReadOnlyList<OrderLine> Lines)
{
    public decimal Total => Lines.Sum(line => line.Quantity * line.Price);
}

public sealed class OrderPage(NpgsqlDataSource database)
{
    /// <summary>The orders placed on that day, by id, with their lines. Asks the database at most twice.</summary>
    public Task<IReadOnlyList<Order>> LoadAsync(DateOnly day)
    {
        // TODO
        throw new NotImplementedException();
    }
}
