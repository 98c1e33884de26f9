using System.Collections.Concurrent;
using System.Text;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.EveryKata;

/// <summary>What `kata verify` says of the library's own katas: a kata lands only when it is clean.</summary>
[Parallelizable(ParallelScope.Children)]
public class VerifyTests
{
    private static readonly KataLibrary Library = KataLibrary.Around(AppContext.BaseDirectory)!;
    private static readonly KataCatalog Catalog = KataCatalog.Load(Library.Katas);
    private static readonly ConcurrentDictionary<string, Lazy<Task<KataReport>>> Reports = new();

    [TestCaseSource(nameof(Katas))]
    public async Task The_kata_is_fit_for_a_class(Kata kata)
    {
        var report = await ReportAsync(kata);

        report.IsClean.ShouldBeTrue(VerifyText.Write(report, details: true, Ink.Plain));
    }

    /// <summary>Over all answers that the katas come with, in different styles and with typical mistakes.</summary>
    [Test]
    public async Task No_right_answer_is_refused_and_no_wrong_one_accepted()
    {
        var answers = new List<JudgedAnswer>();
        foreach (var kata in Catalog.Katas)
            answers.AddRange((await ReportAsync(kata)).Answers);

        Console.WriteLine(Figures(answers));
        answers.Where(answer => answer.IsWrong && answer.InDomain).ShouldBeEmpty();
        answers.Where(answer => !answer.IsWrong && !answer.InDomain).ShouldBeEmpty();
    }

    private static string Figures(IReadOnlyList<JudgedAnswer> answers)
    {
        var text = new StringBuilder();
        text.AppendLine($"{answers.Count(a => !a.IsWrong)} right answers, {answers.Count(a => a.IsWrong)} wrong ones");
        text.AppendLine("                        visible data alone   all in the domain   all data");
        text.AppendLine($"wrong ones accepted     {Count(a => a.IsWrong && a.ByVisibleData),18}   {Count(a => a.IsWrong && a.InDomain),17}   {Count(a => a.IsWrong && a.Everywhere),8}");
        text.Append($"right ones refused      {Count(a => !a.IsWrong && !a.ByVisibleData),18}   {Count(a => !a.IsWrong && !a.InDomain),17}   {Count(a => !a.IsWrong && !a.Everywhere),8}");
        return text.ToString();

        int Count(Func<JudgedAnswer, bool> condition) => answers.Count(condition);
    }

    private static Task<KataReport> ReportAsync(Kata kata) => Reports.GetOrAdd(kata.Id, _ => new Lazy<Task<KataReport>>(() =>
        new KataVerifier(JudgedOnce.By(Library), [new SqlMutantScorer(TestServers.Postgres), new DocumentMutantScorer(TestServers.MongoDb)], Library).VerifyAsync(kata))).Value;

    private static IEnumerable<TestCaseData> Katas() => Catalog.Katas.Select(kata => new TestCaseData(kata).SetArgDisplayNames(kata.Id));
}
