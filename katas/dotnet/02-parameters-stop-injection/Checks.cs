using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;

namespace Dotnet.ParametersStopInjection;

public class Checks : PostgresChecks
{
    private CustomerSearch Search => new(Database.DataSource);

    [Test]
    public async Task Finds_the_customers_of_a_name()
    {
        var found = await Search.FindAsync("Ann Archer");

        found.ShouldBe([new Customer(1, "Ann Archer", "Leeds"), new Customer(4, "Ann Archer", "York")]);
    }

    [Test]
    public async Task Finds_nobody_where_nobody_has_the_name() => (await Search.FindAsync("Zoe Zimmer")).ShouldBeEmpty();

    [Test]
    public async Task Finds_a_name_with_an_apostrophe()
    {
        var found = await Search.FindAsync("Siobhan O'Brien");

        Ids(found).ShouldBe([2], "O'Brien is a name like any other.");
    }

    [Test]
    public async Task Takes_a_piece_of_SQL_for_a_name()
    {
        var found = await Search.FindAsync("' or '1'='1");

        Ids(found).ShouldBeEmpty("Nobody is called ' or '1'='1.");
    }

    [Test]
    public async Task Lets_nobody_drop_the_table()
    {
        await Search.FindAsync("'; drop table customers; --");
        await Search.SearchAsync("'; drop table customers; --", "name");

        (await Database.ScalarAsync<long>("select count(*) from pg_tables where tablename = 'customers'")).ShouldBe(1, "The table must still be there.");
    }

    [Test]
    public async Task Sends_the_same_statement_whatever_is_typed()
    {
        await Search.FindAsync("Ann Archer");
        await Search.FindAsync("O'Brien");
        Statements().ShouldBe(1, "FindAsync sends another text for another name: the name is still a part of the statement.");

        Database.Forget();
        await Search.SearchAsync("archer", "name");
        await Search.SearchAsync("o'brien", "name");
        Statements().ShouldBe(1, "SearchAsync sends another text for another search: what is typed is still a part of the statement.");
    }

    [Test]
    public async Task Searches_a_part_of_the_name_in_any_case() => Ids(await Search.SearchAsync("aRCHER", "name")).ShouldBe([1, 4, 3]);

    [Test]
    public async Task Sorts_by_the_city_and_then_by_the_id() =>
        Ids(await Search.SearchAsync("", "city")).ShouldBe([3, 7, 2, 9, 5, 1, 6, 4, 8], "An empty text is a part of every name.");

    [Test]
    public async Task Sorts_by_the_name_and_then_by_the_id() => Ids(await Search.SearchAsync("", "name")).ShouldBe([6, 5, 1, 4, 9, 3, 2, 8, 7]);

    [TestCase("100%", 5)]
    [TestCase("snake_case", 7)]
    [TestCase(@"k\s", 9)]
    public async Task Takes_the_signs_of_a_pattern_for_themselves(string text, int id) => Ids(await Search.SearchAsync(text, "name")).ShouldBe([id]);

    [TestCase("id; drop table customers")]
    [TestCase("discount")]
    [TestCase("name desc")]
    [TestCase("")]
    public async Task Refuses_to_sort_by_anything_else(string sortBy)
    {
        await Should.ThrowAsync<ArgumentException>(() => Search.SearchAsync("archer", sortBy));

        Database.Statements.ShouldBeEmpty("Nothing must go to the server.");
    }

    private static IEnumerable<int> Ids(IEnumerable<Customer> customers) => customers.Select(customer => customer.Id);

    // A pool that resets a connection sends statements of its own; they are the same every time.
    private int Statements() => Database.Statements.Where(text => text.Contains("customers")).Distinct().Count();
}
