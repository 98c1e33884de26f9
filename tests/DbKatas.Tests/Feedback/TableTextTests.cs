using DbKatas.Grader.Feedback;
using NUnit.Framework;

namespace DbKatas.Tests.Feedback;

public class TableTextTests
{
    [Test]
    public void Shows_nulls_and_texts_that_need_quotes() => TableText.Of(
        A.Table("id", "name", "total")
            .Row(1, "Ann", 5.00m)
            .Row(12, null, 150.25m)
            .Row(3, "NULL", null)
            .Row(4, "", 0m)
            .Row(5, " x ", -1m)
            .Row(6, true, 1.5),
        Ink.Plain).ShouldBeApproved();

    [Test]
    public void Says_how_many_rows_there_are_when_not_all_are_shown() =>
        TableText.Of(A.Table("n").Rows(Enumerable.Range(1, 41).Select(i => new object?[] { i })), Ink.Plain, rows: 3).ShouldBeApproved();

    [Test]
    public void Shows_the_columns_of_an_empty_table() => TableText.Of(A.Table("id", "name"), Ink.Plain).ShouldBeApproved();

    [Test]
    public void Says_when_there_are_no_columns() => TableText.Of(A.Table().Row().Row(), Ink.Plain).ShouldBeApproved();
}
