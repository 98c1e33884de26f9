using System.Text.RegularExpressions;
using DbKatas.Grader.Quality;
using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Quality;

public partial class SqlMutatorTests
{
    [TestCase("join kind", "select 1 from a join b on b.x = a.x", "select 1 from a left join b on b.x = a.x")]
    [TestCase("join kind", "select 1 from a left outer join b on b.x = a.x", "select 1 from a join b on b.x = a.x")]
    [TestCase("join kind", "select 1 from a full join b using (x)", "select 1 from a right join b using (x)")]
    [TestCase("join kind", "select 1 from a left join lateral (select 2) b on true", "select 1 from a join lateral (select 2) b on true")]
    [TestCase("join condition", "select 1 from a join b on b.x = a.x where c > 1", "select 1 from a join b on true where c > 1")]
    [TestCase("join condition", "select 1 from a join b using (x, y)", "select 1 from a join b using (x)")]
    [TestCase("join condition", "select 1 from a left join b on b.x = a.x and b.y > 1", "select 1 from a left join b on b.x = a.x where b.y > 1")]
    [TestCase("join condition", "select 1 from a left join b on b.x = a.x and b.y > 1 where z", "select 1 from a left join b on b.x = a.x where z and b.y > 1")]
    [TestCase("condition dropped", "select 1 from a where x = 1 and y = 2", "select 1 from a where y = 2")]
    [TestCase("condition dropped", "select 1 from a where x between 1 and 2 and y = 2", "select 1 from a where x between 1 and 2")]
    [TestCase("condition dropped", "select 1 from a where x = 1 or y = 2", "select 1 from a where x = 1")]
    [TestCase("condition dropped", "select 1 from a group by b having count(*) > 1", "select 1 from a group by b having true")]
    [TestCase("condition dropped", "select 1 from a where (x = 1 or y = 2) and z", "select 1 from a where (y = 2) and z")]
    [TestCase("and, or", "select 1 from a where x = 1 and y = 2", "select 1 from a where x = 1 or y = 2")]
    [TestCase("and, or", "select case when x = 1 or y = 2 then 3 end", "select case when x = 1 and y = 2 then 3 end")]
    [TestCase("negation", "select 1 from a where not x", "select 1 from a where x")]
    [TestCase("negation", "select 1 from a where x and y > 1", "select 1 from a where not x and y > 1")]
    [TestCase("parentheses", "select 1 from a where x and (y or z)", "select 1 from a where x and y or z")]
    [TestCase("where, having", "select 1 from a group by b having b > 1", "select 1 from a where b > 1 group by b")]
    [TestCase("where, having", "select 1 from a where c group by b having b > 1", "select 1 from a where b > 1 group by b having c")]
    [TestCase("comparison", "select 1 from a where x < 3", "select 1 from a where x <= 3")]
    [TestCase("comparison", "select 1 from a where x >= 3", "select 1 from a where x > 3")]
    [TestCase("comparison", "select 1 from a where x = 3", "select 1 from a where x <> 3")]
    [TestCase("comparison", "select 1 from a where x != 3", "select 1 from a where x = 3")]
    [TestCase("comparison", "select 1 from a where x is distinct from y", "select 1 from a where x <> y")]
    [TestCase("comparison", "select 1 from a where x is not distinct from y", "select 1 from a where x = y")]
    [TestCase("between", "select 1 from a where x between 1 and 2", "select 1 from a where (x >= 1 and x < 2)")]
    [TestCase("between", "select 1 from a where b.x + 1 between 1 and date '2026-01-01' and y", "select 1 from a where b.x + (1 > 1 and 1 <= date '2026-01-01') and y")]
    [TestCase("between", "select 1 from a where x not between 1 and 2", "select 1 from a where x between 1 and 2")]
    [TestCase("in, not in", "select 1 from a where x in (1, 2)", "select 1 from a where x not in (1, 2)")]
    [TestCase("in, not in", "select 1 from a where x in (1, 2)", "select 1 from a where x in (2)")]
    [TestCase("exists, not exists", "select 1 from a where not exists (select from b)", "select 1 from a where exists (select from b)")]
    [TestCase("pattern", "select 1 from a where x ilike '%y%'", "select 1 from a where x like '%y%'")]
    [TestCase("pattern", "select 1 from a where x like '%y%'", "select 1 from a where x like 'y%'")]
    [TestCase("any, all", "select 1 from a where x > all (select y from b)", "select 1 from a where x > any (select y from b)")]
    [TestCase("is null", "select 1 from a where x is null", "select 1 from a where x is not null")]
    [TestCase("is null", "select 1 from a where x is not null", "select 1 from a where x is null")]
    [TestCase("coalesce", "select coalesce(sum(x), 0) from a", "select (sum(x)) from a")]
    [TestCase("nullif", "select nullif(x, 0) from a", "select x from a")]
    [TestCase("distinct", "select x from a", "select distinct x from a")]
    [TestCase("distinct", "select distinct x from a", "select x from a")]
    [TestCase("distinct on", "select distinct on (x, y) z from a", "select distinct on (x) z from a")]
    [TestCase("distinct on", "select distinct on (x) z from a", "select z from a")]
    [TestCase("distinct in an aggregate", "select sum(x) from a", "select sum(distinct x) from a")]
    [TestCase("distinct in an aggregate", "select count(distinct x) from a", "select count(x) from a")]
    [TestCase("union, union all", "select 1 union all select 2", "select 1 union select 2")]
    [TestCase("union, union all", "select 1 except select 2", "select 1 except all select 2")]
    [TestCase("set operation", "select 1 except select 2", "select 1 intersect select 2")]
    [TestCase("aggregate", "select max(x) from a", "select min(x) from a")]
    [TestCase("aggregate", "select sum(x) from a", "select avg(x) from a")]
    [TestCase("count", "select count(x) from a", "select count(*) from a")]
    [TestCase("count", "select count(*) from a join b on b.x = a.x", "select count(b.x) from a join b on b.x = a.x")]
    [TestCase("filter", "select count(*) filter (where x > 1) from a", "select count(*) from a")]
    [TestCase("group by", "select count(*) from a group by x, y", "select count(*) from a group by x")]
    [TestCase("group by", "select b.x, count(*) from b group by b.x, y", "select min(b.x) as x, count(*) from b group by y")]
    [TestCase("order by", "select x from a order by x, y desc", "select x from a order by x")]
    [TestCase("order by", "select x from a order by x, y desc", "select x from a order by x, y")]
    [TestCase("order by", "select x from a order by x, y", "select x from a order by x desc, y")]
    [TestCase("order by", "select x from a order by x, y", "select x from a order by y, x")]
    [TestCase("order by", "select x from a order by x", "select x from a")]
    [TestCase("order by", "select x from a order by x nulls first", "select x from a order by x desc nulls first")]
    [TestCase("nulls first, last", "select x from a order by x", "select x from a order by x nulls first")]
    [TestCase("nulls first, last", "select x from a order by x desc", "select x from a order by x desc nulls last")]
    [TestCase("nulls first, last", "select x from a order by x desc nulls last", "select x from a order by x desc nulls first")]
    [TestCase("limit", "select x from a limit 3", "select x from a limit 2")]
    [TestCase("limit", "select x from a limit 3", "select x from a")]
    [TestCase("limit", "select x from a offset 1", "select x from a offset 2")]
    [TestCase("limit", "select x from a fetch first 2 rows only", "select x from a fetch first 3 rows only")]
    [TestCase("ties", "select x from a order by x limit 3", "select x from a order by x fetch first 3 rows with ties")]
    [TestCase("ties", "select x from a fetch first 2 rows with ties", "select x from a fetch first 2 rows only")]
    [TestCase("window function", "select rank() over w from a", "select dense_rank() over w from a")]
    [TestCase("window function", "select lag(x) over w from a", "select lead(x) over w from a")]
    [TestCase("window function", "select first_value(x) over w from a", "select last_value(x) over w from a")]
    [TestCase("partition by", "select sum(x) over (partition by y, z order by v) from a", "select sum(x) over (partition by y order by v) from a")]
    [TestCase("partition by", "select sum(x) over (partition by y order by v) from a", "select sum(x) over (order by v) from a")]
    [TestCase("frame", "select sum(x) over (order by v) from a", "select sum(x) over (order by v rows between unbounded preceding and current row) from a")]
    [TestCase("frame", "select sum(x) over (order by v rows 2 preceding) from a", "select sum(x) over (order by v) from a")]
    [TestCase("frame", "select sum(x) over (order by v range between interval '2 days' preceding and current row) from a", "select sum(x) over (order by v rows between 2 preceding and current row) from a")]
    [TestCase("frame", "select last_value(x) over (order by v rows between unbounded preceding and unbounded following) from a", "select last_value(x) over (order by v rows between unbounded preceding and current row) from a")]
    [TestCase("recursion", "with recursive r as (select 1 as n union all select n + 1 from r where n < 5) select n from r", "with recursive r as (select 1 as n) select n from r")]
    [TestCase("comparison", "with recursive r as (select 1 as n union all select n + 1 from r where n < 5) select n from r", "with recursive r as (select 1 as n union all select n + 1 from r where n <= 5) select n from r")]
    [TestCase("arithmetic", "select x - y from a", "select x + y from a")]
    [TestCase("arithmetic", "select x - coalesce(y, 0) from a", "select coalesce(y, 0) - x from a")]
    [TestCase("integer division", "select x / 100.0 from a", "select x / 100 from a")]
    [TestCase("cast", "select x::numeric(10, 2) / y from a", "select x / y from a")]
    [TestCase("cast", "select cast(x as date) from a", "select (x) from a")]
    [TestCase("parentheses", "select (x + y) * z from a", "select x + y * z from a")]
    [TestCase("function dropped", "select round(x, 2) from a", "select (x) from a")]
    [TestCase("rounding", "select round(x, 2) from a", "select round(x) from a")]
    [TestCase("rounding", "select round(x, 2) from a", "select trunc(x, 2) from a")]
    [TestCase("constant", "select round(x, 2) from a", "select round(x, 1) from a")]
    [TestCase("date truncation", "select date_trunc('month', x) from a", "select date_trunc('week', x) from a")]
    [TestCase("date part", "select extract(month from x) from a", "select extract(year from x) from a")]
    [TestCase("case", "select case when x then 1 when y then 2 else 3 end from a", "select case when x then 1 when y then 2 end from a")]
    [TestCase("case", "select case when x then 1 when y then 2 end from a", "select case when y then 2 when x then 1 end from a")]
    [TestCase("constant", "select 1 from a where x > 500", "select 1 from a where x > 501")]
    [TestCase("constant", "select 1 from a where x > 9.95", "select 1 from a where x > 9.94")]
    [TestCase("constant", "select 1 from a where x > 0", "select 1 from a where x > (-1)")]
    [TestCase("constant", "select 1 from a where x > date '2026-02-28'", "select 1 from a where x > date '2026-03-01'")]
    [TestCase("constant", "select 1 from a where x > timestamp '2026-03-01 00:00'", "select 1 from a where x > timestamp '2026-02-28 23:59:59'")]
    [TestCase("constant", "select 1 from a where x > interval '30 minutes'", "select 1 from a where x > interval '31 minutes'")]
    [TestCase("constant", "select 1 from a where x = 'paid'", "select 1 from a where x = 'PAID'")]
    [TestCase("constant", "select true from a", "select false from a")]
    [TestCase("condition dropped", "update a set x = 1 where y = 2 and z = 3", "update a set x = 1 where z = 3")]
    [TestCase("condition dropped", "delete from a where y = 2", "delete from a where true")]
    public void Makes_the_slip(string kind, string sql, string slipped) =>
        SqlMutator.Mutate(sql).Where(mutant => mutant.Operator == kind).Select(mutant => Plain(mutant.Text)).ShouldContain(slipped);

