using DbKatas.Classroom.Grading;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Browser.WrittenClass;

namespace DbKatas.Tests.Browser;

/// <summary>Whatever a student hands in, or is called, stays text in the report.</summary>
public class HostileReportTests
{
    private static readonly string[] Attacks =
    [
        "</script><script>window.hacked = 1</script>",
        "<script>window.hacked = 1</script>",
        "<!--<script>",
        "<img src=x onerror='window.hacked = 1'>",
        "<svg onload=window.hacked=1><style>*{display:none}</style>",
        "\"><td onclick=\"window.hacked = 1\" class='right'>",
        "' onmouseover='window.hacked = 1",
        "{{texts}} {{script}}",
        "&lt;b&gt; \u2028 \u2029 \u202E backwards \\u003Cscript>",
        "<link rel=stylesheet href=http://example.com/x.css>",
    ];

    [TestCaseSource(nameof(Attacks))]
    public async Task Stays_text_wherever_it_stands(string attack)
    {
        using var written = new WrittenClass([new ClassKata("sql/test/01-kata", $"A kata {attack}", 1, "sql/test")])
            .With($"Eve {attack}", fault: $"Fault {attack}", ("01-kata", Verdict("not-yet", $"Feedback {attack} ends", $"Mistake {attack}")));
        await using var report = await ReportInBrowser.OpenAsync(written.WriteReport(new DateOnly(2026, 3, 1)));

        await report.Page.Locator("tbody td.not-yet").HoverAsync();
        await report.Page.Locator("tbody td.not-yet").ClickAsync();

        (await report.FeedbackText.TextContentAsync()).ShouldBe($"Feedback {attack} ends\n");
        (await report.Page.Locator("tbody th").TextContentAsync()).ShouldBe($"Eve {attack} Fault {attack}");
        (await report.Page.Locator("#feedback-title").TextContentAsync()).ShouldBe($"Eve {attack}: sql/test/01-kata");
        (await report.Page.Locator("[data-kata]").GetAttributeAsync("title")).ShouldBe($"sql/test/01-kata: A kata {attack}");
        (await report.Page.Locator("li", new() { HasText = "Mistake" }).TextContentAsync())!.ShouldContain($"Mistake {attack}");
        (await report.Page.EvaluateAsync<bool>("'hacked' in window")).ShouldBeFalse();
        (await report.Page.Locator("script, style, img, svg, link").CountAsync()).ShouldBe(3, "the page's own style, texts and script");
    }
}
