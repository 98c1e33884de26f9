using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Quality;

/// <summary>Which slip a wrong answer is said to be: the exact sentence, or none.</summary>
[Parallelizable(ParallelScope.Children)]
public class LikelyMistakeTests
{
    private const string Schema = """
        create table customers (customer_id int primary key, name text not null, region text);
        create table orders (order_id int primary key, customer_id int references customers, amount int not null, status text not null, placed_on date not null);
        insert into customers values (1, 'Ann', 'north'), (2, 'Ben', 'south'), (3, 'Cy', null), (4, 'Ann', 'south');
        insert into orders values
          (1, 1, 500, 'paid', '2026-03-01'), (2, 1, 500, 'paid', '2026-03-09'), (3, 1, 700, 'cancelled', '2026-03-31'), (4, 2, 20, 'paid', '2026-04-01'),
          (5, 2, 900, 'open', '2026-03-15'), (6, null, 40, 'paid', '2026-03-15'), (7, 4, 501, 'paid', '2026-02-28');
        """;

    private const string Joined = """
        select c.customer_id, c.name, o.order_id
        from customers c
        left join orders o on o.customer_id = c.customer_id and o.amount >= 500
        order by c.customer_id, o.order_id
        """;

    private const string Totals = """
        select c.customer_id, coalesce(sum(o.amount), 0) as total, count(o.order_id) as orders
        from customers c
        left join orders o on o.customer_id = c.customer_id
        group by c.customer_id
        order by total desc, c.customer_id
        """;

    [TestCase(Joined, "select customer_id, name, order_id from customers join orders using (customer_id) where amount >= 500 order by 1, 3",
        "This answers as if rows without a match in orders were dropped: an INNER JOIN where the question needs a LEFT JOIN, or the condition on amount in WHERE, where it belongs in ON.")]
    [TestCase(Joined, "select customer_id, name, order_id from customers left join (select * from orders where amount > 500) o using (customer_id) order by 1, 3",
        "This answers as if the limit itself did not count: amount > 500 where the question needs amount >= 500.")]
    [TestCase(Joined, "select c.customer_id, c.name, o.order_id from customers c left join orders o using (customer_id) order by 1, 3",
        "This answers as if a condition on amount were missing.")]
    [TestCase(Totals, "select customer_id, (select sum(amount) from orders o where o.customer_id = c.customer_id) as total, (select count(*) from orders o where o.customer_id = c.customer_id) from customers c order by coalesce((select sum(amount) from orders o where o.customer_id = c.customer_id), 0) desc, 1",
        null)]
    [TestCase(Totals, "select c.customer_id, coalesce(sum(o.amount), 0) as total, count(*) from customers c left join orders o using (customer_id) group by 1 order by 2 desc, 1",
        "This answers as if rows were counted, and not values of order_id: COUNT(*) counts the row without a value too.")]
    [TestCase(Totals, "select c.customer_id, coalesce(sum(distinct o.amount), 0) as total, count(o.order_id) from customers c left join orders o using (customer_id) group by 1 order by 2 desc, 1",
        "This answers as if equal values counted once: DISTINCT in SUM where the question needs every value.")]
    [TestCase(Totals, "select c.customer_id, coalesce(sum(o.amount), 0) as total, count(o.order_id) from customers c left join orders o using (customer_id) group by 1 order by 2, 1",
        "This answers as if the rows were sorted by total upwards: DESC is missing.")]
    [TestCase(Totals, "select 1, 2, 3", null)]
    [TestCase("select order_id from orders where status = 'paid' and amount >= 500", "select order_id from orders where status = 'paid' or amount >= 500",
        "This answers as if one of two conditions were enough: OR where the question needs AND.")]
    [TestCase("select order_id from orders where placed_on >= date '2026-03-01' and placed_on < date '2026-04-01'", "select order_id from orders where placed_on between '2026-03-01' and '2026-04-01'",
        "This answers as if the limit itself counted: placed_on <= '2026-04-01' where the question needs placed_on < '2026-04-01'.")]
    [TestCase("select name from customers where region is null", "select name from customers where region = null", null)]
    [TestCase("select distinct name from customers", "select name from customers", "This answers as if equal rows were shown each time: a DISTINCT is missing.")]
    [TestCase("select order_id, amount from orders order by amount desc fetch first 3 rows with ties", "select order_id, amount from orders order by amount desc limit 3",
        "This answers as if rows that tie with the last one were left out: WITH TIES is missing.")]
    public async Task Says_which_slip_it_amounts_to(string reference, string answer, string? sentence)
    {
        using var library = new TinyLibrary().WithKata(schema: Schema, reference: reference, more: reference == Totals ? "\"order\": [\"total desc\"]" : "\"order\": \"any\"");

        (await GradeAsync(library, answer)).LikelyMistake.ShouldBe(sentence);
    }

    [Test]
    public async Task Says_what_a_script_amounts_to()
    {
        using var library = new TinyLibrary().WithKata(kind: "state", more: null, schema: Schema + " insert into orders values (8, 2, 300, 'open', '2026-03-25');",
            reference: "update orders set status = 'late' where status = 'open' and placed_on < date '2026-03-20'");

        (await GradeAsync(library, "update orders set status = 'late' where placed_on < '2026-03-20'")).LikelyMistake
            .ShouldBe("This leaves the tables as if a condition on status were missing.");
    }

    [Test]
    public async Task Says_nothing_of_a_right_answer()
    {
        using var library = new TinyLibrary().WithKata();

        var verdict = await GradeAsync(library, "select id, name from t order by id");

        (verdict.Outcome, verdict.LikelyMistake).ShouldBe((Outcome.Right, null));
    }

    private static async Task<Verdict> GradeAsync(TinyLibrary library, string answer)
    {
        var path = library.Write("katas/sql/test/01-kata/answer.sql", answer);
        var verdict = await TestServers.Grader(library.Library.Solutions).GradeAsync(library.Catalog.Katas[0], path);
        verdict.Outcome.ShouldBeOneOf([Outcome.Right, Outcome.NotYet], verdict.Sentence ?? verdict.Failure?.Sentence);
        return verdict;
    }
}
