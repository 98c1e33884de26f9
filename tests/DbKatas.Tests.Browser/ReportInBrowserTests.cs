using DbKatas.Classroom.Grading;
using Microsoft.Playwright;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Browser.WrittenClass;

namespace DbKatas.Tests.Browser;

/// <summary>What a teacher sees of a small class, with a mouse, with the keyboard alone, and by a screen reader's names.</summary>
public class ReportInBrowserTests
{
    private const string MissingRows = """
        sql/joins/02-left-join-missing  Who was here in March?          not yet

          2 rows missing on the data you see.
            user_id  name  logged_in_on  device
          - 3        Lena  NULL          NULL
          - 4        Jack  NULL          NULL       missing
          The other 6 rows match.

          Likely mistake: this answers as if rows without a match in logins were dropped: an INNER JOIN.
        """;

    private WrittenClass _class = null!;
    private string _path = null!;

    [OneTimeSetUp]
    public void Write()
    {
        const string inner = "this answers as if rows without a match in logins were dropped: an INNER JOIN.";
        _class = new WrittenClass(
        [
            new ClassKata("sql/joins/01-inner-join", "Who teaches what?", 1, "sql/joins"), new ClassKata("sql/joins/02-left-join-missing", "Who was here in March?", 2, "sql/joins"),
            new ClassKata("redis/structures/01-strings", "A new name over the door", 1, "redis/structures"),
        ])
            .With("Ada Almeida", ("01-inner", Verdict("right", "sql/joins/01-inner-join  Who teaches what?  right")), ("02-left", Verdict("not-yet", MissingRows, inner)), ("01-strings", Verdict("right", "right, but fragile", fragile: true)))
            .With("Bela Brandt", ("01-inner", Verdict("right", "right")), ("02-left", Verdict("not-yet", MissingRows, inner)), ("01-strings", Verdict("did-not-run", "Your answer did not run: no command SETT.")))
            .With("Chidi Costa", ("01-inner", Verdict("right", "right")), ("02-left", Verdict("right", "right")), ("01-strings", Verdict("trouble", "Redis did not answer.")))
            .With("Dana Dubois", fault: "Dana Dubois.zip can't be read: it is damaged.");
        _path = _class.WriteReport(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 8));
    }

    [OneTimeTearDown]
    public void Delete() => _class.Dispose();

    [Test]
    public async Task Tells_a_screen_reader_who_has_solved_what()
    {
        await using var report = await ReportInBrowser.OpenAsync(_path);

        var told = await report.Grid.AriaSnapshotAsync();

        told.ShouldContain("columnheader \"sql/joins/02-left-join-missing: Who was here in March?\"");
        told.ShouldContain("- rowheader \"Ada Almeida\"\n      - gridcell \"2 of 3\"\n      - gridcell \"right\"");
        told.ShouldContain("- gridcell \"not yet\"");
        told.ShouldContain("- gridcell \"right, but fragile\"");
        told.ShouldContain("- gridcell \"trouble\"");
        told.ShouldContain("rowheader \"Dana Dubois Dana Dubois.zip can''t be read: it is damaged.\"");
        told.ShouldContain("- rowheader \"Right\"");
        foreach (var label in new[] { "Student", "Kata", "Verdict" })
            (await report.Page.GetByLabel(label, new() { Exact = true }).CountAsync()).ShouldBe(1, label);
        (await report.Page.GetByRole(AriaRole.Search).CountAsync()).ShouldBe(1);
    }

    [Test]
    public async Task Lists_the_hardest_katas_the_likely_mistakes_and_the_course()
    {
        await using var report = await ReportInBrowser.OpenAsync(_path);

        var hardest = await report.Page.GetByRole(AriaRole.Region, new() { Name = "Hardest katas" }).GetByRole(AriaRole.Listitem).AllInnerTextsAsync();
        var mistakes = await report.Page.GetByRole(AriaRole.Region, new() { Name = "Most common likely mistakes" }).GetByRole(AriaRole.Listitem).AllInnerTextsAsync();
        var course = report.Page.GetByRole(AriaRole.Region, new() { Name = "Over time" });

        hardest.Select(item => item.Split('\n')[0]).ShouldBe(["sql/joins/02-left-join-missing Who was here in March?", "redis/structures/01-strings A new name over the door"]);
        mistakes.ShouldHaveSingleItem().ShouldContain("an INNER JOIN. sql/joins/02-left-join-missing");
        mistakes[0].ShouldContain("2 answers");
        (await course.GetByRole(AriaRole.Img).GetAttributeAsync("aria-label")).ShouldBe("Share of answers that are right, by day");
        (await course.GetByRole(AriaRole.Listitem).AllInnerTextsAsync()).ShouldBe(["2026-03-01: 41 % right (5 answers of 4 students)", "2026-03-08: 41 % right (5 answers of 4 students)"]);
    }

    [Test]
    public async Task Opens_a_verdict_s_feedback_by_click()
    {
        await using var report = await ReportInBrowser.OpenAsync(_path);

        await report.Cell("Ada", "02-left").ClickAsync();

        (await report.Feedback.IsVisibleAsync()).ShouldBeTrue();
        (await report.Page.GetByRole(AriaRole.Dialog, new() { Name = "Ada Almeida: sql/joins/02-left-join-missing" }).CountAsync()).ShouldBe(1);
        (await report.FeedbackText.TextContentAsync())!.TrimEnd().ShouldBe(MissingRows);
        (await report.FeedbackText.Locator(".missing").AllInnerTextsAsync()).Count.ShouldBe(2);
        await report.Feedback.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        (await report.Feedback.IsVisibleAsync()).ShouldBeFalse();
    }

    [Test]
    public async Task Says_nothing_of_an_answer_that_was_not_handed_in()
    {
        await using var report = await ReportInBrowser.OpenAsync(_path);

        await report.Cell("Dana", "02-left").ClickAsync();

        (await report.Feedback.IsVisibleAsync()).ShouldBeFalse();
    }

    [Test]
    public async Task Opens_a_verdict_s_feedback_by_the_keyboard_alone()
    {
        await using var report = await ReportInBrowser.OpenAsync(_path);
        var keyboard = report.Page.Keyboard;

        // The link past the head, the colours, three filters, and the table: one stop each.
        foreach (var stop in new[] { "Skip to the table", "Dark", "", "", "" })
        {
            await keyboard.PressAsync("Tab");
            (await Focused(report)).ShouldContain(stop);
        }
        await keyboard.PressAsync("Tab");
        (await Focused(report)).ShouldBe("✓ right");
        foreach (var key in new[] { "ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "Home", "End", "Enter" })
            await keyboard.PressAsync(key);

        (await report.Page.Locator("#feedback-title").InnerTextAsync()).ShouldBe("Bela Brandt: redis/structures/01-strings");
        (await report.FeedbackText.InnerTextAsync()).Trim().ShouldBe("Your answer did not run: no command SETT.");
        await keyboard.PressAsync("Escape");
        (await report.Feedback.IsVisibleAsync()).ShouldBeFalse();
        (await Focused(report)).ShouldBe("✗ did not run");
    }

    [Test]
    public async Task Skips_the_head_of_the_page_on_request()
    {
        await using var report = await ReportInBrowser.OpenAsync(_path);

        foreach (var key in new[] { "Tab", "Enter", "Tab" })
            await report.Page.Keyboard.PressAsync(key);

        (await Focused(report)).ShouldBe("✓ right");
    }

    [Test]
    public async Task Finds_students_katas_and_verdicts()
    {
        await using var report = await ReportInBrowser.OpenAsync(_path);
        (await report.Found.InnerTextAsync()).ShouldBe("4 of 4 students, 12 answers");

        await report.Page.GetByLabel("Student", new() { Exact = true }).FillAsync("BEL");
        await report.Page.GetByLabel("Kata", new() { Exact = true }).FillAsync("joins");

        (await Shown(report)).ShouldBe(["Bela Brandt"]);
        (await report.Page.Locator("thead tr:first-child th:visible").AllInnerTextsAsync()).ShouldBe(["Student", "Marks", "sql/joins"]);
        (await report.Page.Locator("tfoot td:visible").AllInnerTextsAsync()).ShouldBe(["", "75 %", "25 %"]);
        (await report.Found.InnerTextAsync()).ShouldBe("1 of 4 students, 2 answers");

        await report.Page.GetByLabel("Student", new() { Exact = true }).FillAsync("");
        await report.Page.GetByLabel("Verdict", new() { Exact = true }).SelectOptionAsync("not yet");
        (await Shown(report)).ShouldBe(["Ada Almeida", "Bela Brandt"]);
        await report.Page.GetByLabel("Student", new() { Exact = true }).FillAsync("nobody");
        (await report.Found.InnerTextAsync()).ShouldBe("0 of 4 students, 0 answers");
    }

    [Test]
    public async Task The_arrow_keys_pass_over_what_is_filtered_out()
    {
        await using var report = await ReportInBrowser.OpenAsync(_path);
        await report.Page.GetByLabel("Kata", new() { Exact = true }).FillAsync("01-");
        await report.Page.GetByLabel("Verdict", new() { Exact = true }).FocusAsync();

        foreach (var key in new[] { "Tab", "ArrowRight", "Enter" })
            await report.Page.Keyboard.PressAsync(key);

        (await report.Page.Locator("#feedback-title").InnerTextAsync()).ShouldBe("Ada Almeida: redis/structures/01-strings");
    }

    [TestCase(390)]
    [TestCase(1280)]
    public async Task Only_the_table_scrolls_sideways(int width)
    {
        await using var report = await ReportInBrowser.OpenAsync(_path, width: width);

        (await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    private static async Task<IReadOnlyList<string>> Shown(ReportInBrowser report) => await report.Page.Locator("tbody th:visible").AllInnerTextsAsync();

    private static Task<string> Focused(ReportInBrowser report) => report.Page.EvaluateAsync<string>("[document.activeElement.textContent, document.activeElement.ariaLabel].filter(Boolean).join(' ')");
}