    [TestCase("select extract(month from x) from a", "condition dropped")]
    [TestCase("select 'a between b and c; where x < 1' from a", "comparison")]
    [TestCase("select 1 -- where x < 1 and y\nfrom a", "comparison")]
    [TestCase("update a set x = 1", "comparison")]
    [TestCase("select x::numeric(10, 2) from a order by 1", "constant")]
    [TestCase("select x from a where exists (select from b)", "constant")]
    [TestCase("select row_number() over (order by x) from a", "frame")]
    [TestCase("select left(x, 2) from a", "join kind")]
    [TestCase("select date_trunc('month', x) from a", "constant")]
    [TestCase("select -x from a", "arithmetic")]
    public void Makes_no_such_slip(string sql, string kind) =>
        SqlMutator.Mutate(sql).Where(mutant => mutant.Operator == kind).Select(mutant => mutant.Text).ShouldBeEmpty();

    [Test]
    public void Says_what_each_slip_amounts_to_and_where_it_is()
    {
        const string sql = """
            with spent as (
              select c.customer_id, coalesce(sum(o.total) filter (where o.status <> 'cancelled'), 0) as amount, count(*) as orders
              from customers c
              left join orders o on o.customer_id = c.customer_id and o.placed_on >= date '2026-03-01'
              group by c.customer_id, c.region
              having count(*) > 2 or not c.vip
            )
            select customer_id, round(amount / 1.0, 2) as amount, rank() over (partition by region order by amount desc) as place
            from spent
            where orders between 3 and 10 and exists (select from cards k where k.customer_id = spent.customer_id)
            order by place, customer_id
            limit 5;
            """;

        var words = SqlMutator.Mutate(sql).Select(mutant => $"{mutant.Place.Line}:{mutant.Place.Column} {mutant.Operator}: as if {mutant.AsIf}");

        string.Join('\n', words).ShouldBeApproved();
    }

