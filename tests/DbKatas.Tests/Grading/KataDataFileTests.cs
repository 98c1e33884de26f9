using System.Text;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading;

/// <summary>What is kept of a kata between runs comes back as it was, or not at all.</summary>
public sealed class KataDataFileTests
{
    private static readonly TableShape Towns = new(
        "towns", "public.towns",
        [
            new("id", "id", "integer", ColumnSort.Integer, true, false, -1, [], HasSequence: true, IsAlwaysDrawn: true),
            new("name", "\"name\"", "character varying(9)", ColumnSort.Text, false, false, 13, [], Allowed: ["Ålesund", "\"Bree\"", ""]),
            new("mood", "mood", "mood", ColumnSort.Enum, false, true, -1, ["sad", "glad"], Bounds: [new(true, false, "0"), new(false, true, "10")]),
        ],
        [[0], [1, 2]], [new("towns_fk", [1], 0, [0])], HasTriggers: true);

    private static readonly KataData Data = new(
        new SchemaModel([Towns], ["public.view"]),
        [
            new Dataset("visible", DatasetSort.Visible, [new(Towns, [["1", "Bree", null], ["2", "", "sad"]])]),
            new Dataset("corners-1", DatasetSort.Corners, [new(Towns, [])], InDomain: false, ["enable_sort=off"], Analyzed: true),
        ],
        [
            new Expectation(new Dictionary<string, ResultTable>
            {
                [Expectation.Result] = new([new("name", "text"), new("name", "integer[]")], [[new(ValueKind.Text, "\u2028"), Value.Null]]),
            }),
            new Expectation(new Dictionary<string, ResultTable> { ["towns"] = new([new("id", "integer")], []) }, [2, 0]),
        ]);

    [Test]
    public void All_of_it_comes_back()
    {
        var bytes = KataDataFile.Write(Data);

        var read = KataDataFile.Read(bytes)!;

        // Two that are written alike hold the same: every part is written.
        Encoding.UTF8.GetString(KataDataFile.Write(read)).ShouldBe(Encoding.UTF8.GetString(bytes));
        read.Schema.Tables[0].Columns[2].Bounds!.ShouldBe(Towns.Columns[2].Bounds!);
        read.Datasets[0].Tables[0].Table.ShouldBeSameAs(read.Schema.Tables[0]);
        read.Datasets[0].Tables[0].Rows[0].ShouldBe(["1", "Bree", null]);
        read.Datasets[1].ShouldSatisfyAllConditions(
            set => set.Sort.ShouldBe(DatasetSort.Corners), set => set.InDomain.ShouldBeFalse(), set => set.Plan.ShouldBe(["enable_sort=off"]), set => set.Analyzed.ShouldBeTrue());
        read.Expected[0].Tables[Expectation.Result].Rows[0].ShouldBe([new Value(ValueKind.Text, "\u2028"), Value.Null]);
        read.Expected[0].Stable.ShouldBeNull();
        read.Expected[1].Stable.ShouldBe([2, 0]);
    }

    [Test]
    public void A_part_of_it_is_not_taken()
    {
        var bytes = KataDataFile.Write(Data);

        for (var length = 0; length < bytes.Length; length++)
            KataDataFile.Read(bytes[..length]).ShouldBeNull();
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{ "Schema": null, "Sets": null }""")]
    [TestCase("""{ "Schema": { "Tables": [], "MaterializedViews": [] }, "Sets": [{ "Name": 7 }] }""")]
    [TestCase("""{ "Schema": { "Tables": [], "MaterializedViews": [] }, "Sets": [{ "Name": "a", "Sort": 1e99, "Rows": [] }] }""")]
    [TestCase("""{ "Schema": { "Tables": [], "MaterializedViews": [] }, "Sets": [{ "Name": "a", "Sort": 1, "Rows": [[]] }] }""")]
    public void Another_text_is_not_taken(string text) => KataDataFile.Read(Encoding.UTF8.GetBytes(text)).ShouldBeNull();
}
