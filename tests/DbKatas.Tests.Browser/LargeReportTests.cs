using System.Diagnostics;
using DbKatas.Classroom.Grading;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Browser.WrittenClass;

namespace DbKatas.Tests.Browser;

/// <summary>A class of 200 students and 105 katas. The limits are some ten times what a machine with two cores needs: they catch what grows, not a slow moment.</summary>
public class LargeReportTests
{
    private const int Students = 200;
    private const int Katas = 105;

    private static readonly string[] Outcomes = ["right", "right", "not-yet", "did-not-run", "not-started"];

    [Test]
    public async Task Opens_and_filters_at_once()
    {
        using var written = Write();
        var path = written.WriteReport(new DateOnly(2026, 3, 1));
        var clock = Stopwatch.StartNew();
        await using var report = await ReportInBrowser.OpenAsync(path);
        (await report.Found.InnerTextAsync()).ShouldBe($"{Students} of {Students} students, {Students * Katas} answers");
        var open = clock.ElapsedMilliseconds;

        var student = await FilterAsync(report, "student", "student 19");
        (await report.Found.InnerTextAsync()).ShouldBe($"10 of {Students} students, {10 * Katas} answers");
        var all = await FilterAsync(report, "student", "");
        var kata = await FilterAsync(report, "kata", "topic-03");
        (await report.Page.Locator("tbody tr:first-child td:visible").CountAsync()).ShouldBe(1 + 10);
        clock.Restart();
        await report.Page.Locator("tbody tr:nth-child(151) td[data-text]:visible").First.ClickAsync();
        (await report.FeedbackText.InnerTextAsync()).ShouldContain("sql/topic-03/");
        var feedback = clock.ElapsedMilliseconds;

        TestContext.Out.WriteLine($"{Students} × {Katas}, {new FileInfo(path).Length / 1024} KB: opened in {open} ms; filtered by student in {student:0} ms, back in {all:0} ms, by kata in {kata:0} ms; feedback in {feedback} ms");
        open.ShouldBeLessThan(15_000);
        Math.Max(student, Math.Max(all, kata)).ShouldBeLessThan(5_000);
    }

    /// <returns>Milliseconds from the key to the picture.</returns>
    private static Task<double> FilterAsync(ReportInBrowser report, string field, string text) => report.Page.EvaluateAsync<double>("""
        async ([field, text]) => {
          const input = document.getElementById(field);
          const start = performance.now();
          input.value = text;
          input.dispatchEvent(new Event("input"));
          document.body.getBoundingClientRect();
          await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
          return performance.now() - start;
        }
        """, new[] { field, text });

    private static WrittenClass Write()
    {
        var katas = Enumerable.Range(0, Katas).Select(i => new ClassKata($"sql/topic-{i / 10:00}/{i % 10 + 1:00}-kata", $"Kata {i}", i % 5 + 1, $"sql/topic-{i / 10:00}")).ToList();
        var written = new WrittenClass(katas);
        for (var student = 0; student < Students; student++)
        {
            var name = $"Student {student:000}";
            var verdicts = katas.Select((kata, i) => (kata.Id, Outcome: Outcomes[(student * 7 + i * 3) % Outcomes.Length])).Where(one => one.Outcome != "not-started");
            // A quarter of the texts is nobody else's.
            written.With(name, [.. verdicts.Select((one, i) => (one.Id, Verdict(one.Outcome, (i % 4 == 0 ? $"{name}, " : "") + $"{one.Id}: {one.Outcome}\n" + string.Concat(Enumerable.Repeat("    + a row that differs\n", 12)))))]);
        }
        return written;
    }
}