    [Test]
    public void Never_makes_the_same_twice_nor_the_original()
    {
        const string sql = "select x, 1 from a join b using (x) where x = 1 and x = 1 order by x, x";

        var mutants = SqlMutator.Mutate(sql).Select(mutant => Plain(mutant.Text)).ToList();

        mutants.ShouldBeUnique();
        mutants.ShouldNotContain(sql);
        SqlMutator.Mutate(sql).Select(mutant => Plain(mutant.Text)).ShouldBe(mutants);
    }

    /// <summary>Whatever is typed, mutating ends and never throws.</summary>
    [Test]
    public void Survives_random_text()
    {
        string[] words =
        [
            "select", "from", "where", "(", ")", "[", "]", "case", "when", "then", "else", "end", "join", "on", "using", "and", "or", "not", "between", "in", "exists",
            "order by", "partition by", "rows", "interval '1 day'", "1", "2.0", "'x'", "\"q", "a", "a.b", ",", "::", "-", "/", "round(", "coalesce(", "count(*)", "over",
            "is", "null", "distinct", "limit", "fetch", "with", "recursive", "union", "group by", "having", "date_trunc('day',", "filter (where", "extract(", "cast(", "as", ";", "set", "update",
        ];
        var random = new Random(20262);
        for (var i = 0; i < 5_000; i++)
        {
            var sql = string.Join(' ', Enumerable.Range(0, random.Next(25)).Select(_ => words[random.Next(words.Length)]));
            Should.NotThrow(() => SqlMutator.Mutate(sql), sql);
        }
    }

    [TestCase("select 1 from a where x = 1 or y is null", "rows without a value in y were left out")]
    [TestCase("select 1 from a where x = 1 or y > 2", "rows that only the condition on y lets in were left out")]
    [TestCase("select b from (select x, abs(y) as z from a) p where z > 1 and x", "a condition on y were missing")]
    [TestCase("select 1 from a group by b having count(*) > 1", "a condition on COUNT(*) were missing")]
    [TestCase("select min(x) from a group by c.y + 1, z", "rows that belong apart fell into one group: a column is missing in GROUP BY")]
    [TestCase("select percentile_cont(0.5) within group (order by x) from a", "the values in WITHIN GROUP were sorted by x downwards: DESC where the question needs ASC")]
    public void Says_what_a_condition_or_an_order_is_about(string sql, string asIf) => SqlMutator.Mutate(sql).Select(mutant => mutant.AsIf).ShouldContain(asIf);

    private static string Plain(string sql) => TightParentheses().Replace(Blanks().Replace(sql, " "), "$1$2").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(\() | (\)|,)")]
    private static partial Regex TightParentheses();
}
