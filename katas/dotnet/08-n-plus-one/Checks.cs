using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;

namespace Dotnet.NPlusOne;

public class Checks : PostgresChecks
{
    private static readonly DateOnly Second = new(2026, 3, 2);

    private OrderPage Page => new(Database.DataSource);

    [Test]
    public async Task Gives_the_orders_of_the_day_with_their_customers()
    {
        var orders = await Page.LoadAsync(Second);

        orders.Select(order => $"{order.Id} {order.Customer}").ShouldBe(["11 Ann", "12 Cy", "13 Ann"]);
    }

    [Test]
    public async Task Gives_each_order_its_own_lines_in_their_order()
    {
        var orders = await Page.LoadAsync(Second);

        Lines(orders, 11).ShouldBe(["Cup x 4 at 3.50", "Teapot x 1 at 18.00"]);
    }

    [Test]
    public async Task Keeps_an_order_that_has_no_lines()
    {
        var orders = await Page.LoadAsync(Second);

        Lines(orders, 12).ShouldBeEmpty("Order 12 is on the page, and nothing is in it.");
    }

    [Test]
    public async Task Counts_a_line_twice_that_is_there_twice()
    {
        var orders = await Page.LoadAsync(Second);

        Lines(orders, 13).ShouldBe(["Cup x 2 at 3.50", "Cup x 2 at 3.50"]);
    }

    [Test]
    public async Task Adds_the_lines_up()
    {
        var orders = await Page.LoadAsync(Second);

        orders.Select(order => order.Total).ShouldBe([32.00m, 0m, 14.00m]);
    }

    [Test]
    public async Task Gives_nothing_for_a_day_without_orders() => (await Page.LoadAsync(new DateOnly(2026, 2, 1))).ShouldBeEmpty();

    [Test]
    public async Task Asks_the_database_at_most_twice()
    {
        var trips = await Database.CountRoundTripsAsync(() => Page.LoadAsync(Second));

        trips.ShouldBeInRange(1, 2, "Round trips for a day with three orders.");
    }

    [Test]
    public async Task Asks_no_more_often_for_a_hundred_orders_of_fifty_customers()
    {
        await Database.ExecuteAsync("insert into customers select n, 'Customer ' || n from generate_series(100, 149) n");
        await Database.ExecuteAsync("insert into orders select n, 100 + n % 50, '2026-03-05' from generate_series(1000, 1099) n");
        await Database.ExecuteAsync("insert into order_lines select o, l, 'Product ' || l, l, 1.50 from generate_series(1000, 1099) o, generate_series(1, 3) l");
        IReadOnlyList<Order> orders = [];

        var trips = await Database.CountRoundTripsAsync(async () => orders = await Page.LoadAsync(new DateOnly(2026, 3, 5)));

        orders.Count.ShouldBe(100);
        orders.ShouldAllBe(order => order.Lines.Count == 3);
        trips.ShouldBeInRange(1, 2, "Round trips for a day with a hundred orders.");
        Database.MostConnections.ShouldBe(1, "Connections that were open at once.");
    }

    // A missing order fails here by name, and not by an index that is out of range.
    private static IEnumerable<string> Lines(IReadOnlyList<Order> orders, int id)
    {
        orders.Select(order => order.Id).ShouldContain(id, $"Order {id} is missing.");
        return orders.First(order => order.Id == id).Lines.Select(line => $"{line.Product} x {line.Quantity} at {line.Price:0.00}");
    }
}
