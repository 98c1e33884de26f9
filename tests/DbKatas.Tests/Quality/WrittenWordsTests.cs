using DbKatas.Grader.Grading;
using DbKatas.Grader.Quality;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Quality;

/// <summary>What a slip of the reference's may be called where the learner wrote it otherwise.</summary>
public class WrittenWordsTests
{
    [TestCase("FLOOR stood where the question needs ROUND", "select round(a)", "select floor(a)", "FLOOR stood where the question needs ROUND")]
    [TestCase("FLOOR stood where the question needs ROUND", "select round(a)", "select a / 2 -- no floor", null)]
    [TestCase("6 stood where the question needs 5", "{ \"$add\": [\"$d\", 5] }", "{ \"$subtract\": [\"$d\", 1] }", null)]
    [TestCase("$avg stood where the question needs $sum of price", "{ \"$sum\": \"$price\" }", "{ \"$avg\": \"$price\" }", "$avg stood where the question needs $sum of price")]
    [TestCase("rows without a match in orders were dropped: an INNER JOIN where the question needs a LEFT JOIN", "a left join b", "a left outer join b where b.x > 1", "rows without a match in orders were dropped")]
    [TestCase("rows without a match in orders were dropped: an INNER JOIN where the question needs a LEFT JOIN", "a left join b", "a join b", "rows without a match in orders were dropped: an INNER JOIN where the question needs a LEFT JOIN")]
    [TestCase("NULL stayed NULL: a COALESCE is missing", "coalesce(a, 0)", "coalesce(b, 0)", "NULL stayed NULL")]
    [TestCase("NULL stayed NULL: a COALESCE is missing", "coalesce(a, 0)", "a", "NULL stayed NULL: a COALESCE is missing")]
    [TestCase("rows were counted, and not values of club: COUNT(*) counts the row without a value too", "count(*), count(club)", "count(*), sum(1)", null)]
    [TestCase("the rows were sorted by path downwards: DESC where the question needs ASC", "order by path", "order by path::text", null, "order by")]
    public void Names_only_what_the_learner_may_have_written(string asIf, string needed, string written, string? told, string kind = "operator") =>
        (new WrittenWords(written, words => WrittenWords.CountIn(needed, words)).Fit(new Mutant(kind, "", new TextPlace(1, 1, ""), asIf))?.AsIf).ShouldBe(told);
}
