using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Quality;

public class MutationRunTests
{
    private static readonly Kata Kata = new() { Id = "sql/test/01-kata", Folder = "", Title = "", Engines = ["postgres"], Kind = KataKind.Result, Level = 1, Topics = ["test"], Rules = ComparisonRules.Bag };

    [Test]
    public async Task Says_of_each_mutant_what_became_of_it()
    {
        // Each mutant is called after the value of n that tells it apart.
        var bench = new FakeMutantBench((text, data) => text switch
        {
            "refused" => new Showing(true, "syntax error"),
            "endless" => new Showing(true, "canceling statement", IsTooSlow: true),
            "never" => new Showing(false),
            _ => new Showing(FakeMutantBench.Holds(data, int.Parse(text))),
        });
        bench.Known.Add(FakeMutantBench.Data("constants-01", DatasetSort.ConstantsAware, (1, 7)));
        bench.Known.Add(FakeMutantBench.Data("strange-01", DatasetSort.ConstantsAware, (1, 8)) with { InDomain = false });
        bench.Wide.Add(FakeMutantBench.Data("constants-99", DatasetSort.ConstantsAware, (1, 3), (2, 9), (3, 4)));

        var score = await RunAsync(bench, "1", "7", "8", "9", "refused", "endless", "never");

        score.Results.Select(result => (result.Mutant.Text, result.Fate, result.ByVisibleData)).ShouldBe(
        [
            ("1", MutantFate.Killed, true), ("7", MutantFate.Killed, false), ("8", MutantFate.Equivalent, false), ("9", MutantFate.Survived, false),
            ("refused", MutantFate.Invalid, false), ("endless", MutantFate.Killed, true), ("never", MutantFate.Equivalent, false),
        ]);
        (score.Mutants, score.Killed, score.Equivalent, score.Survivors, score.KilledByVisibleData).ShouldBe((6, 3, 2, 1, 2));
        score.Percent.ShouldBe(75);
        score.VisiblePercent.ShouldBe(50);
        score.Results[1].By.ShouldBe("constants-01");
    }

    [Test]
    public async Task Names_the_row_that_a_seed_lacks()
    {
        var bench = new FakeMutantBench((text, data) => new Showing(FakeMutantBench.Holds(data, int.Parse(text))));
        bench.Wide.Add(FakeMutantBench.Data("constants-99", DatasetSort.ConstantsAware, (1, 3), (2, 9), (3, 4), (4, 5)));

        var score = await RunAsync(bench, "9");

        // The seed ends at 2, so the row gets a key of its own.
        score.Results[0].SeedRows.ShouldBe(["insert into t values (4, 9);"]);
    }

    [Test]
    public async Task Names_two_rows_where_it_takes_two()
    {
        var bench = new FakeMutantBench((_, data) => new Showing(FakeMutantBench.Holds(data, 9) && FakeMutantBench.Holds(data, 5)));
        bench.Wide.Add(FakeMutantBench.Data("constants-99", DatasetSort.ConstantsAware, (1, 3), (2, 9), (3, 4), (4, 5)));

        (await RunAsync(bench, "x")).Results[0].SeedRows.ShouldBe(["insert into t values (4, 9), (6, 5);"]);
    }

    [Test]
    public async Task Names_no_row_where_the_seed_hides_the_difference()
    {
        var bench = new FakeMutantBench((_, data) => new Showing(!FakeMutantBench.Holds(data, 1)));
        bench.Wide.Add(FakeMutantBench.Data("constants-99", DatasetSort.ConstantsAware, (1, 3)));

        (await RunAsync(bench, "x")).Results[0].SeedRows!.ShouldBeEmpty();
    }

    [Test]
    public async Task Asks_no_more_about_a_mutant_that_is_told_apart()
    {
        var bench = new FakeMutantBench((_, _) => new Showing(true));
        bench.Known.Add(FakeMutantBench.Data("constants-01", DatasetSort.ConstantsAware, (1, 7)));
        bench.Wide.Add(FakeMutantBench.Data("constants-99", DatasetSort.ConstantsAware, (1, 7)));

        await RunAsync(bench, "a", "b", "c");

        bench.Asked.ShouldBe([3]);
    }

    private static Task<MutationScore> RunAsync(IMutantBench<Dataset> bench, params string[] mutants)
    {
        var made = mutants.Select(text => new Mutant("test", text, new TextPlace(1, 1, ""), "as the test says")).ToList();
        return new MutationRun<Dataset>(bench, made, new EquivalenceRules(Kata, new SchemaModel([FakeMutantBench.Table], []), "select n from t"), new SeedRowFinder(bench)).ScoreAsync(default);
    }
}
