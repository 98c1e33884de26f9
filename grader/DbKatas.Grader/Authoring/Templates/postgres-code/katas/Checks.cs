// TODO(author): the checks that judge an answer. Each begins with fresh data; a message says what a learner would not see from the values. Never wait by the clock.
using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;

namespace {{namespace}};

public class Checks : PostgresChecks
{
    private ThingShop Shop => new(Database.DataSource);

    [Test]
    public async Task Gives_the_price_of_a_thing() => (await Shop.PriceAsync(1)).ShouldBe(10.00m);

    [Test]
    public async Task Gives_null_when_there_is_no_such_thing() => (await Shop.PriceAsync(99)).ShouldBeNull("There is no thing 99.");

    [Test]
    public async Task Gives_the_price_as_it_is_now()
    {
        await Shop.PriceAsync(1);
        await Database.ExecuteAsync("update things set price = 11 where thing_id = 1");

        (await Shop.PriceAsync(1)).ShouldBe(11m, "Somebody else has changed the price in between.");
    }

    [Test]
    public async Task Asks_once() =>
        (await Database.CountRoundTripsAsync(() => Shop.PriceAsync(2))).ShouldBe(1, "One question is enough.");
}
