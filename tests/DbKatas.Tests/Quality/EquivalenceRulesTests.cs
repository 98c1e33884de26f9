using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Quality;

public class EquivalenceRulesTests
{
    private static readonly SchemaModel Schema = new(
    [
        new TableShape("customers", "public.customers", [Column("customer_id", true), Column("name", true), Column("region", false)], [[0]], []),
        new TableShape("orders", "public.orders", [Column("order_id", true), Column("customer_id", true), Column("referrer_id", false)], [[0]],
            [new ForeignKey("a", [1], 0, [0]), new ForeignKey("b", [2], 0, [0])]),
    ], []);

    [TestCase("select order_id from orders o join customers c on c.customer_id = o.customer_id", "join kind", "left join", "every row of orders has its row in customers: a NOT NULL foreign key")]
    [TestCase("select order_id from orders join customers using (customer_id)", "join kind", "left join", "every row of orders has its row in customers: a NOT NULL foreign key")]
    [TestCase("select order_id from customers c left join orders o on o.referrer_id = c.customer_id", "join kind", "full join", "no row of orders points to a row that customers lacks: a foreign key")]
    [TestCase("select order_id from orders o join customers c on c.name = o.order_id", "join kind", "left join", null)]
    [TestCase("select order_id from orders", "distinct", "distinct", "a key of orders is among the columns, so that no two rows are equal")]
    [TestCase("select name from customers", "distinct", "distinct", null)]
    [TestCase("select region, count(*) from customers group by region", "distinct", "distinct", "the columns of GROUP BY are all shown, so that no two rows are equal")]
    [TestCase("select order_id from orders order by order_id", "nulls first, last", "nulls first", "order_id is NOT NULL")]
    [TestCase("select region from customers order by region", "nulls first, last", "nulls first", null)]
    [TestCase("select name, region from customers order by name", "order by", "customers ", "the question asks for no order by name")]
    [TestCase("select order_id, row_number() over (order by order_id) from orders order by order_id", "order by", "from orders ", "PostgreSQL's window functions leave the rows in this order")]
    [TestCase("select row_number() over (partition by customer_id order by order_id) from orders", "window function", "dense_rank", "no two rows tie: a key of orders is sorted by")]
    [TestCase("select row_number() over (order by region) from customers", "window function", "rank", null)]
    [TestCase("select count(o.order_id) from orders o", "count", "count(*)", "order_id is NOT NULL")]
    public void Names_the_reason(string sql, string kind, string with, string? reason)
    {
        var kata = new Kata
        {
            Id = "sql/test/01-kata", Folder = "", Title = "", Engines = ["postgres"], Kind = KataKind.Result, Level = 1, Topics = ["test"],
            Rules = new ComparisonRules([new OrderKey("order_id"), new OrderKey("region")]),
        };
        var mutant = SqlMutator.Mutate(sql).Last(mutant => mutant.Operator == kind && mutant.Text.Contains(with, StringComparison.Ordinal) && !mutant.Text.StartsWith(sql, StringComparison.Ordinal) | with.StartsWith("nulls", StringComparison.Ordinal));

        new EquivalenceRules(kata, Schema, sql).Explain(mutant).ShouldBe(reason);
    }

    private static ColumnShape Column(string name, bool notNull) => new(name, name, "integer", ColumnSort.Integer, notNull, false, -1, []);
}
